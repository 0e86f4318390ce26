package report

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// Heading is a section's name above its pairs.
func (s Section) Heading() string {
	switch s {
	case SectionJudged:
		return "Judged to be in conflict"
	case SectionNotKnown:
		return "One side says it does not know"
	case SectionDiffering:
		return "Reviewers differ"
	case SectionSuggested:
		return "Suggested by software, not reviewed"
	case SectionByHand:
		return "Put together by hand, not reviewed"
	}
	return "Looked at and set aside"
}

// LabelWords is a label as a reader understands it.
func LabelWords(l claims.Label) string {
	switch l {
	case claims.Contradicts:
		return "Contradicts: both cannot be true"
	case claims.DiffersInNumber:
		return "Differs in number: both cannot be true, and only the figure or degree differs"
	case claims.DeniesKnowledge:
		return "Denies knowledge: one side says it does not know"
	case claims.DifferentTimePlaceScope:
		return "No conflict: different time, place or scope"
	case claims.Updated:
		return "No conflict: a later figure"
	case claims.Agrees:
		return "No conflict: the two agree"
	case claims.Unrelated:
		return "No conflict: the two have nothing to do with each other"
	case claims.CannotTell:
		return "Cannot tell"
	case claims.BadExtraction:
		return "Wrongly read: the words need correcting first"
	}
	return string(l)
}

// Verdict is what stands over a pair.
func (p Pair) Verdict() string {
	switch p.Section {
	case SectionDiffering:
		return "Reviewers differ: every judgement is shown"
	case SectionSuggested:
		return "Possible conflict, suggested by software: nobody has reviewed it"
	case SectionByHand:
		return "Possible conflict, put together by hand: nobody has reviewed it"
	}
	return LabelWords(p.Judgement)
}

// Heading names who stands against whom.
func (p Pair) Heading() string {
	if p.Reversal {
		return "Two statements of " + p.SideA.Who()
	}
	return p.SideA.Who() + " against " + p.SideB.Who()
}

// Turn says that one speaker stands on both sides; empty where two do.
func (p Pair) Turn() string {
	if !p.Reversal {
		return ""
	}
	return "The same speaker stands on both sides."
}

// AlsoIn names other articles that carry the same words; empty where none does.
func (s Side) AlsoIn() string {
	if len(s.Also) == 0 {
		return ""
	}
	places := make([]string, len(s.Also))
	for i, a := range s.Also {
		places[i] = joinKnown(", ", outlet(claims.Article{Publisher: a.Publisher}), dateWords(a.Date))
	}
	return "The same words also stand in " + strings.Join(places, "; ")
}

// Grounds says what the software makes of a pair, with the score in figures.
func (p Pair) Grounds() string {
	found := "Found by software"
	if p.Origin == claims.ByPerson {
		found = "Put together by hand; the software"
	}
	s := fmt.Sprintf("%s: %s (%s, score %.2f of 1)", found, kindWords(p.Kind), claims.StrengthOf(p.Score), p.Score)
	if p.Kind == "" {
		s = found + fmt.Sprintf(": %s, score %.2f of 1", claims.StrengthOf(p.Score), p.Score)
	}
	if p.NotInDepth() {
		s += ". Not yet compared in depth, only by the words"
	}
	if now := p.EngineNow; now != nil {
		s += fmt.Sprintf(". The software now says: %s (%s, score %.2f of 1)", kindWords(now.Kind), claims.StrengthOf(now.Score), now.Score)
	}
	if p.Run != "" {
		s += ". Run " + string(p.Run)
	}
	return s
}

// kindWords is a label within a sentence.
func kindWords(l claims.Label) string {
	return strings.Replace(lowerFirst(LabelWords(l)), ": ", ", ", 1)
}

func lowerFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:n]) + s[n:]
}

// Who is the speaker with the role that the article gives.
func (s Side) Who() string {
	if s.Statement.Speaker.Name == "" {
		return "Speaker not named"
	}
	return s.Statement.Speaker.Name
}

