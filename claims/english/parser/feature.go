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

	beforeTop, afterTop, afterUnder, beforeNext *node // in the sentence

	toNext, toTop       uint64 // how far it is from top to next, from under to top
	marksNext, marksTop uint64 // how many marks lie between
}

const farOff = 30 // the distance to what is not there

func (s *state) view() view {
	top, under, third := s.top(0), s.top(1), s.top(2)
	v := view{
		top: s.at(top), under: s.at(under), third: s.at(third),
		next: s.at(s.next), ahead: s.at(s.next + 1), farther: s.at(s.next + 2),
		beforeTop: s.at(top - 1), afterTop: s.at(0), afterUnder: s.at(0), beforeNext: s.at(s.next - 1),
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

func both(first, second uint8) uint64 { return uint64(first)<<8 | uint64(second) }

func of(label uint8) uint64 { return uint64(label) }

// actionFeatureCount is how many features a step has.
const actionFeatureCount = 139

// actionFeatures gives the features that the choice of an action looks at.
// Their numbers must stay as they were when the model was trained.
func (v *view) actionFeatures(into *[actionFeatureCount]linear.Feature) {
	top, under, third, next, ahead, farther := v.top, v.under, v.third, v.next, v.ahead, v.farther
	*into = [actionFeatureCount]linear.Feature{
		linear.Of(100, 0),
		// words by themselves
		linear.Of(101, top.both),
		linear.Of(102, top.norm),
		linear.Of(103, top.tag),
		linear.Of(104, under.both),
		linear.Of(105, under.norm),
		linear.Of(106, under.tag),
		linear.Of(107, next.both),
		linear.Of(108, next.norm),
		linear.Of(109, next.tag),
		linear.Of(110, ahead.both),
		linear.Of(111, ahead.norm),
		linear.Of(112, ahead.tag),
		linear.Of(113, farther.both),
		linear.Of(114, farther.tag),
		linear.Of(115, third.both),
		linear.Of(116, third.tag),
		// two words
		linear.Of2(117, top.both, next.both),
		linear.Of2(118, top.both, next.norm),
		linear.Of2(119, top.norm, next.both),
		linear.Of2(120, top.both, next.tag),
		linear.Of2(121, top.tag, next.both),
		linear.Of2(122, top.norm, next.norm),
		linear.Of2(123, top.tag, next.tag),
		linear.Of2(124, next.tag, ahead.tag),
		linear.Of2(125, next.norm, ahead.norm),
		linear.Of2(126, next.norm, ahead.tag),
		linear.Of2(127, under.both, top.both),
		linear.Of2(128, under.norm, top.norm),
		linear.Of2(129, under.tag, top.tag),
		linear.Of2(130, under.norm, top.tag),
		linear.Of2(131, under.tag, top.norm),
		linear.Of2(132, under.norm, top.both),
		linear.Of2(133, under.both, top.tag),
		linear.Of2(134, under.norm, next.norm),
		linear.Of2(135, under.tag, next.tag),
		linear.Of2(136, under.norm, next.tag),
		// three and four words
		linear.Of3(137, next.tag, ahead.tag, farther.tag),
		linear.Of3(138, top.tag, next.tag, ahead.tag),
		linear.Of3(139, under.tag, top.tag, next.tag),
		linear.Of3(140, top.tag, v.topLeft.tag, next.tag),
		linear.Of3(141, top.tag, v.topRight.tag, next.tag),
		linear.Of3(142, top.tag, next.tag, v.nextLeft.tag),
		linear.Of3(143, third.tag, under.tag, top.tag),
		linear.Of3(144, under.norm, top.tag, next.tag),
		linear.Of3(145, under.tag, top.norm, next.tag),
		linear.Of3(146, under.tag, top.tag, next.norm),
		linear.Of3(147, top.norm, next.tag, ahead.tag),
		linear.Of3(148, top.tag, next.norm, ahead.tag),
		linear.Of4(149, under.tag, top.tag, next.tag, ahead.tag),
		linear.Of3(150, under.tag, v.underRight.tag, top.tag),
		linear.Of3(151, under.tag, top.tag, v.topLeft.tag),
		linear.Of3(152, under.tag, top.tag, v.topRight.tag),
		linear.Of3(153, under.tag, v.underLeft.tag, top.tag),
		linear.Of4(154, under.tag, v.underRight.tag, of(v.underRight.label), top.tag),
		linear.Of3(155, under.norm, of(v.underRight.label), top.tag),
		linear.Of3(156, under.tag, of(v.underRight.label), top.norm),
		// how far apart
		linear.Of2(157, v.toNext, top.norm),
		linear.Of2(158, v.toNext, top.tag),
		linear.Of2(159, v.toNext, next.norm),
		linear.Of2(160, v.toNext, next.tag),
		linear.Of3(161, v.toNext, top.tag, next.tag),
		linear.Of3(162, v.toTop, top.tag, under.tag),
		linear.Of2(163, v.toTop, under.norm),
		linear.Of2(164, v.toTop, top.norm),
		linear.Of4(165, v.toTop, top.tag, under.tag, next.tag),
		// how many hang on a word
		linear.Of2(166, top.norm, of(top.leftCount)),
		linear.Of2(167, top.tag, of(top.leftCount)),
		linear.Of2(168, top.norm, of(top.rightCount)),
		linear.Of2(169, top.tag, of(top.rightCount)),
		linear.Of2(170, under.norm, of(under.rightCount)),
		linear.Of2(171, under.tag, of(under.rightCount)),
		linear.Of2(172, next.norm, of(next.leftCount)),
		linear.Of2(173, next.tag, of(next.leftCount)),
		linear.Of3(174, under.tag, both(under.leftCount, under.rightCount), top.tag),
		linear.Of3(175, top.tag, both(top.leftCount, top.rightCount), next.tag),
		// what hangs on a word
		linear.Of(176, v.topLeft.norm),
		linear.Of2(177, v.topLeft.tag, of(v.topLeft.label)),
		linear.Of(178, v.topRight.norm),
		linear.Of2(179, v.topRight.tag, of(v.topRight.label)),
		linear.Of(180, v.nextLeft.norm),
		linear.Of2(181, v.nextLeft.tag, of(v.nextLeft.label)),
		linear.Of(182, v.underRight.norm),
		linear.Of2(183, v.underRight.tag, of(v.underRight.label)),
		linear.Of2(184, of(v.topLeft.label), top.tag),
		linear.Of2(185, of(v.topRight.label), top.tag),
		linear.Of2(186, of(v.nextLeft.label), next.tag),
		linear.Of2(187, v.topNextLeft.tag, of(v.topNextLeft.label)),
		linear.Of2(188, v.topNextRight.tag, of(v.topNextRight.label)),
		linear.Of2(189, v.nextNextLeft.tag, of(v.nextNextLeft.label)),
		linear.Of3(190, v.underLeft.tag, of(v.underLeft.label), under.tag),
		linear.Of3(191, top.tag, v.topLeft.tag, v.topNextLeft.tag),
		linear.Of3(192, top.tag, v.topRight.tag, v.topNextRight.tag),
		linear.Of3(193, next.tag, v.nextLeft.tag, v.nextNextLeft.tag),
		linear.Of2(194, v.underNextRight.tag, of(v.underNextRight.label)),
		linear.Of2(195, of(v.underNextLeft.label), under.tag),
		linear.Of2(196, top.norm, top.leftLabels),
		linear.Of2(197, top.tag, top.leftLabels),
		linear.Of2(198, top.norm, top.rightLabels),
		linear.Of2(199, top.tag, top.rightLabels),
		linear.Of2(200, next.norm, next.leftLabels),
		linear.Of2(201, next.tag, next.leftLabels),
		linear.Of2(202, under.norm, under.rightLabels),
		linear.Of2(203, under.tag, under.rightLabels),
		linear.Of3(204, under.tag, under.rightLabels, top.tag),
		linear.Of3(205, under.norm, under.rightLabels, top.tag),
		linear.Of3(206, under.tag, under.leftLabels, top.tag),
		linear.Of4(207, top.tag, top.leftLabels, top.rightLabels, next.tag),
		linear.Of3(208, next.tag, next.leftLabels, top.tag),
		linear.Of3(209, top.norm, top.rightLabels, next.tag),
		// marks between
		linear.Of3(210, v.marksNext, top.tag, next.tag),
		linear.Of3(211, v.marksTop, under.tag, top.tag),
		linear.Of3(212, v.marksTop, under.norm, top.tag),
		linear.Of2(213, v.marksNext, v.toNext),
		linear.Of4(214, v.marksTop, v.toTop, under.coarse, top.coarse),
		// what stands beside a word
		linear.Of2(215, v.beforeTop.norm, top.tag),
		linear.Of2(216, v.afterTop.norm, top.tag),
		linear.Of3(217, v.beforeTop.tag, top.tag, next.tag),
		linear.Of3(218, v.afterTop.tag, top.tag, next.tag),
		linear.Of3(219, v.beforeNext.tag, next.tag, top.tag),
		linear.Of3(220, v.afterUnder.tag, under.tag, top.tag),
		linear.Of3(221, v.afterTop.tag, under.tag, top.tag),
		linear.Of3(222, v.afterUnder.norm, under.tag, top.tag),
		// endings and shapes
		linear.Of2(223, top.suffix, next.tag),
		linear.Of2(224, next.suffix, top.tag),
		linear.Of2(225, top.suffix, under.suffix),
		linear.Of2(226, top.suffix, next.suffix),
		linear.Of4(227, top.shape, next.shape, top.tag, next.tag),
		linear.Of2(228, under.suffix, top.tag),
		linear.Of2(229, top.suffix, under.tag),
		linear.Of4(230, under.coarse, top.coarse, next.coarse, ahead.coarse),
		linear.Of4(231, third.coarse, under.coarse, top.coarse, next.coarse),
		linear.Of4(232, top.coarse, next.coarse, ahead.coarse, farther.coarse),
		// words with their first child: "that", "to", "of"
		linear.Of3(233, top.norm, v.topLeft.norm, next.tag),
		linear.Of3(234, under.norm, top.norm, v.topLeft.tag),
		linear.Of4(235, under.tag, top.tag, of(v.topLeft.label), of(v.topRight.label)),
		linear.Of3(236, under.tag, top.tag, v.topLeft.norm),
		linear.Of3(237, under.norm, top.tag, v.topLeft.norm),
		linear.Of3(238, next.norm, top.norm, of(v.nextLeft.label)),
	}
}
