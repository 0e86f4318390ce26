package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// content finds the units that the cue reports; none where it reports
// nothing. What stands before floor belongs to an earlier cue.
// clause says that it is a clause or a quotation, and no mere phrase.
func (l *line) content(g group, floor int) (parts []stretch, clause bool) {
	if !g.reported.empty() {
		return []stretch{g.reported}, true
	}
	if g.entry.takes("p") && g.before() == l.opening() && l.at(g.after()).is(",") {
		return []stretch{{g.after() + 1, l.contentEnd(g.after()+1, g)}}, true
	}
	if l.at(g.before()-1).is("as") && l.at(g.after()).is(",") && g.before() <= l.opening()+1 {
		return []stretch{{g.after() + 1, l.contentEnd(g.after()+1, g)}}, true // "As Olin put it, …"
	}
	right, how := stretch{}, noContent
	if !g.inverted || g.passive || g.cue.first == 0 {
		right, how = l.rightContent(g)
	}
	left, quoted := l.leftContent(g, floor)
	switch {
	case how == markedContent && quoted && l.units[right.first].quoted():
		return []stretch{left, right}, true
	case how == markedContent:
		return []stretch{right}, true
	case quoted:
		return l.withQuoteBehind([]stretch{left}, g), true
	case l.medial(g) && !left.empty():
		return l.bothSides(left, g), true
	case !right.empty():
		return []stretch{right}, how == clauseContent
	case !left.empty() && (left.last-left.first > 2 || l.hasFinite(left.first, left.last)) && l.tailIsAdjunct(g.after()):
		return l.withQuoteBehind([]stretch{left}, g), true
	}
	return nil, false
}

// opening is the first unit of the line that is no conjunction or mark.
func (l *line) opening() int {
	i := 0
	for i < len(l.units) && (l.units[i].tag() == english.Conj || l.units[i].tag() == english.Punct) {
		i++
	}
	return i
}

// withQuoteBehind adds a quotation that goes on behind the cue: "A," he said,
// "and B."
func (l *line) withQuoteBehind(parts []stretch, g group) []stretch {
	for i := g.after(); i < len(l.units) && i < g.after()+12; i++ {
		u := l.units[i]
		if u.quoted() {
			if l.at(i-1).is(",", ":", "–", "—") || i == g.after() {
				return append(parts, stretch{i, i + 1})
			}
			return parts
		}
		if l.finite(i) {
			return parts
		}
	}
	return parts
}

// leftContent finds what stands in front of source and cue. quoted says that
// it is a quotation that ends there.
func (l *line) leftContent(g group, floor int) (part stretch, quoted bool) {
	end := g.before()
	if l.at(end-1).is("as") && l.at(end-2).is(",") { // "…, as Olin had said"
		end--
		for k := floor; k < end; k++ {
			if l.units[k].is("whether") {
				floor = k + 1
			}
		}
	}
	for end > floor && (l.units[end-1].is(",", "–", "—", "-") || l.units[end-1].tag() == english.Punct && l.ends(end-1) && !l.units[end-1].quoted()) {
		end--
	}
	start := l.leftStart(floor, end)
	if start >= end || !g.entry.takes("qcCp") || end == g.before() && !l.units[end-1].quoted() {
		return stretch{}, false
	}
	if l.units[end-1].quoted() {
		alone := end-1 == start || l.units[end-2].is(",", ":", "–", "—")
		if alone {
			return stretch{end - 1, end}, true
		}
		if !l.hasFinite(start, end-1) && end-1-start < 3 {
			return stretch{start, end}, true
		}
		return stretch{start, end}, l.hasFinite(start, end)
	}
	return stretch{start, end}, false
}

// leftStart finds where the clause in front of a cue begins, past the
// dateline, a conjunction and a colon.
func (l *line) leftStart(floor, end int) int {
	start := max(floor, l.dateline())
	for i := start; i < end; i++ {
		if l.units[i].is(":", ";") {
			start = i + 1
		}
	}
	for start < end && (l.units[start].tag() == english.Punct && !l.units[start].is("$", "[", "(") || l.units[start].is("and", "but", "yet", "so")) {
		start++
	}
	return start
}

// dateline gives the first unit after "LONDON, March 3 (Agency) -" or 0.
func (l *line) dateline() int {
	const longest = 14 // units
	if len(l.units) == 0 || l.units[0].tag() != english.NameTag {
		return 0
	}
	for i := 1; i < len(l.units) && i < longest; i++ {
		u := l.units[i]
		if u.is("-", "–", "—", "--") && !l.tight(i) {
			return i + 1
		}
		if !nominal(u) && !u.is(",", ".", "(", ")") && !l.inDate(i) {
			return 0
		}
	}
	return 0
}

// tight says whether a unit touches the one before it.
func (l *line) tight(i int) bool {
	return i > 0 && l.doc.Tokens[l.units[i-1].last-1].Span.End == l.doc.Tokens[l.units[i].first].Span.Start
}

