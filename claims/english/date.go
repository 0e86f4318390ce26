package english

import "github.com/counterclaim/counterclaim/claims"

// Date is a stretch of text that names a time: "Wednesday", "since Aug. 8",
// "last week".
type Date struct {
	Span claims.Span
	expr dateExpr
}

// Resolve gives the time as ISO 8601: a day "2014-12-03", a month "2014-12",
// a year "2014", or an interval "2014-08-08/2014-12-03". It is read as news
// is: a bare weekday is the last one on or before the article's day. The day
// is the article's date (2006-01-02 or RFC 3339); where it is missing or no
// date, only what names its own year is resolved. The answer is empty where
// the time cannot be told.
func (d Date) Resolve(day string) string { return d.expr.resolve(day) }

// ResolveDate gives the first time named in the words, as [Date.Resolve]
// does; empty where there is none.
func ResolveDate(words, day string) string {
	for _, d := range Analyse(words).Dates {
		if iso := d.Resolve(day); iso != "" {
			return iso
		}
	}
	return ""
}
