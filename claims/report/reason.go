package report

import (
	"fmt"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// Reason is a reason with the words it rests on, ready to be put into a
// sentence.
type Reason struct {
	claims.Reason
	Says   string   // "One side says it is so, the other says it is not"
	WordsA []string // verbatim, from side A
	WordsB []string
}

// wording is how a kind of reason reads when it speaks for a conflict and
// when it speaks against one.
type wording struct{ name, pro, con string }

// wordings is the one place where reasons become English.
var wordings = map[claims.ReasonKind]wording{
	claims.ReasonNegation:   {"Negation", "One side says it is so, the other says it is not", "Neither side denies what the other says"},
	claims.ReasonAntonym:    {"Opposites", "The two use words of opposite meaning", "The words are no opposites here"},
	claims.ReasonEffect:     {"Effect", "The two differ on whether it worked", "The two speak of different effects"},
	claims.ReasonDenial:     {"Denial", "One side denies what the other says", "What is denied is not what the other side says"},
	claims.ReasonNotAware:   {"Not aware", "One side says it does not know of what the other reports", "Not knowing of something does not mean that it did not happen"},
	claims.ReasonNumber:     {"Figures", "The figures differ", "The figures can both be right"},
	claims.ReasonDate:       {"Dates", "The dates differ", "The dates can both be right"},
	claims.ReasonPlace:      {"Place", "The places differ", "The two may speak of different places"},
	claims.ReasonAgent:      {"Who did it", "The two name different people or bodies", "Both may have had a part in it"},
	claims.ReasonModality:   {"Must or may", "One side says it must or will be, the other that it cannot or need not", "One speaks of what may be, the other of what is"},
	claims.ReasonCause:      {"Cause", "The two give different causes", "There may be more than one cause"},
	claims.ReasonMeaning:    {"Meaning", "Taken together, the two do not fit", "Taken together, the two fit"},
	claims.ReasonTime:       {"Time", "Both speak of the same time", "The two may speak of different times"},
	claims.ReasonScope:      {"Scope", "Both speak of the same whole", "One may speak of a part, the other of the whole"},
	claims.ReasonEvent:      {"Event", "Both speak of the same event", "The two may speak of different events"},
	claims.ReasonHedge:      {"Caution", "Both commit themselves fully", "One side is cautious and does not commit itself fully"},
	claims.ReasonUpdate:     {"Later figure", "The later statement takes back the earlier one", "The later statement may bring the earlier one up to date"},
	claims.ReasonParaphrase: {"Same in other words", "The two look alike, and differ in what counts", "The two may say the same in other words"},
	claims.ReasonOpinion:    {"Opinion", "The two judge the same thing in opposite ways", "This is a matter of opinion rather than of fact"},
}

func newReason(r claims.Reason, a, b string) Reason {
	w, ok := wordings[r.Kind]
	if !ok {
		w = wording{pro: fmt.Sprintf("Speaks for a conflict (%s)", r.Kind), con: fmt.Sprintf("Speaks against a conflict (%s)", r.Kind)}
	}
	says := w.con
	if r.For {
		says = w.pro
	}
	return Reason{Reason: r, Says: says, WordsA: words(a, r.A), WordsB: words(b, r.B)}
}

// Name is the reason's short name.
func (r Reason) Name() string {
	if w, ok := wordings[r.Kind]; ok {
		return w.name
	}
	return string(r.Kind)
}

// Sentence is the reason as one line of plain text: what it says, the words of
// both sides, and what was compared.
func (r Reason) Sentence() string {
	s := r.Says
	if q := r.quoted(); q != "" {
		s += ": " + q
	}
	if v := r.Compared(); v != "" {
		s += " (" + v + ")"
	}
	return s
}

func (r Reason) quoted() string {
	a, b := quote(r.WordsA), quote(r.WordsB)
	switch {
	case a != "" && b != "":
		return a + " – " + b
	case a != "":
		return a + " (first side)"
	case b != "":
		return b + " (second side)"
	}
	return ""
}

// Compared gives the values that were compared: "4 against at least 6".
func (r Reason) Compared() string {
	values := r.Values
	if r.Kind == claims.ReasonNumber || r.Kind == claims.ReasonUpdate {
		values = withoutUnits(values)
	}
	values = isolated(values)
	if r.Kind == claims.ReasonTime || r.Kind == claims.ReasonDate {
		for i := range values {
			values[i] = dateWords(values[i])
		}
	}
	if len(values) == 2 {
		return values[0] + " against " + values[1]
	}
	return strings.Join(values, ", ")
}

// withoutUnits leaves out of two figures what they count where that is the same
// or only one of them says it, as it stands in the words beside them: "8 body"
// and "11" give "8" and "11".
func withoutUnits(figures []string) []string {
	if len(figures) != 2 {
		return figures
	}
	a, unitA := cutUnit(figures[0])
	b, unitB := cutUnit(figures[1])
	if a == "" || b == "" || unitA != "" && unitB != "" && unitA != unitB {
		return figures
	}
	return []string{a, b}
}

// cutUnit parts a figure from what it counts; a share, a date and what is no
// figure are left whole.
func cutUnit(figure string) (number, unit string) {
	last := strings.LastIndexAny(figure, "0123456789")
	unit = strings.TrimSpace(figure[last+1:])
	if last < 0 || strings.HasPrefix(unit, "percent") || strings.HasPrefix(unit, "%") {
		return figure, ""
	}
	return figure[:last+1], unit
}

func quote(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return "“" + strings.Join(isolated(words), " … ") + "”"
}

// words cuts the words out of the text; spans that do not fit it give nothing.
func words(text string, spans []claims.Span) []string {
	var out []string
	for _, s := range merge(text, spans) {
		out = append(out, s.In(text))
	}
	return out
}
