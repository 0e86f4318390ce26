package attribution

import "sort"

// span is a labelled stretch with what the linker asks of it.
type span struct {
	labelled
	sure float32 // the mean probability of its role over its tokens
	head int     // the token that its other words hang on
}

// scene is a document with the spans that the tagger marked.
type scene struct {
	*reading
	marginals []scores
	spans     []span
	byRole    [roles][]int // indexes of the spans, in the order of the text
	begun     [roles][]int // how many spans of the role begin before each token
}

func newScene(r *reading, marked []Label, marginals []scores) *scene {
	s := &scene{reading: r, marginals: marginals}
	for _, l := range stretches(marked, 0) {
		s.byRole[l.role] = append(s.byRole[l.role], len(s.spans))
		s.spans = append(s.spans, s.span(l.Stretch, l.role))
	}
	for role := Source; role < roles; role++ {
		s.begun[role] = s.countBegun(role, len(marked))
	}
	return s
}

func (s *scene) span(at Stretch, role Role) span {
	sp := span{labelled: labelled{at, role}, head: s.headOf(at)}
	for _, m := range s.marginals[at.First:at.Last] {
		sp.sure += m[role.Begin()] + m[role.Inside()]
	}
	sp.sure /= float32(at.Last - at.First)
	return sp
}

func (s *scene) countBegun(role Role, tokens int) []int {
	count := make([]int, tokens+1)
	next := 0
	for i := range count {
		count[i] = next
		if next < len(s.byRole[role]) && s.spans[s.byRole[role][next]].First == i {
			next++
		}
	}
	return count
}

// around bounds how many spans are looked at on each side.
const around = 6

// near gives the spans of a role around a token, in the order of the text.
func (s *scene) near(role Role, token int) []int {
	list := s.byRole[role]
	k := sort.Search(len(list), func(i int) bool { return s.spans[list[i]].First >= token })
	return list[max(0, k-around):min(len(list), k+around)]
}

// between counts the spans of a role between two stretches, up to three.
func (s *scene) between(role Role, a, b Stretch) uint64 {
	if b.First <= a.Last {
		return 0
	}
	return uint64(min(3, s.begun[role][b.First]-s.begun[role][a.Last]))
}

// layout says how a span lies to another.
type layout struct {
	direction           uint64 // 1 where it stands behind, 2 before
	gap                 uint64 // tokens between, by size
	sentences           uint64
	paragraphs          uint64
	sources             uint64 // spans between
	contents, otherCues uint64
}

func (s *scene) lie(from, to span) layout {
	a, b := from.Stretch, to.Stretch
	l := layout{direction: 1}
	if a.First > b.First {
		a, b = b, a
		l.direction = 2
	}
	d := s.doc
	sa, sb := d.Tokens[a.First].Sentence, d.Tokens[b.First].Sentence
	l.gap = size(b.First - a.Last)
	l.sentences = size(sb - sa)
	l.paragraphs = size(d.Sentences[sb].Paragraph - d.Sentences[sa].Paragraph)
	l.sources, l.contents, l.otherCues = s.between(Source, a, b), s.between(Content, a, b), s.between(Cue, a, b)
	return l
}

// size sorts a number.
func size(n int) uint64 {
	switch {
	case n < 0:
		return 10
	case n <= 4:
		return uint64(n)
	case n <= 7:
		return 5
	case n <= 12:
		return 6
	case n <= 20:
		return 7
	case n <= 40:
		return 8
	}
	return 9
}

// eighth sorts a probability.
func eighth(p float32) uint64 { return uint64(min(p, 0.999) * 8) }
