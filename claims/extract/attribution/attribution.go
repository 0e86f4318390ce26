package attribution

import (
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// Attribution is a cue with the source and the content that belong to it.
type Attribution struct {
	Source  Stretch   // empty where nobody is named
	Cue     Stretch   // empty where the speaker before goes on
	Content []Stretch // fragments in the order of the text, at least one
}

// Finding is an attribution as the tagger has it, as the rules have it, or as
// both.
type Finding struct {
	Attribution         // as the tagger has it
	Score       float32 // how probable it is that people would mark it so: 0 where the tagger has nothing, at most 1
	Advice      int     // the index of what the rules have in its place; -1 for nothing
	Advised     float32 // how probable that is
}

// Find gives the attributions of a document in the order of their cues, then
// those that the rules alone find. The advice is what they find: its stretches
// must lie within the document. All come with their probability, also those
// below [Model.Threshold]; advice without a cue is not judged, and has 1.
func (m *Model) Find(d *english.Document, advice []Attribution) []Finding {
	return m.scene(d, advice).findings(advice, m.weigher())
}

// Threshold is the probability from which on attributions are worth keeping:
// as many are then missed as are too many.
func (m *Model) Threshold() float32 { return m.threshold }

func (m *Model) weigher() weigher {
	var score [1]float32
	return func(features []linear.Feature) float32 {
		m.linker.Score(features, score[:])
		return score[0]
	}
}

// scene marks the spans of a document.
func (m *Model) scene(d *english.Document, advice []Attribution) *scene {
	return mark(layOut(d, advice, m.cues), &m.transitions, m.bonus, m.tagger.Score)
}

// mark labels a document, paragraph by paragraph. The bonus is added to the
// weight of opening a span: what the linker does not want it can leave out,
// but it cannot find what was not marked.
func mark(r *reading, t *transitions, bonus float32, score func([]linear.Feature, []float32)) *scene {
	marked := make([]Label, 0, len(r.norm))
	marginals := make([]scores, 0, len(r.norm))
	factors := t.factors()
	var lat lattice
	var emissions []scores
	var features []linear.Feature
	for _, p := range parts(r.doc) {
		emissions = sized(emissions, p.Last-p.First)
		for i := range emissions {
			features = r.features(p.First+i, features[:0])
			score(features, emissions[i][:])
		}
		lat.sum(factors, emissions)
		for i := range emissions {
			marginals = append(marginals, lat.marginal(i))
			for role := Source; role < roles; role++ {
				emissions[i][role.Begin()] += bonus
			}
		}
		marked = append(marked, t.best(emissions)...)
	}
	return newScene(r, marked, marginals)
}

// longestPart bounds how many tokens are labelled together; paragraphs of news
// stay far below.
const longestPart = 2000

// parts gives what is labelled together: the paragraphs, huge ones cut.
func parts(d *english.Document) []Stretch {
	var out []Stretch
	for _, p := range d.Paragraphs {
		first, last := d.Sentences[p.First].First, d.Sentences[p.Last-1].Last
		for first < last {
			end := min(first+longestPart, last)
			out = append(out, Stretch{first, end})
			first = end
		}
	}
	return out
}
