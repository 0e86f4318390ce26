package collect

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

var (
	bylineStart  = regexp.MustCompile(`^(?:[Bb]y|BY|Author ?:|Written by|Story by|Text by)\s+(.+)$`)
	reportedBy   = regexp.MustCompile(`^\(?(?:Reporting|Written) by ([^;()]+?)(?: in [^;()]+)?(?:;[^()]*)?\)?\.?$`)
	nameSplit    = regexp.MustCompile(`\s*(?:,\s+and\s+|\s+and\s+|\s+AND\s+|\s+&\s+|,\s+)\s*`)
	particles    = " de da di du del della der den des van von la le bin ibn al el y dos ter ten af av zu "
	notNames     = " staff correspondent correspondents reporter reporters editor editors news press agency agencies desk team associated writer writers bureau monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
	publisherTag = regexp.MustCompile(`^(?:Publisher|Publication|Outlet|Newspaper)\s?:\s*(\S.{1,80})$`)
	withAgencies = regexp.MustCompile(`^\((.{2,60}?) with (.+)\)$`)
	agencies     = regexp.MustCompile(`\b(?:AP|AFP|Reuters|REUTERS|UPI|DPA|dpa|ANSA|EFE|TASS|Xinhua|PA|agencies|wires)\b`)
	copyright    = regexp.MustCompile(`^(?:(?:Copyright\s*)?(?:©|\([cC]\))(?:\s*\d{4})?|Copyright\s+\d{4}),?\s+(?:by\s+)?(\p{Lu}[^.|©]{1,60}?)\s*(?:,?\s*\d{4})?\.?(?:\s*All rights reserved\.?)?$`)
	dateline     = regexp.MustCompile(`^\p{Lu}[\p{Lu}\p{M} .'’/-]{1,40}(?:, [\p{L} .'’-]{2,30}?)?(?:,? (` + monthName + `\.? \d{1,2}(?:, \d{4})?))?\s*(?:\((\p{Lu}[^()]{1,40})\))?\s*(?:--|[-–—])\s`)
)

// byline gives the names of a line "By …", or nothing where it does not look
// like names.
func byline(line string) string {
	m := bylineStart.FindStringSubmatch(line)
	if m == nil || utf8.RuneCountInString(line) > 120 {
		return ""
	}
	return names(m[1])
}

// reportingBy gives the names of a credit like "(Reporting by A and B in
// Paris; Editing by C)".
func reportingBy(line string) string {
	if m := reportedBy.FindStringSubmatch(line); m != nil {
		return names(m[1])
	}
	return ""
}

// names gives the names at the start of a list, up to what is no name, such
// as an agency.
func names(list string) string {
	var out []string
	for _, part := range nameSplit.Split(strings.TrimSpace(list), 8) {
		if !personName(part) {
			break
		}
		out = append(out, part)
	}
	return strings.Join(out, ", ")
}

// personName says whether words look like the full name of a person: two to
// five capitalised words, particles aside.
func personName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		lower := " " + strings.ToLower(w) + " "
		if strings.Contains(notNames, lower) || strings.ContainsFunc(w, notInName) {
			return false
		}
		if !unicode.IsUpper(first) && !strings.Contains(particles, lower) && !strings.HasPrefix(w, "al-") {
			return false
		}
	}
	return true
}

func notInName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("'’.-", r)
}

func labelledPublisher(line string) string {
	if m := publisherTag.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// creditPublisher gives the outlet of "(Outlet with AP and AFP)" or of a
// copyright line.
func creditPublisher(line string) string {
	if m := withAgencies.FindStringSubmatch(line); m != nil && agencies.MatchString(m[2]) && outletName(m[1]) {
		return m[1]
	}
	if m := copyright.FindStringSubmatch(line); m != nil && outletName(m[1]) {
		return m[1]
	}
	return ""
}

// outletName says whether words can be what an outlet calls itself: a few
// words that start with a capital.
func outletName(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first) && len(strings.Fields(s)) <= 6
}

// readDateline takes from "CITY, March 10, 2014 (Agency) - …" what nothing
// else told: the agency as publisher, and the date where it has its year.
func readDateline(h *claims.ArticleHead, lead string) {
	m := dateline.FindStringSubmatch(lead)
	if m == nil {
		return
	}
	if outletName(m[2]) {
		set(&h.Publisher, m[2])
	}
	if date, rest, ok := parseDate(m[1]); ok && rest == "" {
		set(&h.Date, date)
	}
}
