package parser

import "github.com/counterclaim/counterclaim/claims/english/linear"

// labelFeatures gives the features that the choice of a relation looks at, when
// an action is about to hang the dependent on the head. Their numbers must stay
// as they were when the model was trained.
func (s *state) labelFeatures(a action, into []linear.Feature) []linear.Feature {
	headAt, dependentAt := s.arcOf(a)
	head, word := s.at(headAt), s.at(dependentAt)
	side, siblings := uint64(a), head.leftLabels
	if a == rightArc {
		siblings = head.rightLabels
	}
	first, last := min(headAt, dependentAt), max(headAt, dependentAt)
	near, marks := side<<8|distance(first, last), s.marks(first, last)
	before, after := s.at(dependentAt-1), s.at(dependentAt+1)
	headBefore, headAfter := s.at(headAt-1), s.at(headAt+1)
	left, nextLeft := s.at(word.left), s.at(word.nextLeft)
	return append(into[:0],
		linear.Of(1, side),
		linear.Of2(2, side, word.norm),
		linear.Of2(3, side, word.tag),
		linear.Of2(4, side, word.both),
		linear.Of2(5, side, head.norm),
		linear.Of2(6, side, head.tag),
		linear.Of2(7, side, head.both),
		linear.Of3(8, side, word.tag, head.tag),
		linear.Of3(9, side, word.norm, head.tag),
		linear.Of3(10, side, word.tag, head.norm),
		linear.Of3(11, side, word.norm, head.norm),
		linear.Of3(12, side, word.both, head.both),
		linear.Of3(13, near, word.tag, head.tag),
		linear.Of2(14, near, word.tag),
		linear.Of2(15, near, head.tag),
		linear.Of2(16, near, word.norm),
		linear.Of3(17, side, word.suffix, head.tag),
		linear.Of3(18, side, word.suffix, head.suffix),
		linear.Of3(19, side, word.tag, head.suffix),
		linear.Of4(20, side, word.tag, head.tag, before.tag),
		linear.Of4(21, side, word.tag, head.tag, headAfter.tag),
		linear.Of3(22, side, before.norm, word.tag),
		linear.Of3(23, side, after.norm, word.tag),
		linear.Of3(24, side, headBefore.norm, word.tag),
		linear.Of3(25, side, headAfter.norm, word.tag),
		linear.Of3(26, side, siblings, word.tag),
		linear.Of3(27, side, siblings, head.tag),
		linear.Of4(28, side, siblings, word.tag, head.tag),
		linear.Of3(29, side, siblings, head.norm),
		linear.Of3(30, side, head.leftLabels, head.rightLabels),
		linear.Of3(31, side, word.leftLabels, word.tag),
		linear.Of3(32, side, word.rightLabels, word.tag),
		linear.Of4(33, side, word.rightLabels, word.tag, head.tag),
		linear.Of3(34, side, word.leftLabels, head.norm),
		linear.Of3(35, side, left.norm, word.tag),
		linear.Of4(36, side, left.norm, word.tag, head.norm),
		linear.Of4(37, side, left.tag, of(left.label), word.tag),
		linear.Of4(38, side, nextLeft.norm, word.tag, head.tag),
		linear.Of3(39, side, marks, word.tag),
		linear.Of3(40, side, marks, head.norm),
		linear.Of4(41, near, marks, word.coarse, head.coarse),
		linear.Of3(42, side, s.at(s.next).tag, word.tag),
		linear.Of3(43, side, s.at(s.next+1).tag, word.tag),
		linear.Of3(44, side, s.at(s.top(1)).tag, word.tag),
	)
}
