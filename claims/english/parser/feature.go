package parser

import "github.com/counterclaim/counterclaim/claims/english/linear"

// view is what the features of a step look at: the upper end of the stack, the
// words to come, and what hangs on them.
type view struct {
	top, under, third    *node // the stack from the top down
	next, ahead, farther *node // the words to come

	topLeft, topNextLeft, topRight, topNextRight         *node
	underLeft, underNextLeft, underRight, underNextRight *node
	nextLeft, nextNextLeft                               *node

	beforeTop, afterTop, afterUnder *node // in the sentence

	toNext, toTop       uint64 // how far it is from top to next, from under to top
	marksNext, marksTop uint64 // how many marks lie between
}

const farOff = 30 // the distance to what is not there

func (s *state) view() view {
	top, under, third := s.top(0), s.top(1), s.top(2)
	v := view{
		top: s.at(top), under: s.at(under), third: s.at(third),
		next: s.at(s.next), ahead: s.at(s.next + 1), farther: s.at(s.next + 2),
		beforeTop: s.at(top - 1), afterTop: s.at(0), afterUnder: s.at(0),
		toNext: distance(top, s.next), toTop: distance(under, top),
		marksNext: s.marks(top, s.next), marksTop: s.marks(under, top),
	}
	if top > 0 {
		v.afterTop = s.at(top + 1)
	}
	if under > 0 {
		v.afterUnder = s.at(under + 1)
	}
	v.topLeft, v.topNextLeft = s.at(v.top.left), s.at(v.top.nextLeft)
	v.topRight, v.topNextRight = s.at(v.top.right), s.at(v.top.nextRight)
	v.underLeft, v.underNextLeft = s.at(v.under.left), s.at(v.under.nextLeft)
	v.underRight, v.underNextRight = s.at(v.under.right), s.at(v.under.nextRight)
	v.nextLeft, v.nextNextLeft = s.at(v.next.left), s.at(v.next.nextLeft)
	return v
}

// distance gives how many words it is from one to a later one, in steps that
// widen.
func distance(from, to int32) uint64 {
	switch far := to - from; {
	case from == 0:
		return farOff
	case far > 10:
		return 7
	case far > 6:
		return 6
	case far > 4:
		return 5
	default:
		return uint64(far)
	}
}

// marks gives how many punctuation marks lie between two words, up to three.
func (s *state) marks(from, to int32) uint64 {
	const none, most = 9, 3
	if from == 0 || to == 0 {
		return none
	}
	return uint64(min(s.nodes[to-1].marks-s.nodes[from].marks, most))
}

func of(label uint8) uint64 { return uint64(label) }

// mostFeatures is how many features a step has at most.
const mostFeatures = 100

// actionFeatures gives the features that the choice of an action looks at.
// Their numbers must stay as they were when the model was trained.
func (v *view) actionFeatures(into []linear.Feature) []linear.Feature {
	into = v.wordFeatures(into[:0])
	into = v.groupFeatures(into)
	into = v.countFeatures(into)
	into = v.childFeatures(into)
	return v.placeFeatures(into)
}

// wordFeatures look at words by themselves and at pairs of them.
func (v *view) wordFeatures(into []linear.Feature) []linear.Feature {
	top, under, third, next, ahead, farther := v.top, v.under, v.third, v.next, v.ahead, v.farther
	return append(into,
		linear.Of(1, 0),
		// words by themselves
		linear.Of(2, top.both),
		linear.Of(3, top.norm),
		linear.Of(4, top.tag),
		linear.Of(5, under.both),
		linear.Of(6, under.norm),
		linear.Of(7, under.tag),
		linear.Of(8, next.both),
		linear.Of(9, next.norm),
		linear.Of(10, next.tag),
		linear.Of(11, ahead.both),
		linear.Of(12, ahead.norm),
		linear.Of(13, ahead.tag),
		linear.Of(14, farther.tag),
		linear.Of(15, third.both),
		linear.Of(16, third.tag),
		// two words
		linear.Of2(17, top.both, next.tag),
		linear.Of2(18, top.tag, next.tag),
		linear.Of2(19, next.tag, ahead.tag),
		linear.Of2(20, next.norm, ahead.norm),
		linear.Of2(21, next.norm, ahead.tag),
		linear.Of2(22, under.both, top.both),
		linear.Of2(23, under.norm, top.norm),
		linear.Of2(24, under.tag, top.tag),
		linear.Of2(25, under.tag, top.norm),
		linear.Of2(26, under.tag, next.tag),
	)
}

// groupFeatures look at three or four words.
func (v *view) groupFeatures(into []linear.Feature) []linear.Feature {
	top, under, third, next, ahead, farther := v.top, v.under, v.third, v.next, v.ahead, v.farther
	return append(into,
		linear.Of3(27, next.tag, ahead.tag, farther.tag),
		linear.Of3(28, top.tag, next.tag, ahead.tag),
		linear.Of3(29, under.tag, top.tag, next.tag),
		linear.Of3(30, top.tag, v.topLeft.tag, next.tag),
		linear.Of3(31, top.tag, next.tag, v.nextLeft.tag),
		linear.Of3(32, third.tag, under.tag, top.tag),
		linear.Of3(33, top.norm, next.tag, ahead.tag),
		linear.Of3(34, top.tag, next.norm, ahead.tag),
		linear.Of3(35, under.tag, top.tag, v.topLeft.tag),
		linear.Of3(36, under.tag, top.tag, v.topRight.tag),
		linear.Of3(37, under.tag, v.underLeft.tag, top.tag),
		linear.Of3(38, under.tag, of(v.underRight.label), top.norm),
	)
}

