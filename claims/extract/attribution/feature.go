package attribution

import "github.com/counterclaim/counterclaim/claims/english/linear"

// The features of a token are those that linear taggers of attributions look
// at (Pareti et al. 2013; Scheible, Klinger and Padó 2016): words and tags
// around it, quotation marks, near cues and the tree; and what the rules say.
// The numbers are those of the templates: a new one changes the model.

// beyond stands for the value of a token before the first or behind the last.
const beyond = 1

func at(list []uint64, i int) uint64 {
	if i < 0 || i >= len(list) {
		return beyond
	}
	return list[i]
}

// features appends the features of a token.
func (r *reading) features(i int, out []linear.Feature) []linear.Feature {
	f := r.frameOf(i)
	out = r.wordFeatures(i, f, out)
	out = r.tagFeatures(i, out)
	out = r.quoteFeatures(i, f, out)
	out = r.cueFeatures(i, f, out)
	out = r.hintFeatures(i, out)
	out = r.nameFeatures(i, out)
	return r.treeFeatures(i, f, out)
}

// frame is what holds of the sentence around a token.
type frame struct {
	place  uint64 // 1 for its first token, 2 for its last
	opens  uint64 // 1 where it opens its paragraph
	quoted uint64 // how it begins
	length uint64 // of the quotation it begins with
	cues   uint64 // 1 with a likely cue to the left of the token, 2 to the right
}

func (r *reading) frameOf(i int) frame {
	d := r.doc
	s := d.Sentences[d.Tokens[i].Sentence]
	f := frame{quoted: r.quote[s.First], length: r.length[s.First]}
	if i == s.First {
		f.place = 1
	}
	if i == s.Last-1 {
		f.place |= 2
	}
	if d.Paragraphs[s.Paragraph].First == d.Tokens[i].Sentence {
		f.opens = 1
	}
	if r.left[i] >= 0 {
		f.cues = 1
	}
	if r.right[i] >= 0 {
		f.cues |= 2
	}
	return f
}

func (r *reading) wordFeatures(i int, f frame, out []linear.Feature) []linear.Feature {
	w, after, after2 := r.norm[i], at(r.norm, i+1), at(r.norm, i+2)
	before, before2 := at(r.norm, i-1), at(r.norm, i-2)
	return append(out,
		linear.Of(1, w), linear.Of2(2, r.shape[i], f.place), linear.Of(3, r.suffix[i]), linear.Of(4, before), linear.Of(5, after),
		linear.Of(6, before2), linear.Of(7, after2), linear.Of2(8, before, w), linear.Of2(9, w, after), linear.Of2(10, before, after),
		linear.Of(11, at(r.norm, i-3)), linear.Of(12, at(r.norm, i+3)), linear.Of3(13, before2, before, w), linear.Of3(14, w, after, after2),
		linear.Of3(15, at(r.shape, i-1), r.shape[i], at(r.shape, i+1)), linear.Of2(16, f.place, f.opens), linear.Of(17, 0))
}

func (r *reading) tagFeatures(i int, out []linear.Feature) []linear.Feature {
	w, t, l := r.norm[i], r.tag[i], r.lemma[i]
	after, after2, before, before2 := at(r.tag, i+1), at(r.tag, i+2), at(r.tag, i-1), at(r.tag, i-2)
	return append(out,
		linear.Of(20, t), linear.Of2(21, before, t), linear.Of2(22, t, after), linear.Of3(23, before, t, after), linear.Of2(24, w, t),
		linear.Of3(25, t, after, after2), linear.Of3(26, before2, before, t), linear.Of2(27, at(r.norm, i-1), t), linear.Of2(28, t, at(r.norm, i+1)),
		linear.Of2(29, l, t))
}

func (r *reading) quoteFeatures(i int, f frame, out []linear.Feature) []linear.Feature {
	q, length := r.quote[i], r.length[i]
	before, before2, after := at(r.quote, i-1), at(r.quote, i-2), at(r.quote, i+1)
	return append(out,
		linear.Of2(30, q, length), linear.Of3(31, q, before, after), linear.Of3(32, q, f.quoted, f.cues), linear.Of4(33, q, length, f.place, f.opens),
		linear.Of2(34, q, r.norm[i]), linear.Of3(35, before, r.norm[i], at(r.norm, i+1)), linear.Of4(36, before2, before, q, r.tag[i]),
		linear.Of4(37, q, at(r.quote, i-3), before2, before), linear.Of3(38, f.quoted, f.cues, r.tag[i]), linear.Of3(39, f.length, f.cues, q))
}

func (r *reading) cueFeatures(i int, f frame, out []linear.Feature) []linear.Feature {
	c, l, q, t, w := r.cue[i], r.cueLem[i], r.quote[i], r.tag[i], r.norm[i]
	left, right := r.left[i], r.right[i]
	near, ahead := distance(left, i), distance(i, right)
	out = append(out,
		linear.Of(40, c), linear.Of2(41, c, t), linear.Of2(42, at(r.cue, i-1), at(r.cue, i+1)), linear.Of2(43, f.cues, q), linear.Of(44, near), linear.Of(45, ahead),
		linear.Of2(46, at(r.norm, left), near), linear.Of2(47, at(r.norm, right), ahead), linear.Of2(48, f.cues, t), linear.Of3(49, near, t, w), linear.Of2(50, ahead, t),
		linear.Of5(51, at(r.cue, i-2), at(r.cue, i-1), c, at(r.cue, i+1), at(r.cue, i+2)),
		linear.Of(52, l), linear.Of2(53, l, t), linear.Of3(54, at(r.cueLem, i-1), l, at(r.cueLem, i+1)), linear.Of2(55, l, q))
	if left >= 0 {
		out = append(out, linear.Of2(56, r.norm[left], at(r.norm, left+1)), linear.Of2(57, at(r.norm, left+1), q))
	}
	if right >= 0 {
		out = append(out, linear.Of2(58, r.norm[right], at(r.norm, right-1)), linear.Of3(59, at(r.tag, right-1), t, ahead), linear.Of3(60, at(r.tag, right-1), q, f.cues))
	}
	return out
}

// distance sorts the number of tokens from one to another.
func distance(from, to int) uint64 {
	if from < 0 || to < 0 {
		return 99
	}
	switch n := to - from; {
	case n > 20:
		return 8
	case n > 10:
		return 7
	case n > 5:
		return 6
	default:
		return uint64(n)
	}
}

func (r *reading) hintFeatures(i int, out []linear.Feature) []linear.Feature {
	h, before, after := r.hint[i], at(r.hint, i-1), at(r.hint, i+1)
	return append(out,
		linear.Of(61, h), linear.Of2(62, h, r.tag[i]), linear.Of3(63, before, h, after), linear.Of2(64, h, r.norm[i]), linear.Of2(65, h, r.quote[i]),
		linear.Of3(66, h, after, r.cue[i]), linear.Of4(67, at(r.hint, i-2), before, h, r.tag[i]), linear.Of4(68, h, after, at(r.hint, i+2), r.tag[i]),
		linear.Of3(69, h, at(r.norm, i-1), r.norm[i]), linear.Of2(70, h, r.lemma[i]))
}

func (r *reading) nameFeatures(i int, out []linear.Feature) []linear.Feature {
	n, before, after := r.name[i], at(r.name, i-1), at(r.name, i+1)
	return append(out,
		linear.Of(71, n), linear.Of2(72, n, r.tag[i]), linear.Of3(73, before, n, after), linear.Of2(74, n, at(r.cueLem, i+1)), linear.Of2(75, n, at(r.cueLem, i-1)))
}
