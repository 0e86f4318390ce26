package attribution

import (
	"math"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// The linker takes three decisions with weights of one model: which source a
// cue has, to which cue a content belongs, and whether what comes of it holds.
// Each has its own templates, whose numbers begin here.
const (
	sourceTask  = 1000
	contentTask = 2000
	keepTask    = 3000
)

// weigher gives the weight of features.
type weigher func([]linear.Feature) float32

// linked is a cue with what was tied to it.
type linked struct {
	cue           span
	source        span
	named         bool // there is a source
	contents      []span
	sourceChance  float32
	contentChance float32 // of the least probable fragment
	agreement     uint64  // with the rules, or with the tagger; see [agreement]
}

// link ties sources and contents to the cues. Cues without content are left out.
func (s *scene) link(weigh weigher) []linked {
	found := make([]linked, len(s.byRole[Cue]))
	of := map[int]int{}
	for k, c := range s.byRole[Cue] {
		of[c] = k
		found[k].cue = s.spans[c]
		s.chooseSource(&found[k], weigh)
	}
	for _, c := range s.byRole[Content] {
		content := s.spans[c]
		cues := s.near(Cue, content.First)
		best, chance := choose(s.weights(contentTask, content, cues, weigh))
		if best == len(cues) {
			continue
		}
		a := &found[of[cues[best]]]
		a.contents = append(a.contents, content)
		if len(a.contents) == 1 || chance < a.contentChance {
			a.contentChance = chance
		}
	}
	kept := found[:0]
	for _, a := range found {
		if len(a.contents) > 0 {
			kept = append(kept, a)
		}
	}
	return kept
}

func (s *scene) chooseSource(a *linked, weigh weigher) {
	sources := s.near(Source, a.cue.First)
	best, chance := choose(s.weights(sourceTask, a.cue, sources, weigh))
	a.sourceChance = chance
	if best < len(sources) {
		a.source, a.named = s.spans[sources[best]], true
	}
}

// weights gives the weight of tying a span to each of the others and, last, to
// none.
func (s *scene) weights(task uint64, to span, others []int, weigh weigher) []float32 {
	out := make([]float32, 0, len(others)+1)
	for _, features := range s.optionFeatures(task, to, others) {
		out = append(out, weigh(features))
	}
	return out
}

func (s *scene) optionFeatures(task uint64, to span, others []int) [][]linear.Feature {
	out := make([][]linear.Feature, 0, len(others)+1)
	for _, o := range others {
		if task == sourceTask {
			out = append(out, s.pairFeatures(task, to, s.spans[o]))
		} else {
			out = append(out, s.pairFeatures(task, s.spans[o], to))
		}
	}
	return append(out, s.aloneFeatures(task, to))
}

// choose gives the option of most weight, and its probability (softmax).
func choose(weights []float32) (best int, chance float32) {
	for i, w := range weights {
		if w > weights[best] {
			best = i
		}
	}
	total := 0.0
	for _, w := range weights {
		total += math.Exp(float64(w - weights[best]))
	}
	return best, float32(1 / total)
}

// pairFeatures describes a cue and a span that may belong to it.
func (s *scene) pairFeatures(task uint64, cue, other span) []linear.Feature {
	l := s.lie(cue, other)
	place := linear.Of4(task, l.direction, l.gap, l.sentences, l.paragraphs)
	between := linear.Of4(task+1, l.sources, l.contents, l.otherCues, l.direction)
	verb := s.norm[cue.head]
	path := s.path(cue.head, other.head)
	return []linear.Feature{
		place, between, linear.Of2(task+2, place, between),
		linear.Of2(task+3, path, l.direction), linear.Of3(task+4, path, l.sentences, l.otherCues), linear.Of3(task+5, path, verb, l.direction),
		linear.Of3(task+6, verb, l.direction, l.gap), linear.Of3(task+7, s.quote[other.First], s.quote[cue.First], l.direction),
		linear.Of3(task+8, s.tag[other.head], l.direction, l.otherCues), linear.Of3(task+9, s.norm[other.head], l.direction, l.gap),
		linear.Of3(task+10, at(s.norm, other.Last), at(s.norm, cue.Last), l.direction), linear.Of3(task+11, at(s.norm, other.First-1), at(s.norm, cue.First-1), l.direction),
		linear.Of3(task+12, s.norm[other.First], l.direction, l.gap), linear.Of3(task+13, s.norm[other.Last-1], l.direction, l.gap),
		linear.Of2(task+14, eighth(other.sure), eighth(cue.sure)), linear.Of4(task+15, l.direction, l.sentences, l.otherCues, l.sources),
		linear.Of4(task+16, l.direction, s.quote[other.Last-1], at(s.norm, cue.First-1), l.gap),
		linear.Of4(task+17, l.direction, l.sentences, size(other.Last-other.First), l.otherCues), linear.Of3(task+18, l.direction, s.tag[cue.head], l.gap),
	}
}

// aloneFeatures describes a span to which nothing is tied.
func (s *scene) aloneFeatures(task uint64, sp span) []linear.Feature {
	before, after := at(s.norm, sp.First-1), at(s.norm, sp.Last)
	word, tag := s.norm[sp.head], s.tag[sp.head]
	return []linear.Feature{
		linear.Of(task+50, 0), linear.Of(task+51, word), linear.Of(task+52, tag), linear.Of(task+53, before), linear.Of(task+54, after),
		linear.Of(task+55, s.norm[sp.First]), linear.Of2(task+56, tag, at(s.tag, sp.First-1)), linear.Of(task+57, eighth(sp.sure)),
		linear.Of(task+58, size(sp.Last-sp.First)), linear.Of2(task+59, before, after), linear.Of(task+60, s.quote[sp.First]), linear.Of2(task+61, at(s.tag, sp.Last), tag),
		linear.Of(task+62, s.tree[sp.head].under),
	}
}

// keepFeatures describes a whole attribution: its score says how probable it
// is that people would mark it so.
func (s *scene) keepFeatures(a linked) []linear.Feature {
	first := a.contents[0]
	l := s.lie(a.cue, first)
	place := linear.Of3(0, l.direction, l.gap, l.sentences)
	cueSure, contentSure, sourceSure := eighth(a.cue.sure), eighth(first.sure), uint64(30)
	words, several := 0, uint64(min(2, a.cue.Last-a.cue.First))
	for _, c := range a.contents {
		words += c.Last - c.First
	}
	verb, head, path := s.norm[a.cue.head], s.norm[first.First], s.path(a.cue.head, first.head)
	var sourcePlace uint64
	out := make([]linear.Feature, 0, 40)
	if a.named {
		o := s.lie(a.cue, a.source)
		sourceSure, sourcePlace = eighth(a.source.sure), linear.Of3(0, o.direction, o.gap, o.sentences)
		out = append(out,
			linear.Of2(keepTask+30, s.path(a.cue.head, a.source.head), sourceSure), linear.Of2(keepTask+31, s.hint[a.source.head], sourceSure),
			linear.Of(keepTask+32, s.norm[a.source.head]), linear.Of(keepTask+33, s.tag[a.source.head]), linear.Of2(keepTask+34, s.name[a.source.head], verb))
	}
	return append(out,
		linear.Of(keepTask, 0), linear.Of(keepTask+1, cueSure), linear.Of(keepTask+2, sourceSure), linear.Of(keepTask+3, contentSure),
		linear.Of3(keepTask+4, cueSure, sourceSure, contentSure), linear.Of(keepTask+5, eighth(a.sourceChance)), linear.Of(keepTask+6, eighth(a.contentChance)),
		linear.Of2(keepTask+7, verb, several), linear.Of(keepTask+8, sourcePlace), linear.Of(keepTask+9, place), linear.Of2(keepTask+10, sourcePlace, place),
		linear.Of(keepTask+11, size(words)), linear.Of2(keepTask+12, size(words), s.quote[first.First]), linear.Of2(keepTask+13, s.hint[a.cue.head], s.hint[first.head]),
		linear.Of2(keepTask+14, s.hint[first.First], s.hint[first.Last-1]), linear.Of2(keepTask+15, verb, size(words)), linear.Of2(keepTask+16, head, verb),
		linear.Of2(keepTask+17, s.tag[first.First], s.tag[first.head]), linear.Of(keepTask+18, uint64(min(4, len(a.contents)))), linear.Of2(keepTask+19, contentSure, size(words)),
		linear.Of2(keepTask+20, s.tag[a.cue.head], cueSure), linear.Of2(keepTask+21, path, verb), linear.Of2(keepTask+22, path, contentSure), linear.Of(keepTask+23, s.quote[a.cue.First]),
		linear.Of2(keepTask+24, eighth(a.sourceChance), eighth(a.contentChance)), linear.Of2(keepTask+25, s.tree[a.cue.head].under, verb),
		linear.Of(keepTask+26, a.agreement), linear.Of2(keepTask+27, a.agreement, contentSure), linear.Of2(keepTask+28, a.agreement, verb))
}

// chance turns a weight into a probability (the logistic function).
func chance(weight float32) float32 { return float32(1 / (1 + math.Exp(-float64(weight)))) }

func (l linked) attribution() Attribution {
	out := Attribution{Cue: l.cue.Stretch}
	if l.named {
		out.Source = l.source.Stretch
	}
	for _, c := range l.contents {
		out.Content = append(out.Content, c.Stretch)
	}
	return out
}
