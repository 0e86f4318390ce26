package parser

import "github.com/counterclaim/counterclaim/claims/english/linear"

// labelFeatureCount is how many features an arc has.
const labelFeatureCount = 60

// labelFeatures gives the features that the choice of a relation looks at, when
// an action is about to hang the dependent on the head. Their numbers must stay
// as they were when the model was trained.
func (s *state) labelFeatures(a action, into *[labelFeatureCount]linear.Feature) {
	headAt, dependentAt := s.arcOf(a)
	head, word := s.at(headAt), s.at(dependentAt)
	side, far, marks := uint64(a), distance(dependentAt, headAt), uint64(0)
	siblings, last, nextLast := head.leftLabels, s.at(head.left), s.at(head.nextLeft)
	if a == rightArc {
		far = distance(headAt, dependentAt)
		siblings, last, nextLast = head.rightLabels, s.at(head.right), s.at(head.nextRight)
		marks = s.marks(headAt, dependentAt)
	} else {
		marks = s.marks(dependentAt, headAt)
	}
	near := side<<8 | far
	before, after := s.at(dependentAt-1), s.at(dependentAt+1)
	headBefore, headAfter := s.at(headAt-1), s.at(headAt+1)
	left, right, nextLeft := s.at(word.left), s.at(word.right), s.at(word.nextLeft)
	*into = [labelFeatureCount]linear.Feature{
		linear.Of(300, side),
		linear.Of2(301, side, word.norm),
		linear.Of2(302, side, word.tag),
		linear.Of2(303, side, word.both),
		linear.Of2(304, side, head.norm),
		linear.Of2(305, side, head.tag),
		linear.Of2(306, side, head.both),
		linear.Of3(307, side, word.tag, head.tag),
		linear.Of3(308, side, word.norm, head.tag),
		linear.Of3(309, side, word.tag, head.norm),
		linear.Of3(310, side, word.norm, head.norm),
		linear.Of3(311, side, word.both, head.both),
		linear.Of3(312, near, word.tag, head.tag),
		linear.Of2(313, near, word.tag),
		linear.Of2(314, near, head.tag),
		linear.Of2(315, near, word.norm),
		linear.Of3(316, side, word.suffix, head.tag),
		linear.Of3(317, side, word.suffix, head.suffix),
		linear.Of3(318, side, word.tag, head.suffix),
		linear.Of3(319, side, word.shape, head.tag),
		linear.Of3(320, side, word.coarse, head.coarse),
		linear.Of4(321, side, word.tag, head.tag, before.tag),
		linear.Of4(322, side, word.tag, head.tag, after.tag),
		linear.Of4(323, side, word.tag, head.tag, headBefore.tag),
		linear.Of4(324, side, word.tag, head.tag, headAfter.tag),
		linear.Of3(325, side, before.norm, word.tag),
		linear.Of3(326, side, after.norm, word.tag),
		linear.Of3(327, side, headBefore.norm, word.tag),
		linear.Of3(328, side, headAfter.norm, word.tag),
		linear.Of3(329, side, siblings, word.tag),
		linear.Of3(330, side, siblings, head.tag),
		linear.Of4(331, side, siblings, word.tag, head.tag),
		linear.Of3(332, side, siblings, head.norm),
		linear.Of4(333, side, of(last.label), word.tag, head.tag),
		linear.Of4(334, side, last.tag, word.tag, head.tag),
		linear.Of4(335, side, of(last.label), of(nextLast.label), word.tag),
		linear.Of3(336, side, head.leftLabels, head.rightLabels),
		linear.Of4(337, side, head.leftLabels, word.tag, head.tag),
		linear.Of3(338, side, word.leftLabels, word.tag),
		linear.Of3(339, side, word.rightLabels, word.tag),
		linear.Of4(340, side, word.leftLabels, word.tag, head.tag),
		linear.Of4(341, side, word.rightLabels, word.tag, head.tag),
		linear.Of4(342, side, word.leftLabels, word.rightLabels, head.tag),
		linear.Of3(343, side, word.leftLabels, head.norm),
		linear.Of3(344, side, left.norm, word.tag),
		linear.Of4(345, side, left.norm, word.tag, head.tag),
		linear.Of4(346, side, left.norm, word.norm, head.tag),
		linear.Of4(347, side, left.norm, word.tag, head.norm),
		linear.Of4(348, side, right.norm, word.tag, head.tag),
		linear.Of4(349, side, left.tag, of(left.label), word.tag),
		linear.Of4(350, side, right.tag, of(right.label), word.tag),
		linear.Of4(351, side, nextLeft.norm, word.tag, head.tag),
		linear.Of4(352, side, marks, word.tag, head.tag),
		linear.Of3(353, side, marks, word.tag),
		linear.Of3(354, side, marks, head.norm),
		linear.Of4(355, near, marks, word.coarse, head.coarse),
		linear.Of3(356, side, s.at(s.next).tag, word.tag),
		linear.Of3(357, side, s.at(s.next+1).tag, word.tag),
		linear.Of3(358, side, s.at(s.top(1)).tag, word.tag),
		linear.Of4(359, side, before.tag, word.tag, after.tag),
	}
}
