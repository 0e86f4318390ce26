package english_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

// The article's day, 3 December 2014, is a Wednesday.
func TestResolveDate(t *testing.T) {
	for _, c := range []struct{ name, words, want string }{
		{"weekday of the article's day", "on Wednesday", "2014-12-03"},
		{"weekday before", "on Friday", "2014-11-28"},
		{"last weekday", "last Wednesday", "2014-11-26"},
		{"next weekday", "next Friday", "2014-12-05"},
		{"this weekday", "this Friday", "2014-12-05"},
		{"this past weekday", "this past Saturday", "2014-11-29"},
		{"this coming weekday", "this coming Saturday", "2014-12-06"},
		{"weekday with a time of day", "Monday morning", "2014-12-01"},
		{"weekday with night", "late Sunday night", "2014-11-30"},
		{"hour and weekday", "at noon Tuesday", "2014-12-02"},
		{"hour with zone and weekday", "at 8:30 p.m. ET on Tuesday", "2014-12-02"},
		{"hour and date", "at 5 p.m. on Dec. 2", "2014-12-02"},
		{"early on a weekday", "early on Tuesday", "2014-12-02"},
		{"yesterday", "yesterday", "2014-12-02"},
		{"yesterday morning", "yesterday morning", "2014-12-02"},
		{"tonight", "tonight", "2014-12-03"},
		{"last night", "last night", "2014-12-02"},
		{"this morning", "this morning", "2014-12-03"},
		{"day before yesterday", "the day before yesterday", "2014-12-01"},
		{"last week", "last week", "2014-11-24/2014-11-30"},
		{"next week", "next week", "2014-12-08/2014-12-14"},
		{"late last week", "late last week", "2014-11-27/2014-11-30"},
		{"earlier this week", "earlier this week", "2014-12-01/2014-12-03"},
		{"later this month", "later this month", "2014-12-03/2014-12-31"},
		{"earlier this year", "earlier this year", "2014-01-01/2014-12-03"},
		{"weekend", "over the weekend", "2014-11-29/2014-11-30"},
		{"this weekend", "this weekend", "2014-12-06/2014-12-07"},
		{"last month", "last month", "2014-11"},
		{"last year", "last year", "2013"},
		{"late last year", "late last year", "2013-08/2013-12"},
		{"end of the year", "by the end of the year", "2014-11/2014-12"},
		{"end of next year", "at the end of next year", "2015-11/2015-12"},
		{"days ago", "two days ago", "2014-12-01"},
		{"weeks ago", "two weeks ago", "2014-11-17/2014-11-23"},
		{"months ago", "three months ago", "2014-09"},
		{"year ago", "a year ago", "2013"},
		{"number of two words", "twenty-five years ago", "1989"},
		{"couple", "a couple of years ago", "2012"},
		{"decade ago", "a decade ago", "2004"},
		{"from now", "three weeks from now", "2014-12-22/2014-12-28"},
		{"past days", "in the past three days", "2014-11-30/2014-12-03"},
		{"past months", "over the past 18 months", "2013-06-03/2014-12-03"},
		{"past year", "over the past year", "2013-12-03/2014-12-03"},
		{"next weeks", "in the next two weeks", "2014-12-03/2014-12-17"},
		{"since a day", "since Aug. 8", "2014-08-08/2014-12-03"},
		{"since a year", "since 2010", "2010/2014-12-03"},
		{"since a decade", "since the 1970s", "1970/2014-12-03"},
		{"decades", "between the 1960s and the 1980s", "1960/1989"},
		{"since a weekday", "since Monday", "2014-12-01/2014-12-03"},
		{"day with year", "on Aug. 8, 2012", "2012-08-08"},
		{"day without year", "on 8 August", "2014-08-08"},
		{"British date", "on 8 August 2013", "2013-08-08"},
		{"ordinal", "on the 8th of August", "2014-08-08"},
		{"ordinal behind", "on August 8th, 2013", "2013-08-08"},
		{"ISO", "2014-11-30", "2014-11-30"},
		{"strokes, American", "on 08/25/2014", "2014-08-25"},
		{"strokes, British", "on 25/08/2014", "2014-08-25"},
		{"strokes, same in both", "on 08/08/2014", "2014-08-08"},
		{"strokes, either", "on 07/08/2014", ""},
		{"weekday and date", "Tuesday, Dec. 2", "2014-12-02"},
		{"weekday and British date", "on Tuesday 2 December 2014", "2014-12-02"},
		{"month", "in August", "2014-08"},
		{"month with year", "in March 2013", "2013-03"},
		{"early month", "in early June", "2014-06-01/2014-06-12"},
		{"mid-month", "in mid-June 2013", "2013-06-10/2013-06-21"},
		{"late month", "in late June", "2014-06-19/2014-06-30"},
		{"end of a month", "at the end of March", "2014-03-24/2014-03-31"},
		{"last month by name", "last May", "2014-05"},
		{"next month by name", "next May", "2015-05"},
		{"month of last year", "in May of last year", "2013-05"},
		{"month last year", "in December last year", "2013-12"},
		{"day of the next year", "on Jan. 15", "2015-01-15"},
		{"year", "in 1979", "1979"},
		{"mid-year", "in mid-2015", "2015-04/2015-09"},
		{"early year", "in early 2015", "2015-01/2015-05"},
		{"decade", "in the 1990s", "1990/1999"},
		{"clipped decade", "in the late '90s", "1995/1999"},
		{"mid-decade", "in the mid-1990s", "1992/1997"},
		{"fiscal year", "in fiscal 2017", "2017"},
		{"year before a noun", "the 2012 campaign", "2012"},
		{"two years in one", "in the 2015-16 season", "2015/2016"},
		{"two years with a stroke", "in 2015/16", "2015/2016"},
		{"quarter of a year", "in the first quarter of 2016", "2016-01/2016-03"},
		{"quarter", "in the third quarter", "2014-07/2014-09"},
		{"quarter to come is last year's", "in the first quarter", "2014-01/2014-03"},
		{"quarter as adjective", "third-quarter sales", "2014-07/2014-09"},
		{"half", "in the first half of last year", "2013-01/2013-06"},
		{"season", "this spring", "2014-03/2014-05"},
		{"last season", "last summer", "2014-06/2014-08"},
		{"winter", "in the winter of 2012", "2012-12/2013-02"},
		{"Christmas", "on Christmas Day", "2014-12-25"},
		{"New Year's Eve", "on New Year’s Eve", "2014-12-31"},
		{"named day with year", "on Thanksgiving 2013", "2013-11-28"},
		{"Labor Day", "by Labor Day", "2014-09-01"},
		{"Memorial Day", "on Memorial Day", "2014-05-26"},
		{"Easter", "on Good Friday", "2014-04-18"},
		{"last Easter", "last Easter", "2014-04-20"},
		{"week of a day", "the week of March 3", "2014-03-03/2014-03-09"},
		{"weekdays", "from Monday to Friday", "2014-12-01/2014-12-05"},
		{"weekdays behind", "Monday through Friday", "2014-12-01/2014-12-05"},
		{"months", "between May and July", "2014-05/2014-07"},
		{"months over the year", "from November to February", "2014-11/2015-02"},
		{"months with a year", "between May and July 2012", "2012-05/2012-07"},
		{"years", "from 2010 to 2014", "2010/2014"},
		{"years with a dash", "in 2010–2014", "2010/2014"},
		{"days with a dash", "on Dec. 1–2, 2013", "2013-12-01/2013-12-02"},
		{"British days", "on 1-2 December", "2014-12-01/2014-12-02"},
		{"day to day", "from March 3 to 8", "2014-03-03/2014-03-08"},
		{"attacks of 2001", "on 9/11", "2001-09-11"},
		{"no such day", "on June 31", ""},
		{"no month", "on the 14th of no month", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := english.ResolveDate("It happened "+c.words+".", "2014-12-03"); got != c.want {
				t.Errorf("%q is %q, want %q", c.words, got, c.want)
			}
		})
	}
}

