package extract

import "github.com/counterclaim/counterclaim/claims/english"

// signature reads a dash and a name that sign the quotation before them: in the
// same line, or in the next one or the next paragraph.
//
//	“The gate was closed.” — Ivo Kask, harbour master
func signature(ls []line, i int, out []find) ([]find, bool) {
	l := &ls[i]
	dash := 0
	if len(l.units) > 2 && l.units[0].quoted() {
		dash = 1
	}
	source, ok := l.signer(dash)
	if !ok {
		return out, false
	}
	f := find{group: group{entry: colonCue, verb: dash, cue: stretch{dash, dash + 1}, source: source}, line: i, through: i, direct: true, within: -1}
	signed := l
	if dash == 0 {
		if i == 0 || !ls[i-1].onlyQuotes() || l.paragraph-ls[i-1].paragraph > 1 {
			return out, false
		}
		signed = &ls[i-1]
	}
	spans, words := signed.quotedWords()
	f.content = spans
	if last := len(out) - 1; last >= 0 && dash == 0 && out[last].through == i-1 {
		if !out[last].carried {
			return out, false // somebody else spoke them
		}
		out = out[:last]
	}
	if words < shortest {
		return out, false
	}
	return append(out, f), true
}

// signer gives who stands behind the dash at a unit, and nothing else up to the
// end of the line: a name, with what explains it.
func (l *line) signer(dash int) (stretch, bool) {
	if !l.at(dash).is("—", "–", "-", "--") || dash+1 >= len(l.units) || !nominal(l.units[dash+1]) || l.units[dash+1].quoted() {
		return stretch{}, false
	}
	s := stretch{dash + 1, l.appositions(l.phraseEnd(dash + 1))}
	if s.empty() || !l.ends(s.last) || !l.nameIn(l.core(s)) {
		return stretch{}, false
	}
	head, _ := l.headOf(l.core(s))
	return s, head.Tag == english.NameTag
}
