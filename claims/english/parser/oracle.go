package parser

// gold is the right tree of a sentence, by the numbers of nodes.
type gold struct {
	heads    []int32
	labels   []uint8
	children [][]int32
}

// costs gives for each action how many of the right arcs it puts out of reach
// (Goldberg and Nivre 2013, for arc-hybrid); -1 where an action is not open.
func (g *gold) costs(s *state) [actions]int {
	costs := [actions]int{-1, -1, -1}
	if s.can(shift) {
		costs[shift] = g.shiftCost(s)
	}
	for _, a := range []action{leftArc, rightArc} {
		if s.can(a) {
			costs[a] = g.attachCost(s, a)
		}
	}
	return costs
}

// shiftCost counts what is lost when the next word goes on the stack: the words
// of the stack that hang on it, and its head if that lies beneath the top.
func (g *gold) shiftCost(s *state) int {
	lost := 0
	for _, child := range g.children[s.next] {
		if child < s.next && s.nodes[child].head == 0 {
			lost++
		}
	}
	for depth := 1; depth < len(s.stack); depth++ {
		if s.top(depth) == g.heads[s.next] {
			lost++
		}
	}
	return lost
}

// attachCost counts what is lost when the top leaves the stack: the words to
// come that hang on it, and its head if that is another one within reach.
func (g *gold) attachCost(s *state, a action) int {
	top, lost := s.top(0), 0
	for _, child := range g.children[top] {
		if child >= s.next {
			lost++
		}
	}
	right := g.heads[top]
	given, _ := s.arcOf(a)
	if right != given && (right >= s.next || a == leftArc && right == s.top(1)) {
		lost++
	}
	return lost
}

// rate gives, among the actions that cost least and among the others, the one
// of the highest score; noAction where there is none.
func (g *gold) rate(s *state, scores *[actions]float32) (right, wrong action) {
	costs := g.costs(s)
	least := -1
	for _, cost := range costs {
		if cost >= 0 && (least < 0 || cost < least) {
			least = cost
		}
	}
	right, wrong = noAction, noAction
	for a, cost := range costs {
		switch {
		case cost < 0:
		case cost == least:
			right = better(scores, right, action(a))
		default:
			wrong = better(scores, wrong, action(a))
		}
	}
	return right, wrong
}

func better(scores *[actions]float32, old, other action) action {
	if old == noAction || scores[other] > scores[old] {
		return other
	}
	return old
}
