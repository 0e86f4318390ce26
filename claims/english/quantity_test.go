package english_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

func TestQuantities(t *testing.T) {
	type quantity struct {
		Words string
		Value float64
		Unit  string
		Bound string
	}
	for _, c := range []struct {
		text string
		want []quantity
	}{
		{"It flew more than 1,000 airstrikes.", []quantity{{"more than 1,000 airstrikes", 1000, "airstrike", "least"}}},
		{"At least six people died.", []quantity{{"At least six people", 6, "person", "least"}}},
		{"Up to twenty-one drums leaked.", []quantity{{"Up to twenty-one drums", 21, "drum", "most"}}},
		{"A bid of $2.4 billion failed.", []quantity{{"$2.4 billion", 2.4e9, "$", ""}}},
		{"It owns 9 percent, or 14%.", []quantity{{"9 percent", 9, "percent", ""}, {"14%", 14, "percent", ""}}},
		{"Two hundred and five old houses fell.", []quantity{{"Two hundred and five old houses", 205, "house", ""}}},
		{"Dozens of cars sank.", []quantity{{"Dozens of cars", 24, "car", "least"}}},
		{"Ten or more ships came.", []quantity{{"Ten or more ships", 10, "ship", "least"}}},
		{"It sank on Aug. 8, 2014.", nil},
	} {
		t.Run(c.text, func(t *testing.T) {
			var got []quantity
			for _, q := range english.Analyse(c.text).Quantities {
				got = append(got, quantity{q.Span.In(c.text), q.Value, q.Unit, q.Bound})
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("quantities differ (-want +got):\n%s", diff)
			}
		})
	}
}
