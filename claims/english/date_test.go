package english_test

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims/english"
)

// The article's day, 3 December 2014, is a Wednesday.
func TestResolveDate(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"on Wednesday", "2014-12-03"},
		{"on Friday", "2014-11-28"},
		{"last Wednesday", "2014-11-26"},
		{"next Friday", "2014-12-05"},
		{"this Friday", "2014-12-05"},
		{"yesterday", "2014-12-02"},
		{"last night", "2014-12-02"},
		{"this morning", "2014-12-03"},
		{"last week", "2014-11-24/2014-11-30"},
		{"next week", "2014-12-08/2014-12-14"},
		{"over the weekend", "2014-11-29/2014-11-30"},
		{"last month", "2014-11"},
		{"last year", "2013"},
		{"two days ago", "2014-12-01"},
		{"three months ago", "2014-09"},
		{"a year ago", "2013"},
		{"in the past three days", "2014-11-30/2014-12-03"},
		{"since Aug. 8", "2014-08-08/2014-12-03"},
		{"on Aug. 8, 2012", "2012-08-08"},
		{"on 8 August", "2014-08-08"},
		{"on the 14th of no month", ""},
		{"in August", "2014-08"},
		{"in March 2013", "2013-03"},
		{"on Jan. 15", "2015-01-15"},
		{"in 1979", "1979"},
		{"Tuesday, Dec. 2", "2014-12-02"},
		{"2014-11-30", "2014-11-30"},
		{"from Monday to Wednesday", "2014-12-01/2014-12-03"},
		{"between May and July", "2014-05/2014-07"},
		{"on June 31", ""},
		{"he may leave", ""},
		{"they march on", ""},
	} {
		t.Run(c.words, func(t *testing.T) {
			if got := english.ResolveDate("It happened "+c.words+".", "2014-12-03"); got != c.want {
				t.Errorf("%q is %q, want %q", c.words, got, c.want)
			}
		})
	}
}

func TestResolveDateWithoutDay(t *testing.T) {
	for _, c := range []struct{ words, day, want string }{
		{"on Wednesday", "", ""},
		{"on Aug. 8, 2012", "", "2012-08-08"},
		{"on Wednesday", "no date", ""},
		{"on Wednesday", "2014-12-04T23:10:00+01:00", "2014-12-03"},
	} {
		if got := english.ResolveDate(c.words, c.day); got != c.want {
			t.Errorf("%q on %q is %q, want %q", c.words, c.day, got, c.want)
		}
	}
}

func TestResolveAhead(t *testing.T) {
	dates := english.Analyse("It will open on Friday.").Dates
	if len(dates) != 1 || dates[0].ResolveAhead("2014-12-03") != "2014-12-05" {
		t.Errorf("dates are %+v", dates)
	}
}

func FuzzResolveDate(f *testing.F) {
	for _, seed := range []string{"since Aug. 8", "from May to 99 July", "last Friday", "999 years ago", "2014-13-40", "the past 31 months"} {
		f.Add(seed, "2014-12-03")
	}
	f.Add("next year", "9999-12-31")
	f.Fuzz(func(t *testing.T, words, day string) {
		english.ResolveDate(words, day)
	})
}