// countFeatures look at how far words are apart and how many hang on them.
func (v *view) countFeatures(into []linear.Feature) []linear.Feature {
	top, under, next := v.top, v.under, v.next
	return append(into,
		// how far apart
		linear.Of2(39, v.toNext, top.norm),
		linear.Of2(40, v.toNext, top.tag),
		linear.Of2(41, v.toNext, next.norm),
		linear.Of3(42, v.toNext, top.tag, next.tag),
		linear.Of3(43, v.toTop, top.tag, under.tag),
		linear.Of2(44, v.toTop, under.norm),
		// how many hang on a word
		linear.Of2(45, top.norm, of(top.leftCount)),
		linear.Of2(46, top.tag, of(top.leftCount)),
		linear.Of2(47, top.norm, of(top.rightCount)),
		linear.Of2(48, top.tag, of(top.rightCount)),
		linear.Of2(49, under.tag, of(under.rightCount)),
		linear.Of2(50, next.norm, of(next.leftCount)),
		linear.Of2(51, next.tag, of(next.leftCount)),
	)
}

// childFeatures look at what hangs on a word.
func (v *view) childFeatures(into []linear.Feature) []linear.Feature {
	top, under, next := v.top, v.under, v.next
	return append(into,
		// what hangs on a word
		linear.Of(52, v.topLeft.norm),
		linear.Of2(53, v.topLeft.tag, of(v.topLeft.label)),
		linear.Of(54, v.topRight.norm),
		linear.Of2(55, v.topRight.tag, of(v.topRight.label)),
		linear.Of(56, v.nextLeft.norm),
		linear.Of2(57, v.nextLeft.tag, of(v.nextLeft.label)),
		linear.Of(58, v.underRight.norm),
		linear.Of2(59, v.underRight.tag, of(v.underRight.label)),
		linear.Of2(60, of(v.topLeft.label), top.tag),
		linear.Of2(61, of(v.topRight.label), top.tag),
		linear.Of2(62, of(v.nextLeft.label), next.tag),
		linear.Of2(63, v.topNextLeft.tag, of(v.topNextLeft.label)),
		linear.Of2(64, v.topNextRight.tag, of(v.topNextRight.label)),
		linear.Of2(65, v.nextNextLeft.tag, of(v.nextNextLeft.label)),
		linear.Of3(66, v.underLeft.tag, of(v.underLeft.label), under.tag),
		linear.Of3(67, top.tag, v.topLeft.tag, v.topNextLeft.tag),
		linear.Of3(68, next.tag, v.nextLeft.tag, v.nextNextLeft.tag),
		linear.Of2(69, v.underNextRight.tag, of(v.underNextRight.label)),
		linear.Of2(70, of(v.underNextLeft.label), under.tag),
		linear.Of2(71, top.norm, top.leftLabels),
		linear.Of2(72, top.tag, top.leftLabels),
		linear.Of2(73, top.norm, top.rightLabels),
		linear.Of2(74, top.tag, top.rightLabels),
		linear.Of2(75, next.norm, next.leftLabels),
		linear.Of2(76, next.tag, next.leftLabels),
		linear.Of3(77, under.tag, under.leftLabels, top.tag),
		linear.Of3(78, next.tag, next.leftLabels, top.tag),
		linear.Of3(79, top.norm, top.rightLabels, next.tag),
		// words with their first child: "that", "to", "of"
		linear.Of3(80, top.norm, v.topLeft.norm, next.tag),
		linear.Of4(81, under.tag, top.tag, of(v.topLeft.label), of(v.topRight.label)),
		linear.Of3(82, under.tag, top.tag, v.topLeft.norm),
	)
}

// placeFeatures look at marks, neighbours, endings and shapes.
func (v *view) placeFeatures(into []linear.Feature) []linear.Feature {
	top, under, third, next, ahead, farther := v.top, v.under, v.third, v.next, v.ahead, v.farther
	return append(into,
		// marks between
		linear.Of3(83, v.marksTop, under.tag, top.tag),
		linear.Of2(84, v.marksNext, v.toNext),
		linear.Of4(85, v.marksTop, v.toTop, under.coarse, top.coarse),
		// what stands beside a word
		linear.Of2(86, v.beforeTop.norm, top.tag),
		linear.Of2(87, v.afterTop.norm, top.tag),
		linear.Of3(88, v.beforeTop.tag, top.tag, next.tag),
		linear.Of3(89, v.afterTop.tag, top.tag, next.tag),
		linear.Of3(90, v.afterUnder.tag, under.tag, top.tag),
		linear.Of3(91, v.afterTop.tag, under.tag, top.tag),
		// endings and shapes
		linear.Of2(92, top.suffix, next.tag),
		linear.Of2(93, next.suffix, top.tag),
		linear.Of4(94, top.shape, next.shape, top.tag, next.tag),
		linear.Of2(95, under.suffix, top.tag),
		linear.Of2(96, top.suffix, under.tag),
		linear.Of4(97, under.coarse, top.coarse, next.coarse, ahead.coarse),
		linear.Of4(98, third.coarse, under.coarse, top.coarse, next.coarse),
		linear.Of4(99, top.coarse, next.coarse, ahead.coarse, farther.coarse),
	)
}
