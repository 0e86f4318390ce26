package attribution

import (
	"sort"
	"unicode"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// Gold is an attribution as people marked it: fragments of each part.
type Gold struct{ Source, Cue, Content []claims.Span }

// Example is a document with its attributions.
type Example struct {
	Doc    *english.Document
	Advice []Attribution // what the rules find
	Gold   []Gold
}

// stretch gives the tokens that a span covers, also in part.
func (e *Example) stretch(s claims.Span) Stretch {
	from, to := e.Doc.TokenRange(s)
	if from > 0 && e.Doc.Tokens[from-1].Span.End > s.Start {
		from--
	}
	return Stretch{from, to}
}

// labels gives the label of each token. Where parts overlap, the first wins,
// cues before sources before contents.
func (e *Example) labels() []Label {
	out := make([]Label, len(e.Doc.Tokens))
	for _, g := range e.Gold {
		e.label(out, g.Cue, Cue)
		e.label(out, g.Source, Source)
		e.label(out, g.Content, Content)
	}
	return out
}

func (e *Example) label(out []Label, spans []claims.Span, role Role) {
	for _, s := range spans {
		first := true
		for i, last := e.stretch(s).First, e.stretch(s).Last; i < last; i++ {
			if out[i] != Outside {
				continue
			}
			out[i] = role.Inside()
			if first {
				out[i] = role.Begin()
			}
			first = false
		}
	}
}

// owners says for each token to which gold attribution its part belongs, by
// role; -1 for none.
func (e *Example) owners() [roles][]int {
	var out [roles][]int
	for role := range out {
		out[role] = make([]int, len(e.Doc.Tokens))
		for i := range out[role] {
			out[role][i] = -1
		}
	}
	for k, g := range e.Gold {
		for role, spans := range map[Role][]claims.Span{Source: g.Source, Cue: g.Cue, Content: g.Content} {
			for _, s := range spans {
				for i, last := e.stretch(s).First, e.stretch(s).Last; i < last; i++ {
					out[role][i] = k
				}
			}
		}
	}
	return out
}

// owner gives the attribution to which most tokens of a stretch belong.
func owner(owners []int, s Stretch) int {
	count := map[int]int{}
	best := -1
	for _, k := range owners[s.First:s.Last] {
		if k < 0 {
			continue
		}
		count[k]++
		if best < 0 || count[k] > count[best] {
			best = k
		}
	}
	return best
}

// words are the tokens of some stretches that are words or figures.
type words map[int]bool

func (e *Example) words(stretches ...Stretch) words {
	out := words{}
	for _, s := range stretches {
		for i := s.First; i < s.Last; i++ {
			if hasLetter(e.Doc.Tokens[i].Text) {
				out[i] = true
			}
		}
	}
	return out
}

func hasLetter(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func (w words) common(o words) int {
	n := 0
	for i := range w {
		if o[i] {
			n++
		}
	}
	return n
}

// meeting is a gold attribution and a found one that share words.
type meeting struct {
	gold, found int
	rank        float64
	right       bool
}

// right says of each found attribution whether it meets one that people
// marked: aligned one to one by the overlap of contents, half of the words
// alike (F1), and sources that overlap or are both absent.
func (e *Example) right(found []Attribution) []bool {
	var all []meeting
	for g := range e.Gold {
		all = append(all, e.meetings(g, found)...)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].rank > all[j].rank })
	goldTaken, foundTaken := map[int]bool{}, map[int]bool{}
	out := make([]bool, len(found))
	for _, m := range all {
		if goldTaken[m.gold] || foundTaken[m.found] {
			continue
		}
		goldTaken[m.gold], foundTaken[m.found] = true, true
		out[m.found] = m.right
	}
	return out
}

func (e *Example) meetings(g int, found []Attribution) []meeting {
	gold := e.Gold[g]
	source, cue, content := e.words(e.all(gold.Source)...), e.words(e.all(gold.Cue)...), e.words(e.all(gold.Content)...)
	var out []meeting
	for k, f := range found {
		foundContent, foundSource := e.words(f.Content...), e.words(f.Source)
		shared, cues, sources := content.common(foundContent), cue.common(e.words(f.Cue)), source.common(foundSource)
		if shared == 0 && cues == 0 {
			continue
		}
		overlap := 2 * float64(shared) / float64(max(1, len(content)+len(foundContent)))
		m := meeting{gold: g, found: k, rank: overlap}
		if cues > 0 {
			m.rank += 0.5
		}
		if sources > 0 {
			m.rank += 0.1
		}
		m.right = overlap >= 0.5 && (sources > 0 || len(source) == 0 && len(foundSource) == 0)
		out = append(out, m)
	}
	return out
}

func (e *Example) all(spans []claims.Span) []Stretch {
	out := make([]Stretch, len(spans))
	for i, s := range spans {
		out[i] = e.stretch(s)
	}
	return out
}
