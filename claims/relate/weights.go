package relate

import (
	"bufio"
	"embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

//go:embed weights
var tables embed.FS

// Evidence is a pair in numbers: what the detectors found and how much the two
// sides share, by name, each -1 to 1. Of two names no weight is kept, as they
// only say of which pairs there is more to say: "reason", where there is one for
// a conflict, and "clash", where one rests on words that clash.
type Evidence map[string]float64

// measure puts a pair into numbers. A reason enters by itself and once more
// times what the two sides share, as a clash weighs more the more alike the
// rest is.
func measure(v *view) Evidence {
	low, high := min(v.coverA, v.coverB), max(v.coverA, v.coverB)
	x := Evidence{"base": 1, "cover low": low, "cover high": high, "shared": math.Min(1, v.shared()/6), "setting": v.setting()}
	swapped := swapsNames(v.pair, v.found)
	if v.strangers() && !swapped {
		x["strangers"] = 1
	}
	if v.oneSpeaker() {
		x["one speaker"] = 1
	}
	if !v.archive {
		w := v.wording()
		x.SetWords(w.conflict, w.agree)
	}
	for _, f := range v.found {
		if f.Kind == claims.ReasonMeaning {
			continue // counted by the words, or by the judge
		}
		if f.Kind == claims.ReasonEvent && swapped {
			continue
		}
		x.add(&f, math.Sqrt(low*high))
	}
	if !v.firm {
		x["no clash"], x["alike in meaning"] = 1, v.meanings()
	}
	if v.judgement != nil {
		x.judged(v.judgement, v.firm)
	}
	return x
}

// add puts in a reason, beside how much the two sides share.
func (x Evidence) add(f *found, common float64) {
	name := f.name()
	x[name] = math.Max(x[name], f.strength)
	if !f.For {
		return
	}
	if f.common != 0 {
		common = f.common
	}
	x[name+" in common"] = math.Max(x[name+" in common"], f.strength*common)
	x["reason"] = 1
	if !f.loose {
		x["clash"] = 1
	}
}

// judged puts in what the judge makes of a pair: how it leans, in log-odds, and
// once more how sure it is where no words clash, as there it stands alone.
func (x Evidence) judged(j *judge.Judgement, firm bool) {
	const sure = 6 // log-odds that count in full
	lean := max(-1, min(1, j.Odds()/sure))
	x["judge for"], x["judge against"] = max(0, lean), max(0, -lean)
	x["judge agrees"] = j.Probabilities.Agree
	if !firm {
		x["judge alone"] = j.Probabilities.Conflict
	}
}

// SetWords puts in what the learned part makes of the words of a pair, each -1
// to 1.
func (x Evidence) SetWords(conflict, agree float64) {
	if conflict < 0 {
		conflict /= 3 // that words are not known from conflicts says little against a reason
	}
	x["words of conflict"], x["words of agreement"] = conflict, agree
}

// swapsNames says whether the names in which the two sides differ are what they
// disagree about, the rest being alike, and so no sign of another event.
func swapsNames(p *pair, all []found) bool {
	const alike = 0.4
	for _, f := range all {
		if f.For && (f.Kind == claims.ReasonAgent || f.Kind == claims.ReasonPlace) && min(p.coverA, p.coverB) >= alike {
			return true
		}
	}
	return false
}

// name is what the evidence of a reason is called in the table of weights.
func (f *found) name() string {
	switch {
	case f.loose:
		return "loose " + string(f.Kind)
	case f.For && f.Kind == claims.ReasonPlace:
		return "other place" // place also counts on the other side
	}
	return string(f.Kind)
}

// oneSpeaker says whether both claims are one speaker's, of about the same day:
// few contradict themselves in one breath, while a change of mind takes time.
func (p *pair) oneSpeaker() bool {
	a, b := p.a.claim, p.b.claim
	return a.Speaker.Name != "" && strings.EqualFold(a.Speaker.Name, b.Speaker.Name) && compareTimes(a.SaidAt, b.SaidAt) != timesApart
}

// sums weighs the evidence for a conflict and for agreement.
func (x Evidence) sums(table []Weight) (conflict, agree float64) {
	for _, w := range table {
		conflict += w.Conflict * x[w.Evidence]
		agree += w.Agree * x[w.Evidence]
	}
	return conflict, agree
}

// Weight says how much one piece of evidence counts for a conflict and for
// agreement, on the scale of log-odds against neither.
type Weight struct {
	Evidence        string
	Bound           Bound
	Conflict, Agree float64
	Meaning         string // what the evidence is, for a reader
}

// Bound says which way a weight may go when it is fitted.
type Bound string

// The bounds of weights.
const (
	SpeaksFor     Bound = "for"     // never against a conflict, nor for agreement
	SpeaksAgainst Bound = "against" // never for a conflict
	SpeaksFreely  Bound = "free"
	SetByHand     Bound = "hand" // not fitted: the pairs have too few of the kind to tell
)

// Table names a table of weights, in which all evidence about a pair meets. Each
// stands in a file of its name in the folder weights, as cmd/train fitted it.
type Table string

// The tables of weights.
const (
	ForPairs         Table = "pairs"          // two claims on their own; fitted to pairs of which near half are conflicts
	ForArchive       Table = "archive"        // statements of an archive, of which nearly all pairs have nothing to do with each other; only pairs in which words clash
	ForJudgedPairs   Table = "pairs-judged"   // as ForPairs, for pairs that the judge has read
	ForJudgedArchive Table = "archive-judged" // as ForArchive, for all pairs that the judge has read
	ForDepth         Table = "depth"          // how likely it is that the judge finds a conflict, for choosing what it reads
)

// Tables lists the tables of weights.
func Tables() []Table {
	return []Table{ForPairs, ForArchive, ForJudgedPairs, ForJudgedArchive, ForDepth}
}

// Weights gives a table in the order in which it is written.
func Weights(t Table) []Weight { return append([]Weight(nil), weightsOf(t)...) }

func weightsOf(t Table) []Weight { return allWeights()[t] }

var allWeights = sync.OnceValue(func() map[Table][]Weight {
	out := map[Table][]Weight{}
	for _, t := range Tables() {
		text, _ := tables.ReadFile("weights/" + string(t) + ".txt")
		out[t], _ = ReadWeights(string(text)) // a test reads each too, and fails for a line that is wrong
	}
	return out
})

// ReadWeights reads a table of weights: on each line evidence, bound, the
// weights for a conflict and for agreement, and the meaning, with bars between.
func ReadWeights(table string) ([]Weight, error) {
	var out []Weight
	lines := bufio.NewScanner(strings.NewReader(table))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 5 {
			return out, fmt.Errorf("line %d of the weights has %d parts, not 5", n, len(parts))
		}
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		conflict, err := strconv.ParseFloat(parts[2], 64)
		if err != nil {
			return out, fmt.Errorf("line %d of the weights: %w", n, err)
		}
		agree, err := strconv.ParseFloat(parts[3], 64)
		if err != nil {
			return out, fmt.Errorf("line %d of the weights: %w", n, err)
		}
		out = append(out, Weight{parts[0], Bound(parts[1]), conflict, agree, parts[4]})
	}
	return out, lines.Err()
}
