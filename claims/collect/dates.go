package collect

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const (
	monthName = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`
	dayName   = `(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?`
)

var (
	dateLabel = regexp.MustCompile(`(?i)^(?:date(?: created| published| of publication)?|(?:first )?published(?: online)?(?: on)?|publication date|posted(?: on)?|created(?: on)?|issued(?: on)?)\s*[:–-]?\s*`)
	isoDate   = regexp.MustCompile(`^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?`)
	dayFirst  = regexp.MustCompile(`(?i)^` + dayName + `(\d{1,2})(?:st|nd|rd|th)?\s+(` + monthName + `)\.?,?\s+(\d{4})\b`)
	monFirst  = regexp.MustCompile(`(?i)^` + dayName + `(` + monthName + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`)
	onlyTime  = regexp.MustCompile(`(?i)^[.,]?\s*(?:[-–|,]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}.{0,30})?$`)
)

// labelledDate gives the date of a line like "Date created : 2014-12-03". A
// date of a change is not one of publication and has no label here.
func labelledDate(line string) string {
	label := dateLabel.FindString(line)
	if label == "" {
		return ""
	}
	date, rest, ok := parseDate(line[len(label):])
	if !ok || !onlyTime.MatchString(rest) {
		return ""
	}
	return date
}

// parseDate reads a date at the start of a text, and gives what follows it.
// All-figure dates are read only with the year first: 03/12/2014 is one day
// here and another there. The time is kept only where its offset is known.
func parseDate(s string) (date, rest string, ok bool) {
	s = strings.TrimSpace(s)
	var year, month, day string
	if m := isoDate.FindStringSubmatch(s); m != nil {
		if t, ok := parseTime(m[0]); ok {
			return t, s[len(m[0]):], true
		}
		year, month, day, rest = m[1], m[2], m[3], s[len(m[0]):]
	} else if m := dayFirst.FindStringSubmatch(s); m != nil {
		year, month, day, rest = m[3], m[2], m[1], s[len(m[0]):]
	} else if m := monFirst.FindStringSubmatch(s); m != nil {
		year, month, day, rest = m[3], m[1], m[2], s[len(m[0]):]
	} else {
		return "", s, false
	}
	date = fmt.Sprintf("%s-%02d-%s", year, monthNumber(month), pad(day))
	if t, err := time.Parse(time.DateOnly, date); err != nil || t.Year() < 1600 {
		return "", s, false
	}
	return date, rest, true
}

func pad(day string) string {
	if len(day) == 1 {
		return "0" + day
	}
	return day
}

// monthNumber reads a month's name or number, 0 for neither.
func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	for m := time.January; m <= time.December; m++ {
		if len(s) >= 3 && strings.EqualFold(s[:3], m.String()[:3]) {
			return int(m)
		}
	}
	return 0
}

// parseTime reads the forms in which programs write a time of publication. A
// time without an offset gives the day alone, as nobody can tell whose day's
// time it is.
func parseTime(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{
		time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04-0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", time.RFC1123Z,
	} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1600 {
			return t.Format(time.RFC3339), true
		}
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "20060102", "2006/01/02"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1600 {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}
