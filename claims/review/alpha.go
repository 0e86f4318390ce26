package review

// Metric says how far two labels are apart for [KrippendorffAlpha].
type Metric string

// The metrics. All but Nominal need an ordered scale.
const (
	Nominal Metric = "nominal" // the same or not
	Ordinal Metric = "ordinal" // by how many ratings lie between
	Steps   Metric = "steps"   // by steps of the scale: Krippendorff's interval metric on equal steps
)

// KrippendorffAlpha is 1 less disagreement as a share of what chance would
// give: any number of raters, gaps allowed (Krippendorff, Content Analysis,
// 1980; Hayes and Krippendorff, Answering the call for a standard reliability
// measure for coding data, 2007). At most 1; 0 is chance. Items with a single
// rating pair with nothing and are left out.
func KrippendorffAlpha(r Ratings, m Metric, b Bootstrap) Figure {
	return measure(r.sample, b, alpha(m))[0]
}

func alpha(metric Metric) statistic {
	return func(s sample, times []int) (float64, Absence) {
		if metric != Nominal && !s.ordered {
			return 0, NotOrdered
		}
		if why := s.lacksChance(times); why != "" {
			return 0, why
		}
		given := s.given(times)
		apart := metric.matrix(given)
		observed := s.disagreement(times, apart)
		expected, all := 0.0, 0.0
		for a, n := range given {
			all += n
			for b, o := range given {
				expected += n * o * apart[a][b]
			}
		}
		return 1 - (all-1)*observed/expected, ""
	}
}

// disagreement sums the distances of all pairs of ratings of an item; an item
// weighs as much as it has ratings.
func (s sample) disagreement(times []int, apart [][]float64) float64 {
	sum := 0.0
	for i, w := range s.ways {
		if times[i] == 0 || len(w.counts) == 1 {
			continue // the distance from itself is 0
		}
		pairs := 0.0
		for _, a := range w.counts {
			for _, b := range w.counts {
				pairs += float64(a.times*b.times) * apart[a.label][b.label]
			}
		}
		sum += float64(times[i]) * pairs / float64(w.votes-1)
	}
	return sum
}

// matrix gives the squared distance of each two labels. The ordinal one
// depends on how often each label was given.
func (m Metric) matrix(given []float64) [][]float64 {
	upTo := make([]float64, len(given)) // ratings below the label and half of its own
	below := 0.0
	for i, n := range given {
		upTo[i] = below + n/2
		below += n
	}
	out := make([][]float64, len(given))
	for a := range out {
		out[a] = make([]float64, len(given))
		for b := range out[a] {
			switch distance := float64(a - b); {
			case m == Ordinal:
				out[a][b] = (upTo[a] - upTo[b]) * (upTo[a] - upTo[b])
			case m == Steps:
				out[a][b] = distance * distance
			case a != b:
				out[a][b] = 1
			}
		}
	}
	return out
}
