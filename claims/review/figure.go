package review

import (
	"fmt"
	"math"
)

// Figure is one statistic with what it rests on, or the reason why there is
// none. Exactly one of Value and Absent is set: an undefined statistic is
// neither 0 nor 1.
type Figure struct {
	Value      *float64  `json:"value"`                // nil: n/a, and Absent says why
	Absent     Absence   `json:"absent,omitempty"`     // empty: there is a value
	Items      int       `json:"items"`                // items that counted: given by two raters or more
	Found      int       `json:"found"`                // items that anybody rated
	Raters     int       `json:"raters"`               // raters who gave them
	Interval   *Interval `json:"interval"`             // nil: none, and NoInterval says why where there is a value
	NoInterval Absence   `json:"noInterval,omitempty"` // empty: there is an interval, or no value to give one for
}

// Interval is how far a figure may move with another draw of items.
type Interval struct {
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	Level     float64 `json:"level"`     // share of the resamples within, 0 to 1
	Resamples int     `json:"resamples"` // how many were drawn
	Undefined int     `json:"undefined"` // how many of them gave no figure, and were left out
	Seed      uint64  `json:"seed"`      // with it the same interval comes out again
}

// Absence says why there is no figure.
type Absence string

// The reasons for n/a.
const (
	NothingRated  Absence = "nothing_rated"  // no rating that counts
	OneRater      Absence = "one_rater"      // agreement needs two
	NoOverlap     Absence = "no_overlap"     // nothing was rated by two
	NoVariation   Absence = "no_variation"   // one label throughout: agreement by chance would be complete
	NotTwoRaters  Absence = "not_two_raters" // the statistic is defined for exactly two raters
	UnequalRaters Absence = "unequal_raters" // the statistic needs the same number of ratings for each item
	NotOrdered    Absence = "not_ordered"    // the statistic needs labels with an order
	LabelUnused   Absence = "label_unused"   // nobody gave this label
	NothingMarked Absence = "nothing_marked" // both looked, neither marked anything
	NotResampled  Absence = "not_resampled"  // no resampling was asked for
	FewItems      Absence = "few_items"      // fewer than MinItems
	ManyGroups    Absence = "many_groups"    // more than MaxGroups of the sort: ask for the one alone
	Unstable      Absence = "unstable"       // too many resamples had no figure
	undefined     Absence = "undefined"      // a guard: no figure may be infinite
)

// Text says the reason to a reader. How many raters there are makes it say
// "the two reviewers" where it can.
func (a Absence) Text(raters int) string {
	switch a {
	case NothingRated:
		return "there is no review that counts"
	case OneRater:
		return "only one reviewer took part"
	case NoOverlap:
		if raters == 2 {
			return "the two reviewers have no item in common"
		}
		return "no item was reviewed by two people"
	case NoVariation:
		return "no variation: everybody gave the same label throughout"
	case NotTwoRaters:
		return fmt.Sprintf("defined for two reviewers only, and there are %d", raters)
	case UnequalRaters:
		return "the items were not all reviewed by the same number of people"
	case NotOrdered:
		return "these labels have no order"
	case LabelUnused:
		return "nobody gave this label"
	case NothingMarked:
		return "nobody marked anything"
	case NotResampled:
		return "no resampling was asked for"
	case FewItems:
		return fmt.Sprintf("fewer than %d items", MinItems)
	case ManyGroups:
		return fmt.Sprintf("made for at most %d groups at once", MaxGroups)
	case Unstable:
		return "too many resamples gave no figure"
	}
	return "undefined"
}

// Text gives the figure with what it rests on, for a reader.
func (f Figure) Text() string {
	basis := fmt.Sprintf("%s, %s", ofFound(f.Items, f.Found), plural(f.Raters, "reviewer"))
	switch {
	case f.Value == nil:
		return fmt.Sprintf("n/a: %s (%s)", f.Absent.Text(f.Raters), basis)
	case f.Interval == nil:
		return fmt.Sprintf("%.3f (%s; no interval: %s)", *f.Value, basis, f.NoInterval.Text(f.Raters))
	}
	return fmt.Sprintf("%.3f (%s; %s)", *f.Value, basis, f.Interval.Text())
}

// Text gives the interval with how it was made.
func (i Interval) Text() string {
	text := fmt.Sprintf("%.0f %% interval %.3f to %.3f from %d resamples of the items, seed %d", 100*i.Level, i.Low, i.High, i.Resamples, i.Seed)
	if i.Undefined > 0 {
		text += fmt.Sprintf(", %d of them without a figure", i.Undefined)
	}
	return text
}

func ofFound(items, found int) string {
	if items == found {
		return plural(items, "item")
	}
	return fmt.Sprintf("%d of %s", items, plural(found, "item"))
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// with gives the figure a value, or the reason for none; what is not finite is
// none, whatever the arithmetic came to.
func (f Figure) with(value float64, absent Absence) Figure {
	if absent == "" && (math.IsNaN(value) || math.IsInf(value, 0)) {
		absent = undefined
	}
	if f.Absent = absent; absent == "" {
		f.Value = &value
	}
	return f
}
