package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// fractions gives the parts of a whole by their names.
var fractions = map[string]float64{
	"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20,
	"hundredth": 100,
}

// multiples gives what verbs multiply by.
var multiples = map[string]float64{"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "halve": 0.5}

const percent = "percent"

// readShares turns what names a share into a percentage: "two-thirds", "a
// fifth of", "one in four", "half of"; and "a single" into 1.
func readShares(ws []word) []word {
	out := make([]word, 0, len(ws))
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		switch {
		case w.term.Kind == claims.QuantityTerm && fractions[strings.TrimSuffix(w.term.Unit, "s")] > 0:
			w.term.Number *= 100 / fractions[strings.TrimSuffix(w.term.Unit, "s")]
			w.term.Unit = percent
		case w.term.Kind == claims.QuantityTerm && w.term.Number > 0:
			j := after(ws, i)
			if lowerAt(ws, j) == "out" && lowerAt(ws, j+1) == "of" {
				j++
			}
			if (lowerAt(ws, j) == "in" || lowerAt(ws, j) == "of" && lowerAt(ws, j-1) == "out") && j+1 < len(ws) && ws[j+1].term.Kind == claims.QuantityTerm {
				if whole := ws[j+1].term; whole.Number > w.term.Number && whole.Number <= 1000 {
					w.term.Number, w.term.Unit = 100*w.term.Number/whole.Number, percent
					out = append(out, w)
					i = j + 1
					continue
				}
			}
		default:
			if share, ok := shareAt(ws, i); ok {
				out = append(out, share)
			}
		}
		out = append(out, w)
	}
	return out
}

// after gives the index of the first word behind the quantity at i, whose own
// words follow it.
func after(ws []word, i int) int {
	j := i + 1
	for j < len(ws) && ws[i].term.At.Contains(ws[j].term.At) {
		j++
	}
	return j
}

// shareAt reads a share that is worded without a number.
func shareAt(ws []word, i int) (word, bool) {
	w := &ws[i]
	name := strings.TrimSuffix(w.lower, "s")
	before := ""
	if i > 0 {
		before = ws[i-1].lower
	}
	share := word{tag: english.Number, term: claims.Term{Text: w.term.Text, Lemma: w.lower, Kind: claims.QuantityTerm, At: w.term.At, Unit: percent}}
	switch {
	case name == "half" && (lowerAt(ws, i+1) == "of" || lowerAt(ws, i+1) == "the" || lowerAt(ws, i+1) == "all"):
		share.term.Number = 50
	case fractions[name] > 2 && (before == "a" || before == "one") && endsShare(ws, i+1):
		share.term.Number = 100 / fractions[name]
	case w.lower == "single" && before == "a" && i+1 < len(ws) && ws[i+1].term.Kind == claims.NounTerm:
		share.term.Number, share.term.Unit = 1, ws[i+1].term.Lemma
		return share, true
	case multiples[w.term.Lemma] > 0 && w.term.Kind == claims.VerbTerm:
		share.term.Number, share.term.Unit = multiples[w.term.Lemma], "times"
		return share, true
	default:
		return word{}, false
	}
	share.term.Bound = shareBound(ws, i)
	return share, true
}

// endsShare says whether what follows "a third" shows that it is a share.
func endsShare(ws []word, i int) bool {
	if i >= len(ws) || ws[i].mark {
		return true
	}
	switch ws[i].lower {
	case "of", "more", "less", "fewer", "higher", "lower", "in", "this", "last", "on", "since":
		return true
	}
	return false
}

// shareBound reads the bound in the three words before a share.
func shareBound(ws []word, i int) string {
	for j := max(0, i-3); j < i; j++ {
		switch ws[j].lower {
		case "more", "over":
			return "least"
		case "less", "fewer", "under":
			return "most"
		case "about", "around", "nearly", "almost", "roughly", "some", "just":
			return "about"
		}
	}
	return ""
}
