package tagger

import (
	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/english/surface"
)

// featureCount is how many features a word has.
const featureCount = 46

// outside stands for the places before and after a sentence.
var outside = surface.Word{Form: 1, Norm: 2, Shape: 3, Suffix: [4]uint64{6, 7, 5, 8}}

// view is what the features of one word look at: the word, two neighbours on
// each side, and the tags given to the two before.
type view struct {
	word, before, twoBefore, after, twoAfter *surface.Word
	tag, twoTags                             uint64 // of the word before; of the two words before
	verb                                     uint64 // the last verb before
	first                                    uint64 // 1 at the beginning of a sentence
}

func viewOf(words []surface.Word, at int, tags []uint8, verb int) view {
	word := func(i int) *surface.Word {
		if i < 0 || i >= len(words) {
			return &outside
		}
		return &words[i]
	}
	tag := func(i int) uint64 {
		if i < 0 {
			return 0
		}
		return uint64(tags[i]) + 1
	}
	v := view{word: word(at), before: word(at - 1), twoBefore: word(at - 2), after: word(at + 1), twoAfter: word(at + 2)}
	v.tag = tag(at - 1)
	v.twoTags = v.tag<<8 | tag(at-2)
	v.verb = word(verb).Norm
	if at == 0 {
		v.first = 1
	}
	return v
}

// features gives the features of a word. Their numbers must stay as they were
// when the model was trained.
func (v view) features(into *[featureCount]linear.Feature) {
	w, before, after := v.word, v.before, v.after
	*into = [featureCount]linear.Feature{
		linear.Of(1, 0),
		linear.Of(2, w.Norm),
		linear.Of(3, w.Form),
		linear.Of2(4, w.Shape, v.first),
		linear.Of(5, w.Prefix[0]),
		linear.Of(6, w.Prefix[1]),
		linear.Of(7, w.Prefix[2]),
		linear.Of(8, w.Suffix[0]),
		linear.Of(9, w.Suffix[1]),
		linear.Of(10, w.Suffix[2]),
		linear.Of(11, w.Suffix[3]),
		linear.Of2(12, w.Traits, v.first),
		linear.Of(13, v.tag),
		linear.Of(14, v.twoTags&0xFF),
		linear.Of(15, v.twoTags),
		linear.Of2(16, v.tag, w.Norm),
		linear.Of2(17, v.tag, w.Suffix[2]),
		linear.Of2(18, v.twoTags, w.Norm),
		linear.Of(19, before.Norm),
		linear.Of(20, v.twoBefore.Norm),
		linear.Of(21, after.Norm),
		linear.Of(22, v.twoAfter.Norm),
		linear.Of2(23, before.Norm, w.Norm),
		linear.Of2(24, w.Norm, after.Norm),
		linear.Of(25, before.Suffix[2]),
		linear.Of(26, after.Suffix[2]),
		linear.Of(27, after.Shape),
		linear.Of(28, before.Shape),
		linear.Of2(29, after.Suffix[1], w.Suffix[1]),
		linear.Of2(30, v.tag, after.Norm),
		linear.Of3(31, w.Shape, after.Shape, before.Shape),
		linear.Of2(32, after.Norm, v.twoAfter.Norm),
		linear.Of2(33, w.Suffix[2], after.Suffix[2]),
		linear.Of(34, v.twoAfter.Suffix[2]),
		linear.Of3(35, v.tag, w.Suffix[1], after.Suffix[1]),
		linear.Of3(36, v.tag, w.Traits, after.Traits),
		linear.Of2(37, v.twoBefore.Suffix[2], before.Suffix[2]),
		linear.Of3(38, w.Class, w.Traits, v.first),
		linear.Of2(39, w.Class, v.tag),
		linear.Of3(40, before.Class, w.Class, after.Class),
		linear.Of2(41, w.Class, after.Norm),
		linear.Of2(42, w.Class, before.Norm),
		linear.Of3(43, w.Class, w.Suffix[1], after.Class),
		linear.Of4(44, w.Class, w.Traits, after.Traits, after.Class),
		linear.Of2(45, v.verb, w.Norm),
		linear.Of3(46, v.verb, v.tag, w.Class),
	}
}
