package attribution

import (
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// treeMark says how a token hangs about the nearest likely cue of the tree.
type treeMark struct {
	role  uint64 // the relation next to the cue, and the side
	verb  uint64 // with the cue's word
	edge  uint64 // 1 where a run of the same role begins, 2 where it ends
	under uint64 // the relations of what hangs on the token itself
}

// highest bounds how far up the tree is looked.
const highest = 30

// climb fills in the marks of the tree.
func (r *reading) climb() {
	for i := range r.tree {
		r.climbFrom(i)
	}
	for s := range r.doc.Sentences {
		r.around(&r.doc.Sentences[s])
	}
	for i := range r.tree {
		if i == 0 || r.tree[i-1].role != r.tree[i].role || !r.sameSentence(i-1, i) {
			r.tree[i].edge = 1
		}
		if i+1 == len(r.tree) || r.tree[i+1].role != r.tree[i].role || !r.sameSentence(i, i+1) {
			r.tree[i].edge |= 2
		}
	}
}

func (r *reading) sameSentence(a, b int) bool {
	return r.doc.Tokens[a].Sentence == r.doc.Tokens[b].Sentence
}

// treeCue says whether the tree is read from this token.
func (r *reading) treeCue(i int) bool {
	return r.cue[i] >= likely || r.cue[i] == likely-1 && r.doc.Tokens[i].Tag == english.Verb
}

// climbFrom looks up the tree for a likely cue.
func (r *reading) climbFrom(i int) {
	tokens := r.doc.Tokens
	at := i
	for range highest {
		up := tokens[at].Head
		if up < 0 {
			return
		}
		if r.treeCue(up) {
			side := uint64(1)
			if i > up {
				side = 2
			}
			r.tree[i].role = linear.Of2(0, linear.Word(tokens[at].Relation), side)
			r.tree[i].verb = linear.Of2(1, r.tree[i].role, r.norm[up])
			return
		}
		at = up
	}
}

// around marks what stands about a cue that is set into its sentence: in
// "Olin, the mayor said, had left", "said" hangs on "left".
func (r *reading) around(s *english.Sentence) {
	const most = 4 // cues of one sentence
	seen := 0
	for c := s.First; c < s.Last && seen < most; c++ {
		t := &r.doc.Tokens[c]
		if !r.treeCue(c) || t.Head < 0 || t.Relation != "parataxis" && t.Relation != "advcl" {
			continue
		}
		seen++
		relation := linear.Word(t.Relation)
		for i := s.First; i < s.Last; i++ {
			if r.tree[i].role != 0 || i == c {
				continue
			}
			side := uint64(3)
			if i > c {
				side = 4
			}
			r.tree[i].role = linear.Of2(0, relation, side)
			r.tree[i].verb = linear.Of2(1, r.tree[i].role, r.norm[c])
		}
	}
	r.children(s)
}

// told are the relations that tell a verb that reports from others.
var told = map[string]uint64{"nsubj": 1, "ccomp": 2, "obj": 4, "xcomp": 8, "obl": 16, "nsubj:pass": 32, "acl": 64, "mark": 128}

// children gathers which relations hang on each token.
func (r *reading) children(s *english.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &r.doc.Tokens[i]
		if t.Head >= 0 {
			r.tree[t.Head].under |= told[t.Relation]
		}
	}
}

func (r *reading) treeFeatures(i int, f frame, out []linear.Feature) []linear.Feature {
	t := &r.doc.Tokens[i]
	relation := linear.Word(t.Relation)
	var head, headTag, headCue, above uint64 = 5, 5, 9, 6
	if up := t.Head; up >= 0 {
		head, headTag, headCue = r.norm[up], r.tag[up], r.cue[up]
		if next := r.doc.Tokens[up].Head; next >= 0 {
			above = r.norm[next]
		}
	}
	m := r.tree[i]
	before, after := uint64(beyond), uint64(beyond)
	if i > 0 {
		before = r.tree[i-1].role
	}
	if i+1 < len(r.tree) {
		after = r.tree[i+1].role
	}
	w, tag, q, c := r.norm[i], r.tag[i], r.quote[i], r.cue[i]
	out = append(out,
		linear.Of(80, relation), linear.Of2(81, relation, head), linear.Of2(82, relation, headTag), linear.Of2(83, relation, headCue), linear.Of2(84, relation, w),
		linear.Of(85, m.role), linear.Of(86, m.verb), linear.Of2(87, m.role, tag), linear.Of3(88, m.role, q, f.quoted), linear.Of2(89, m.role, m.edge),
		linear.Of2(90, before, m.role), linear.Of2(91, m.role, after), linear.Of2(92, m.role, w), linear.Of3(93, before, m.role, c), linear.Of3(94, m.role, m.edge, w),
		linear.Of4(95, m.role, m.edge, tag, q), linear.Of3(96, relation, above, headTag))
	if c > 0 || t.Tag == english.Verb {
		out = append(out, linear.Of2(97, m.under, c), linear.Of2(98, m.under, w), linear.Of3(99, m.under, relation, c), linear.Of2(100, m.under, r.lemma[i]))
	}
	return out
}

// headOf gives the token of a stretch that hangs on one outside of it.
func (r *reading) headOf(s Stretch) int {
	for i := s.First; i < s.Last; i++ {
		t := &r.doc.Tokens[i]
		if t.Tag != english.Punct && (t.Head < s.First || t.Head >= s.Last) {
			return i
		}
	}
	return s.First
}

// path describes the way in the tree between two tokens: the relation by which
// one hangs on the other, directly or a few steps away.
func (r *reading) path(from, to int) uint64 {
	const steps = 4
	if p := r.upward(to, from, steps); p != 0 {
		return linear.Of2(2, p, 1)
	}
	if p := r.upward(from, to, steps); p != 0 {
		return linear.Of2(2, p, 2)
	}
	a, b := &r.doc.Tokens[from], &r.doc.Tokens[to]
	if a.Head >= 0 && a.Head == b.Head {
		return linear.Of3(3, linear.Word(a.Relation), linear.Word(b.Relation), 1)
	}
	return 0
}

// upward gives the last relation on the way up from a token to another, zero
// where it is not above.
func (r *reading) upward(from, to, steps int) uint64 {
	for k := range steps {
		t := &r.doc.Tokens[from]
		if t.Head < 0 {
			return 0
		}
		if t.Head == to {
			return linear.Of2(4, linear.Word(t.Relation), uint64(min(k, 2)))
		}
		from = t.Head
	}
	return 0
}
