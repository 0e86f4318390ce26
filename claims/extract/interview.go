package extract

import (
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// interview reads questions and answers that letters introduce:
//
//	Q: Is the ward safe?
//
//	A: It is.
type interview struct {
	asked  bool // a question came before
	answer int  // the paragraph of the answer that goes on; -1 for none
}

// label gives "q" or "a" where the line begins with the letter or word for a
// question or an answer.
func (l *line) label() string {
	if len(l.units) < 3 || !l.units[1].is(":") {
		return ""
	}
	switch {
	case l.units[0].is("q", "question"):
		return "q"
	case l.units[0].is("a", "answer"):
		return "a"
	}
	return ""
}

// answers gives what a line answers, a statement for each sentence; false
// where it is no answer.
func (v *interview) answers(l *line, index int) (find, bool) {
	first := 0
	switch l.label() {
	case "q":
		v.asked, v.answer = true, -1
		return find{}, false
	case "a":
		if !v.asked {
			return find{}, false
		}
		v.answer, first = l.paragraph, 2
	}
	if !v.asked || v.answer != l.paragraph {
		return find{}, false
	}
	f := find{group: group{entry: colonCue}, line: index, through: index, within: -1, carried: first == 0, answers: true}
	if first > 0 {
		f.verb, f.cue, f.source = 1, stretch{1, 2}, stretch{0, 1}
	}
	f.content, f.direct = l.fragments([]stretch{{first, len(l.units)}})
	return f, len(f.content) > 0
}

// interviewed gives who answers in an interview: of the people named before the first
// question the one named most often; nil where nobody stands out.
func (r *resolver) interviewed() *actor {
	if a := r.mostNamed(func(i int) bool { return r.cast.doc.Names[i].Kind == english.PersonName }); a != nil {
		return a
	}
	return r.mostNamed(func(int) bool { return true })
}

// mostNamed gives the person named most often before the first question, of
// the names that pass; nil where two are named equally often.
func (r *resolver) mostNamed(pass func(name int) bool) *actor {
	counts := map[*actor]int{}
	var best *actor
	even := false
	end := r.firstQuestion()
	for i := range r.cast.doc.Names {
		if r.cast.doc.Names[i].Span.Start >= end {
			break
		}
		a := r.cast.byName[i]
		if a == nil || a.kind != claims.Person || !pass(i) {
			continue
		}
		counts[a]++
		switch {
		case a == best || best == nil || counts[a] > counts[best]:
			best, even = a, false
		case counts[a] == counts[best]:
			even = true
		}
	}
	if even {
		return nil
	}
	return best
}

// firstQuestion gives the offset of the first question.
func (r *resolver) firstQuestion() int {
	for i := range r.lines {
		if r.lines[i].label() == "q" {
			return r.lines[i].units[0].word.Span.Start
		}
	}
	return 0
}