// What looks like a time and is none, or one that nobody can tell from the
// article alone.
func TestNoDate(t *testing.T) {
	for _, text := range []string{
		"He may leave.", "They march on.", "May said so.", "According to May, it is so.", "They sat down in the sun.", "He left in 10 seconds.",
		"It came three days earlier.", "A month later it sank.", "It is more than ten years ago.", "The Sunday Times reported it.", "It won on Super Tuesday.",
		"They spoke of today's talks.", "August Olin left.", "By April Dahl.", "The fall of the wall came.", "After the fall of the house they left.", "They fall in spring water.",
		"Between 1500 and 1600 people came.", "They won in the third quarter of the game.", "The Christmas party was held.", "It took a few days.", "She was in her 20s.",
		"It is the second half.", "It sank in the last days.", "He works nine to five.", "The Mail on Sunday reported it.", "It is a mid-size ship.",
	} {
		t.Run(text, func(t *testing.T) {
			for _, d := range english.Analyse(text).Dates {
				t.Errorf("%q is read as %q", d.Span.In(text), d.Resolve("2014-12-03"))
			}
		})
	}
}

func TestDateSpans(t *testing.T) {
	text := "Late on Tuesday night, since Aug. 8, 2014, or at 5 p.m. on Dec. 3, at the end of 2010, 2012 and 2014, by noon Friday, in the mid-1990s."
	want := []string{"Late on Tuesday night", "since Aug. 8, 2014", "5 p.m. on Dec. 3", "end of 2010", "2012", "2014", "noon Friday", "mid-1990s"}
	var got []string
	for _, d := range english.Analyse(text).Dates {
		got = append(got, d.Span.In(text))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("dates differ (-want +got):\n%s", diff)
	}
}

