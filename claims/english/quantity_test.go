package english_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

func TestQuantities(t *testing.T) {
	type quantity struct {
		Words string
		Value float64
		Upper float64
		Unit  string
		Bound string
	}
	for _, c := range []struct {
		name, text string
		want       []quantity
	}{
		{"bound of two words", "It flew more than 1,000 airstrikes.", []quantity{{"more than 1,000 airstrikes", 1000, 0, "airstrike", "least"}}},
		{"at least", "At least six people died.", []quantity{{"At least six people", 6, 0, "person", "least"}}},
		{"up to", "Up to twenty-one drums leaked.", []quantity{{"Up to twenty-one drums", 21, 0, "drum", "most"}}},
		{"no more than", "It took no more than 3 hours.", []quantity{{"no more than 3 hours", 3, 0, "hour", "most"}}},
		{"money with scale", "A bid of $2.4 billion failed.", []quantity{{"$2.4 billion", 2.4e9, 0, "$", ""}}},
		{"money, short", "It cost £1.2bn, then about €3m.", []quantity{{"£1.2bn", 1.2e9, 0, "£", ""}, {"about €3m", 3e6, 0, "€", "about"}}},
		{"percent in all forms", "It owns 9 percent, 14%, 30 per cent or 2 percentage points.", []quantity{{"9 percent", 9, 0, "percent", ""}, {"14%", 14, 0, "percent", ""}, {"30 per cent", 30, 0, "percent", ""}, {"2 percentage points", 2, 0, "percentage point", ""}}},
		{"words with and", "Two hundred and five old houses fell.", []quantity{{"Two hundred and five old houses", 205, 0, "house", ""}}},
		{"plural scale", "Dozens of cars sank.", []quantity{{"Dozens of cars", 24, 0, "car", "least"}}},
		{"plurals of plurals", "Hundreds of thousands of people and tens of millions of euros went.", []quantity{{"Hundreds of thousands of people", 200e3, 0, "person", "least"}, {"tens of millions of euros", 20e6, 0, "euro", "least"}}},
		{"a scale with its article", "A million people and several hundred cars came.", []quantity{{"A million people", 1e6, 0, "person", ""}, {"several hundred cars", 200, 0, "car", "least"}}},
		{"bounds behind", "Ten or more ships, 40-odd men, 50+ cars and 20 people or so came.", []quantity{{"Ten or more ships", 10, 0, "ship", "least"}, {"40-odd men", 40, 0, "man", "about"}, {"50+ cars", 50, 0, "car", "least"}, {"20 people or so", 20, 0, "person", "about"}}},
		{"share with hyphen", "Two-thirds of voters stayed.", []quantity{{"Two-thirds", 200.0 / 3, 0, "percent", ""}}},
		{"share with bound", "More than half of them and nearly a third of us left.", []quantity{{"More than half", 50, 0, "percent", "least"}, {"nearly a third", 100.0 / 3, 0, "percent", "about"}}},
		{"one in four", "One in four women and nine out of ten men left.", []quantity{{"One in four", 25, 0, "percent", ""}, {"nine out of ten", 90, 0, "percent", ""}}},
		{"half of a number", "Half a million people and half a dozen cars came.", []quantity{{"Half a million people", 5e5, 0, "person", ""}, {"half a dozen cars", 6, 0, "car", ""}}},
		{"quarter of a number", "About a quarter of a million people came.", []quantity{{"About a quarter of a million people", 250e3, 0, "person", "about"}}},
		{"half of a measure", "It took half an hour.", []quantity{{"half an hour", 0.5, 0, "hour", ""}}},
		{"and a half", "It took two and a half years and one and a half million men.", []quantity{{"two and a half years", 2.5, 0, "year", ""}, {"one and a half million men", 1.5e6, 0, "man", ""}}},
		{"fraction marks", "It took 2½ years.", []quantity{{"2½ years", 2.5, 0, "year", ""}}},
		{"range with between", "Between 20 and 30 people came.", []quantity{{"Between 20 and 30 people", 20, 30, "person", "least"}}},
		{"range with a dash", "It cost $1.5-2 billion.", []quantity{{"$1.5-2 billion", 1.5e9, 2e9, "$", "least"}}},
		{"range of money", "Between £1 and £2 million went.", []quantity{{"Between £1 and £2 million", 1e6, 2e6, "£", "least"}}},
		{"range with to", "It needs 20 to 30 percent.", []quantity{{"20 to 30 percent", 20, 30, "percent", "least"}}},
		{"two or three", "Two or three cars came.", []quantity{{"Two or three cars", 2, 3, "car", "least"}}},
		{"change", "It rose from 20 to 30 percent.", []quantity{{"20", 20, 0, "percent", ""}, {"30 percent", 30, 0, "percent", ""}}},
		{"unit behind the digits", "It is 5km long, 20m high and does 60mph.", []quantity{{"5km", 5, 0, "kilometre", ""}, {"20m", 20, 0, "metre", ""}, {"60mph", 60, 0, "mph", ""}}},
		{"m for million", "It has 20m customers.", []quantity{{"20m customers", 20e6, 0, "customer", ""}}},
		{"strong", "A 3,000-strong force came.", []quantity{{"3,000-strong", 3000, 0, "person", ""}}},
		{"hyphen", "A 30-minute talk on a 3 percentage-point lead.", []quantity{{"30-minute", 30, 0, "minute", ""}, {"3 percentage", 3, 0, "percentage point", ""}}},
		{"age", "The six-year-old boy and Olin, 27, left.", []quantity{{"six-year", 6, 0, "year", ""}, {"27", 27, 0, "", ""}}},
		{"compound units", "It has 300 square miles and does 50 miles per hour.", []quantity{{"300 square miles", 300, 0, "square mile", ""}, {"50 miles", 50, 0, "mile per hour", ""}}},
		{"zero", "It had zero cases.", []quantity{{"zero cases", 0, 0, "case", ""}}},
		{"one person", "One man died.", []quantity{{"One man", 1, 0, "man", ""}}},
		{"dates", "It sank on Aug. 8, 2014, after the 2012 vote.", nil},
		{"a unit ends at a date", "It hurt 40 Thursday night.", []quantity{{"40", 40, 0, "", ""}}},
		{"ordinals", "The 21st man came first, a third time.", nil},
		{"hours", "It came at 5 p.m. and 10:30, or 6 o'clock.", nil},
		{"pronouns", "One of the men saw no one, that one and one another.", nil},
		{"labels", "Flight 370 left gate 4, see page 5.", nil},
		{"scores", "They won 3-1, 52-48 and by a 2 to 1 margin.", nil},
		{"votes", "They were split seven to five.", []quantity{{"seven", 7, 0, "", ""}, {"five", 5, 0, "", ""}}},
		{"halves that are none", "In the first half of the game, the half-brother left.", nil},
		{"commas between other things", "It has 1,00 and 12,34,5.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []quantity
			for _, q := range english.Analyse(c.text).Quantities {
				got = append(got, quantity{q.Span.In(c.text), q.Value, q.Upper, q.Unit, q.Bound})
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("quantities differ (-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzNumbers(f *testing.F) {
	for _, seed := range []string{
		"more than 1,000 of the 3.5m", "$1.5-2 billion", "between £1 and £2 million a year or more", "two and a half hundred thousand", "one in four", "half a", "a third of a",
		"2½", "hundreds of thousands of millions", "50+", "3-1", "several dozen", "99999999999999999999 trillion trillion", "1,00,000.5", "40-odd at least", "few", "½ of", "a quarter",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		d := english.Analyse(strings.ToValidUTF8(words, "\ufffd"))
		for _, q := range d.Quantities {
			if err := q.Span.Check(d.Text); err != nil {
				t.Fatal(err)
			}
			if math.IsNaN(q.Value) || math.IsInf(q.Value, 0) || q.Upper != 0 && !(q.Upper > q.Value) {
				t.Fatalf("%q is %v to %v", q.Span.In(d.Text), q.Value, q.Upper)
			}
		}
	})
}