// Said is how and when the statement was put: the article's own cue words,
// the commitment, and when it was said.
func (s Side) Said() string {
	parts := []string{}
	if cue := words(s.Article.Text, s.Statement.Cue); len(cue) > 0 {
		parts = append(parts, quote(cue))
	}
	if c := s.Statement.Commitment; c != "" && c != claims.Asserts {
		parts = append(parts, commitmentWords(c))
	}
	if s.Statement.SaidAt != "" {
		parts = append(parts, "said "+dateWords(s.Statement.SaidAt))
	}
	if s.Statement.About != "" {
		parts = append(parts, "about "+dateWords(s.Statement.About))
	}
	return strings.Join(parts, " · ")
}

// Stance says in front of words that are shown without their cue that the
// speaker does not put them forward, "denies "; empty where he does, and for
// "not aware", which the words say themselves.
func (s Side) Stance() string {
	switch c := s.Statement.Commitment; c {
	case "", claims.Asserts, claims.NotAware:
		return ""
	default:
		return commitmentWords(c) + " "
	}
}

// Quotation is the statement's words, cut from the article by their offsets,
// with an ellipsis between fragments; the stored words where the offsets do
// not fit the text.
func (s Side) Quotation() string {
	content := merge(s.Article.Text, s.Statement.Content)
	if len(content) == 0 {
		return s.Statement.Text
	}
	return strings.Join(words(s.Article.Text, content), " … ")
}

// Short is the beginning of the quotation, about 160 characters of it, cut at
// a space.
func (s Side) Short() string {
	const limit = 160
	q := s.Quotation()
	count, space := 0, 0
	for i, r := range q {
		if count == limit {
			if space == 0 {
				space = i
			}
			return q[:space] + " …"
		}
		if r == ' ' {
			space = i
		}
		count++
	}
	return q
}

// Chain is who told whom, for second-hand reports.
func (s Side) Chain() string {
	if len(s.Statement.Chain) == 0 {
		return ""
	}
	return "Second-hand, by way of " + strings.Join(isolated(s.Statement.Chain), ", then ")
}

func commitmentWords(c claims.Commitment) string {
	if c == claims.NotAware {
		return "is not aware"
	}
	return string(c)
}

// Published is where and when the article was published, as far as it is
// known.
func (s Side) Published() string {
	return joinKnown(", ", outlet(s.Article), dateWords(s.Article.Date))
}

func outlet(a claims.Article) string {
	if a.Publisher == "" {
		return "Outlet not known"
	}
	return isolate(a.Publisher)
}

// imprint is who published an article, and when.
func imprint(a claims.Article) string {
	return joinKnown(", ", isolate(a.Author), outlet(a), dateWords(a.Date))
}

func heading(a claims.Article) string {
	if a.Title == "" {
		return "Untitled article"
	}
	return a.Title
}

func joinKnown(sep string, parts ...string) string {
	known := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, sep)
}

// dateWords writes an ISO 8601 date, month, year or interval in words; what
// it does not know it leaves as it is.
func dateWords(date string) string {
	if from, to, ok := strings.Cut(date, "/"); ok && !strings.Contains(to, "/") {
		return dateWords(from) + " to " + dateWords(to)
	}
	for _, f := range []struct{ layout, words string }{
		{time.RFC3339, "2 January 2006, 15:04 MST"},
		{time.DateOnly, "2 January 2006"},
		{"2006-01", "January 2006"},
	} {
		if t, err := time.Parse(f.layout, date); err == nil {
			return t.Format(f.words)
		}
	}
	return date
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}

// motivationWords is what an annotation is, above its text.
func motivationWords(m claims.Motivation) string {
	switch m {
	case claims.Commenting:
		return "Comment"
	case claims.Tagging:
		return "Tag"
	case claims.Questioning:
		return "Question"
	case claims.Linking:
		return "Evidence"
	case claims.Editing:
		return "Correction"
	case claims.Highlighting:
		return "Highlight"
	}
	return string(m)
}

// byline names a person, or says that the name is not known.
func byline(name string, id claims.UserID) string {
	return joinFirst(name, string(id), "unknown")
}

func joinFirst(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}

// Both gives the two sides in their order.
func (p Pair) Both() []Side { return []Side{p.SideA, p.SideB} }