func TestResolveDateWithoutDay(t *testing.T) {
	for _, c := range []struct{ name, words, day, want string }{
		{"weekday", "on Wednesday", "", ""},
		{"whole date", "on Aug. 8, 2012", "", "2012-08-08"},
		{"quarter of a year", "in the first quarter of 2016", "", "2016-01/2016-03"},
		{"day and month", "on Aug. 8", "", ""},
		{"since", "since 2010", "", ""},
		{"no date given", "on Wednesday", "no date", ""},
		{"with the hour", "on Wednesday", "2014-12-04T23:10:00+01:00", "2014-12-03"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := english.ResolveDate(c.words, c.day); got != c.want {
				t.Errorf("%q on %q is %q, want %q", c.words, c.day, got, c.want)
			}
		})
	}
}

func TestResolveAhead(t *testing.T) {
	for _, c := range []struct{ name, words, want string }{
		{"weekday", "on Friday", "2014-12-05"},
		{"weekday of the article's day", "on Wednesday", "2014-12-03"},
		{"weekday named as last", "last Friday", "2014-11-28"},
		{"month", "in September", "2015-09"},
		{"season", "in the summer", "2015-06/2015-08"},
		{"quarter", "in the first quarter", "2015-01/2015-03"},
		{"weekend", "at the weekend", "2014-12-06/2014-12-07"},
		{"range", "from Friday to Monday", "2014-12-05/2014-12-08"},
		{"leap day", "on Feb. 29", "2016-02-29"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dates := english.Analyse("It will open " + c.words + ".").Dates
			if len(dates) != 1 || dates[0].ResolveAhead("2014-12-03") != c.want {
				t.Errorf("dates are %+v, want %s", dates, c.want)
			}
		})
	}
}

// Easter Sundays from the tables of the Book of Common Prayer.
func TestEaster(t *testing.T) {
	for _, c := range []struct{ year, want string }{
		{"1954", "1954-04-18"}, {"1981", "1981-04-19"}, {"2000", "2000-04-23"}, {"2008", "2008-03-23"}, {"2016", "2016-03-27"}, {"2024", "2024-03-31"}, {"2038", "2038-04-25"},
	} {
		if got := english.ResolveDate("on Easter Sunday "+c.year, ""); got != c.want {
			t.Errorf("Easter %s is %s, want %s", c.year, got, c.want)
		}
	}
}

// checkISO reports what is no ISO 8601 day, month, year or interval.
func checkISO(t *testing.T, iso string) {
	t.Helper()
	from, to, interval := strings.Cut(iso, "/")
	for _, end := range []string{from, to} {
		if end == "" && !interval {
			continue
		}
		layout := time.DateOnly[:min(len(end), len(time.DateOnly))]
		if _, err := time.Parse(layout, end); err != nil {
			t.Fatalf("%q is no date: %v", iso, err)
		}
	}
	if n := min(len(from), len(to)); interval && from[:n] > to[:n] {
		t.Fatalf("%q ends before it begins", iso)
	}
}

func FuzzDates(f *testing.F) {
	for _, seed := range []string{
		"since Aug. 8", "from May to 99 July", "last Friday", "999 years ago", "2014-13-40", "the past 31 months", "late on Tuesday night at 5 p.m. on", "Dec. 3-5, 2014-15",
		"the end of the first quarter of last year", "New Year's Eve 2014", "mid-2015 mid-June", "week of March", "1000 decades ago", "noon", "the '90s", "Feb. 29",
	} {
		f.Add(seed, "2014-12-03")
	}
	f.Add("next year", "9999-12-31")
	f.Fuzz(func(t *testing.T, words, day string) {
		d := english.Analyse(strings.ToValidUTF8(words, "\ufffd"))
		for _, x := range d.Dates {
			if err := x.Span.Check(d.Text); err != nil {
				t.Fatal(err)
			}
			checkISO(t, x.Resolve(day))
			checkISO(t, x.ResolveAhead(day))
		}
	})
}
