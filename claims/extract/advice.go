package extract

import (
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract/attribution"
)

// Advice gives what the rules find in a document, as advice for the learned
// tagger; training needs it as well.
func Advice(d *english.Document) []attribution.Attribution {
	ls, finds := gather(d)
	return advice(d, ls, finds)
}

func advice(d *english.Document, ls []line, finds []find) []attribution.Attribution {
	out := make([]attribution.Attribution, len(finds))
	for k, f := range finds {
		l := &ls[f.line]
		if !f.carried {
			out[k].Cue = l.tokens(f.cue)
		}
		out[k].Source = l.tokens(f.source)
		for _, s := range f.content {
			from, to := d.TokenRange(s)
			out[k].Content = append(out[k].Content, attribution.Stretch{First: from, Last: to})
		}
	}
	return out
}

// tokens gives the tokens of some units.
func (l *line) tokens(s stretch) attribution.Stretch {
	if s.empty() {
		return attribution.Stretch{}
	}
	return attribution.Stretch{First: l.units[s.first].first, Last: l.units[s.last-1].last}
}
