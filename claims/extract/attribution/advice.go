package attribution

import "sort"

// How an attribution of the tagger and one of the rules agree.
const (
	taggerAlone uint64 = iota
	rulesAlone
	taggerWithRules // the rules have the same, more or less
	rulesWithTagger
)

// findings links the scene and puts what comes of it beside the advice.
func (s *scene) findings(advice []Attribution, weigh weigher) []Finding {
	found := s.link(weigh)
	advised := s.advised(advice)
	twins := pairUp(found, advised)
	of := make([]int, len(advised))
	for k := range of {
		of[k] = -1
	}
	out := make([]Finding, 0, len(found))
	for i := range found {
		f := Finding{Advice: twins[i]}
		if f.Advice >= 0 {
			of[f.Advice] = i
		}
		f.Attribution, f.Score = found[i].attribution(), chance(weigh(s.keepFeatures(found[i])))
		out = append(out, f)
	}
	for k := range advised {
		score := float32(1)
		if !advice[k].Cue.Empty() {
			score = chance(weigh(s.keepFeatures(advised[k])))
		}
		if of[k] >= 0 {
			out[of[k]].Advised = score
		} else {
			out = append(out, Finding{Advice: k, Advised: score})
		}
	}
	return out
}

// advised looks at what the rules find as if it had been linked.
func (s *scene) advised(advice []Attribution) []linked {
	out := make([]linked, len(advice))
	for k, a := range advice {
		l := linked{sourceChance: 1, contentChance: 1, agreement: rulesAlone}
		cue := a.Cue
		if cue.Empty() {
			cue = Stretch{a.Content[0].First, a.Content[0].First + 1}
		}
		l.cue = s.span(cue, Cue)
		if !a.Source.Empty() {
			l.source, l.named = s.span(a.Source, Source), true
		}
		for _, c := range a.Content {
			l.contents = append(l.contents, s.span(c, Content))
		}
		out[k] = l
	}
	return out
}

// pairUp finds for each attribution of the tagger the one of the rules that
// shares its cue or half of its content, -1 for none, and notes the agreement.
func pairUp(found, advised []linked) []int {
	type pair struct {
		found, advised int
		rank           float64
	}
	var pairs []pair
	byToken := map[int][]int{} // cues and first contents of the advice
	for k := range advised {
		for _, i := range advised[k].anchors() {
			byToken[i] = append(byToken[i], k)
		}
	}
	for i := range found {
		seen := map[int]bool{}
		for _, t := range found[i].tokens() {
			for _, k := range byToken[t] {
				if seen[k] {
					continue
				}
				seen[k] = true
				if rank := likeness(found[i], advised[k]); rank > 0 {
					pairs = append(pairs, pair{i, k, rank})
				}
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].rank > pairs[j].rank })
	out := make([]int, len(found))
	for i := range out {
		out[i] = -1
	}
	for _, p := range pairs {
		if out[p.found] >= 0 || advised[p.advised].agreement == rulesWithTagger {
			continue
		}
		out[p.found] = p.advised
		found[p.found].agreement, advised[p.advised].agreement = taggerWithRules, rulesWithTagger
	}
	return out
}

// anchors are the tokens by which an attribution is found again.
func (l linked) anchors() []int {
	out := []int{l.cue.head}
	for _, c := range l.contents {
		out = append(out, (c.First+c.Last)/2)
	}
	return out
}

func (l linked) tokens() []int {
	var out []int
	for i := l.cue.First; i < l.cue.Last; i++ {
		out = append(out, i)
	}
	for _, c := range l.contents {
		for i := c.First; i < c.Last; i++ {
			out = append(out, i)
		}
	}
	return out
}

// likeness ranks how alike two attributions are; 0 where they are not.
func likeness(a, b linked) float64 {
	shared, size := 0, 0
	for _, x := range a.contents {
		size += x.Last - x.First
		for _, y := range b.contents {
			shared += max(0, min(x.Last, y.Last)-max(x.First, y.First))
		}
	}
	for _, y := range b.contents {
		size += y.Last - y.First
	}
	overlap := 2 * float64(shared) / float64(size)
	switch {
	case a.cue.overlaps(b.cue.Stretch) && overlap > 0:
		return 1 + overlap
	case overlap >= 0.5:
		return overlap
	}
	return 0
}
