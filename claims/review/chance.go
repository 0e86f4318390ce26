package review

// PercentAgreement is the share, 0 to 1, of pairs of ratings of an item that
// agree, averaged over the items with two ratings or more (the observed
// agreement of Fleiss 1971). For two raters: the share of items on which they
// agree. It says nothing about agreement by chance.
func PercentAgreement(r Ratings, b Bootstrap) Figure { return measure(r.sample, b, percent)[0] }

// CohenKappa is agreement of exactly two raters beyond chance, where chance is
// each one's own use of the labels (Cohen, A coefficient of agreement for
// nominal scales, 1960). With weights, disagreements count by how far apart
// the labels are (Cohen, Weighted kappa, Psychological Bulletin 1968); then
// the scale must be ordered. At most 1; 0 is chance; with rare labels it is low
// although people agree, so show it beside percent and positive agreement
// (Feinstein and Cicchetti, High agreement but low kappa, 1990).
func CohenKappa(r Ratings, w Weights, b Bootstrap) Figure {
	return measure(r.sample, b, cohen(w))[0]
}

// FleissKappa is agreement beyond chance where each item has the same number
// of ratings, two or more, by whomever (Fleiss, Measuring nominal scale
// agreement among many raters, Psychological Bulletin 1971); chance is
// everybody's use of the labels together. With two raters it is the pi of
// Scott (1955). Items with a single rating are left out.
func FleissKappa(r Ratings, b Bootstrap) Figure { return measure(r.sample, b, fleiss)[0] }

// GwetAC is agreement beyond chance by Gwet's AC1 (Identity weights; Computing
// inter-rater reliability and its variance in the presence of high agreement,
// 2008) or AC2 (other weights, ordered scale; Handbook of Inter-Rater
// Reliability, 2014). Any number of raters, gaps allowed. It stays near the
// percentage where one label is rare. Only items with two ratings or more
// count, for the chance too. All labels of the scale count, used or not.
func GwetAC(r Ratings, w Weights, b Bootstrap) Figure { return measure(r.sample, b, gwet(w))[0] }

func percent(s sample, times []int) (float64, Absence) {
	if why := s.lacks(times); why != "" {
		return 0, why
	}
	return s.observed(times, s.weight[Identity]), ""
}

// observed is the weighted share of agreeing pairs of ratings of an item,
// averaged over items.
func (s sample) observed(times []int, weight [][]float64) float64 {
	sum := 0.0
	for i, w := range s.ways {
		if times[i] == 0 {
			continue
		}
		agree := 0.0
		for _, c := range w.counts {
			near := -1.0 // no rating is a pair with itself
			for _, o := range w.counts {
				near += weight[c.label][o.label] * float64(o.times)
			}
			agree += float64(c.times) * near
		}
		sum += float64(times[i]) * agree / float64(w.votes*(w.votes-1))
	}
	return sum / float64(total(times))
}

func cohen(weights Weights) statistic {
	return func(s sample, times []int) (float64, Absence) {
		if why := s.lacksFor(times, weights); why != "" {
			return 0, why
		}
		if s.raters != 2 {
			return 0, NotTwoRaters
		}
		first, second := make([]float64, s.labels), make([]float64, s.labels)
		for i, w := range s.ways {
			first[w.first] += float64(times[i])
			second[w.second] += float64(times[i])
		}
		weight, n, expected := s.weight[weights], float64(total(times)), 0.0
		for a := range first {
			for b := range second {
				expected += weight[a][b] * first[a] * second[b] / (n * n)
			}
		}
		return beyond(s.observed(times, weight), expected)
	}
}

func fleiss(s sample, times []int) (float64, Absence) {
	if why := s.lacksChance(times); why != "" {
		return 0, why
	}
	for _, w := range s.ways {
		if w.votes != s.ways[0].votes {
			return 0, UnequalRaters
		}
	}
	return beyond(s.observed(times, s.weight[Identity]), s.fleissChance(times))
}

func (s sample) fleissChance(times []int) float64 {
	given := s.given(times)
	all, squares := 0.0, 0.0
	for _, n := range given {
		all += n
		squares += n * n
	}
	return squares / (all * all)
}

func gwet(weights Weights) statistic {
	return func(s sample, times []int) (float64, Absence) {
		if why := s.lacksFor(times, weights); why != "" {
			return 0, why
		}
		share := make([]float64, s.labels) // of the label in an item, averaged over items
		for i, w := range s.ways {
			for _, c := range w.counts {
				share[c.label] += float64(times[i]*c.times) / float64(w.votes)
			}
		}
		n, spread, sum := float64(total(times)), 0.0, 0.0
		weight := s.weight[weights]
		for a := range share {
			spread += share[a] / n * (1 - share[a]/n)
			for b := range share {
				sum += weight[a][b]
			}
		}
		q := float64(s.labels)
		return beyond(s.observed(times, weight), sum/(q*(q-1))*spread)
	}
}

// lacksFor adds to lacksChance that weights need an order, and a name that is
// one of theirs.
func (s sample) lacksFor(times []int, w Weights) Absence {
	switch _, known := s.weight[w]; {
	case !known && !s.ordered:
		return NotOrdered
	case !known:
		return undefined
	}
	return s.lacksChance(times)
}

// beyond sets observed agreement against what chance gives.
func beyond(observed, expected float64) (float64, Absence) {
	if expected >= 1 {
		return 0, NoVariation
	}
	return (observed - expected) / (1 - expected), ""
}
