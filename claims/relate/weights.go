package relate

import (
	"math"
	"strings"
)

// evidence is a pair in numbers: what the detectors found and how much the two
// sides share, each 0 to 1.
type evidence map[string]float64

// measure puts a pair into numbers. A reason enters by itself and once more
// times what the two sides share, as a clash weighs more the more alike the
// rest is.
func measure(p *pair, all []found) evidence {
	low, high := min(p.coverA, p.coverB), max(p.coverA, p.coverB)
	x := evidence{"base": 1, "cover low": low, "cover high": high, "shared": math.Min(1, p.shared()/6)}
	if p.strangers() {
		x["strangers"] = 1
	}
	if p.oneSpeaker() {
		x["one speaker"] = 1
	}
	for _, f := range all {
		name := string(f.Kind)
		if f.loose {
			name = "loose " + name
		}
		x[name] = math.Max(x[name], f.strength)
		if f.For {
			x[name+" in common"] = math.Max(x[name+" in common"], f.strength*math.Sqrt(low*high))
		}
	}
	return x
}

// oneSpeaker says whether both claims are one speaker's, of about the same day:
// few contradict themselves in one breath, while a change of mind takes time.
func (p *pair) oneSpeaker() bool {
	a, b := p.a.claim, p.b.claim
	return a.Speaker.Name != "" && strings.EqualFold(a.Speaker.Name, b.Speaker.Name) && compareTimes(a.SaidAt, b.SaidAt) != timesApart
}

// sums weighs the evidence for a conflict and for agreement.
func (x evidence) sums() (conflict, agree float64) {
	for _, w := range weights() {
		conflict += w.conflict * x[w.evidence]
		agree += w.agree * x[w.evidence]
	}
	return conflict, agree
}

// weight says how much one piece of evidence counts for a conflict and for
// agreement, on the scale of log-odds against neither.
type weight struct {
	evidence        string
	conflict, agree float64
}

// weights is the one table in which all evidence meets. The values were fitted
// to pairs of news claims written for the purpose and to random pairs from the
// same stories, as a logistic regression in which a reason for a conflict may
// not count against it, nor a reason against it for it, and rounded. The
// last four count against a conflict by hand: the pairs have too few of their
// kind to tell.
func weights() []weight {
	return []weight{
		{"base", -0.4, -1.9},
		{"cover low", 0, 0.6},
		{"cover high", 0, 2.3},
		{"shared", 1.1, 0},
		{"antonym", 0, -2.4},
		{"antonym in common", 0.2, -1.4},
		{"date", 0.7, -1.2},
		{"date in common", 0.6, -0.8},
		{"denial", 0.9, -0.4},
		{"denial in common", 1.1, -0.1},
		{"effect", 0.5, -0.2},
		{"effect in common", 0.3, -0.1},
		{"event", -1.1, -0.5},
		{"hedge", -0.3, 0},
		{"loose denial", 0.4, -0.1},
		{"loose negation in common", 0.3, 0},
		{"loose not_aware", 1.9, -0.2},
		{"loose not_aware in common", 0.4, 0},
		{"negation", 0.5, -0.5},
		{"negation in common", 0, -1.6},
		{"not_aware", 1.5, -0.7},
		{"not_aware in common", 1.1, -0.6},
		{"number", 0.2, -2.1},
		{"number in common", 0.5, -1.1},
		{"opinion", -0.1, 0.5},
		{"paraphrase", -1, 0},
		{"scope", -0.9, -1},
		{"update", -1, -0.2},
		{"time", -0.5, -1.4},
		{"place", -0.5, -0.7},
		{"strangers", -2, -1},
		{"one speaker", -0.5, 0},
	}
}