// medial says whether source and cue stand between commas within what they
// report: "The film, she recalled, was long".
func (l *line) medial(g group) bool {
	if !l.at(g.before() - 1).is(",") {
		return false
	}
	end := l.adjunctEnd(g.after())
	if !l.at(end).is(",") || l.at(end+1).quoted() {
		return false
	}
	next := l.at(end + 1)
	if next.is("as", "after", "while", "when", "though", "although", "before", "because", "in", "with", "who", "which", "citing") {
		return false
	}
	if next.is("but") && !(l.shifted(0, g.before()) && l.shifted(end, len(l.units))) {
		return false // the article goes on by itself
	}
	return !(next.tag() == english.Verb && strings.HasSuffix(next.word.Lower, "ing")) && !l.asideFollows(end+1)
}

// shifted says whether a clause is put back in time as reported words are: "he
// had", "they would".
func (l *line) shifted(first, last int) bool {
	for i := first; i < last; i++ {
		if l.units[i].is("had", "would", "'d") {
			return true
		}
	}
	return false
}

// asides are nouns with which an article comments on a statement: ", a claim
// that could not be verified".
var asides = wordSet(`claim claims allegation statement remark comment move figure view charge accusation assertion suggestion idea reference sign sentiment position account description`)

func (l *line) asideFollows(i int) bool {
	return (l.at(i).is("a", "an", "the") && asides[l.at(i+1).word.Lower] && !l.at(i+1).quoted()) || asides[l.at(i).word.Lower] && l.at(i+1).is("that", "which")
}

// bothSides gives what stands before and behind a cue in the middle. An
// adverbial in front is no content of its own.
func (l *line) bothSides(left stretch, g group) []stretch {
	end := l.adjunctEnd(g.after())
	right := stretch{end + 1, l.contentEnd(end+1, g)}
	switch {
	case right.empty():
		return []stretch{left}
	case !l.hasFinite(left.first, left.last) && (l.units[left.first].tag() == english.Prep || l.units[left.first].tag() == english.Adv || l.inDate(left.first)):
		return []stretch{right}
	}
	return []stretch{left, right}
}

// adjunctEnd steps over what may stand behind a cue without being reported:
// "reporters", "on Tuesday", "in a statement".
func (l *line) adjunctEnd(i int) int {
	for i < len(l.units) && (nominal(l.units[i]) && !l.units[i].quoted() || l.units[i].tag() == english.Prep || l.units[i].tag() == english.Adv || l.inDate(i)) {
		i++
	}
	return i
}

// tailIsAdjunct says whether nothing that could be reported follows.
func (l *line) tailIsAdjunct(i int) bool {
	end := l.adjunctEnd(i)
	return l.ends(end) || l.at(end).is(",", ";", "–", "—", "when", "as", "after", "while", "but", "and", "before") || strings.HasSuffix(l.at(end).word.Lower, "ing") || l.at(end).tag() == english.Pron || !l.hasFinite(i, end+1)
}

// fragments gives the spans of some units, and whether all of them are
// quotations. Those lose their marks, unless other words are reported with
// them.
func (l *line) fragments(parts []stretch) (spans []claims.Span, direct bool) {
	direct = true
	for _, p := range parts {
		direct = direct && l.isQuotation(l.trimParts(p))
	}
	for _, p := range parts {
		if p = l.trimParts(p); p.empty() {
			continue
		}
		if direct {
			spans = append(spans, l.doc.Quotations[l.units[p.first].quotation].Inner)
			continue
		}
		spans = append(spans, l.span(p.first, p.last))
	}
	return spans, direct
}

// isQuotation says whether units are one quotation, or nothing.
func (l *line) isQuotation(p stretch) bool {
	return p.empty() || p.last-p.first == 1 && l.units[p.first].quoted()
}

// trimParts takes marks off both ends.
func (l *line) trimParts(p stretch) stretch {
	for p.first < p.last && trimmable(l.units[p.last-1]) {
		p.last--
	}
	for p.first < p.last && l.units[p.first].is(",", ";", ":", "–", "—") {
		p.first++
	}
	return p
}

func trimmable(u unit) bool {
	return !u.quoted() && u.is(",", ".", ";", ":", "–", "—", "-", "...", "…", "?", "!") && !u.is("?", "!")
}

// trimStops takes a comma or a single full stop off the end of a quotation.
func trimStops(text string, s claims.Span) claims.Span {
	words := s.In(text)
	cut := strings.TrimRight(words, ", \t\n\r\u00a0")
	if strings.HasSuffix(cut, ".") && !strings.HasSuffix(cut, "..") {
		cut = strings.TrimSuffix(cut, ".")
	}
	if cut == "" {
		return s
	}
	return claims.Span{Start: s.Start, End: s.Start + len(cut)}
}
