package claims_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// codeOf gives the stable code of an error, "" for nil, and the message of an
// error that is none of ours.
func codeOf(err error) string {
	var e *claims.Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	}
	return err.Error()
}

func TestCheckText(t *testing.T) {
	tests := []struct{ name, text, code string }{
		{"plain", "abc", ""},
		{"empty", "", ""},
		{"characters, not bytes, count", "éé👍", ""},
		{"too long", "abcd", "too-long"},
		{"not UTF-8", "a\xffb", "not-utf8"},
		{"half a character", "\xe2\x82", "not-utf8"},
		{"surrogate", "\xed\xa0\x80", "not-utf8"},
		{"NUL", "a\x00", "nul-byte"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := codeOf(claims.CheckText("note", tt.text, 3)); got != tt.code {
				t.Errorf("CheckText = %q, want %q", got, tt.code)
			}
		})
	}
}

func TestCheckURL(t *testing.T) {
	tests := []struct {
		name, address string
		ok            bool
	}{
		{"https", "https://example.org/news?id=1#top", true},
		{"http with port", "http://example.org:8080/", true},
		{"capital scheme", "HTTPS://example.org/", true},
		{"umlauts", "https://exämple.org/ü", true},
		{"empty", "", false},
		{"script", "javascript:alert(1)", false},
		{"script in capitals", "JaVaScRiPt:alert(1)", false},
		{"data", "data:text/html,<script>", false},
		{"file", "file:///etc/passwd", false},
		{"no scheme", "example.org/news", false},
		{"no host", "https:///news", false},
		{"only a port", "https://:80/", false},
		{"opaque", "https:example.org", false},
		{"password", "https://user:secret@example.org/", false},
		{"space before", " https://example.org/", false},
		{"line end within", "https://example.org/\nx", false},
		{"line end after", "https://example.org/\n", false},
		{"NUL", "https://example.org/\x00", false},
		{"not UTF-8", "https://example.org/\xff", false},
		{"too long", "https://example.org/" + strings.Repeat("x", claims.MaxField), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := claims.CheckURL("url", tt.address)
			if (err == nil) != tt.ok {
				t.Errorf("CheckURL(%q) = %v", tt.address, err)
			}
			if err != nil && claims.KindOf(err) != claims.Invalid {
				t.Errorf("kind %s, want invalid", claims.KindOf(err))
			}
		})
	}
}

func TestCheckDate(t *testing.T) {
	tests := []struct {
		date string
		ok   bool
	}{
		{"2014-12-03", true}, {"2014-12-03T10:00:00Z", true}, {"2014-12-03T10:00:00.5+01:00", true}, {"2016-02-29", true},
		{"", false}, {"2014", false}, {"2014-12", false}, {"03.12.2014", false}, {"2014-13-01", false}, {"2015-02-29", false},
		{"2014-12-03 10:00", false}, {"2014-12-03T10:00:00", false}, {" 2014-12-03", false},
	}
	for _, tt := range tests {
		if err := claims.CheckDate("date", tt.date); (err == nil) != tt.ok {
			t.Errorf("CheckDate(%q) = %v", tt.date, err)
		}
	}
}

func TestHeadCheckNamesTheField(t *testing.T) {
	tests := []struct {
		name  string
		head  claims.ArticleHead
		code  string
		field string
	}{
		{"empty", claims.ArticleHead{}, "", ""},
		{"full", claims.ArticleHead{Title: "t", Author: "a", Publisher: "p", URL: "https://example.org/", Date: "2026-01-02", Language: "en"}, "", ""},
		{"title", claims.ArticleHead{Title: "\xff"}, "not-utf8", "title"},
		{"author", claims.ArticleHead{Author: "\x00"}, "nul-byte", "author"},
		{"publisher", claims.ArticleHead{Publisher: strings.Repeat("x", claims.MaxField+1)}, "too-long", "publisher"},
		{"language", claims.ArticleHead{Language: "\xff"}, "not-utf8", "language"},
		{"url", claims.ArticleHead{URL: "ftp://example.org"}, "bad-address", "url"},
		{"date", claims.ArticleHead{Date: "yesterday"}, "bad-date", "date"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.head.Check()
			if codeOf(err) != tt.code || (err != nil && !strings.Contains(err.Error(), tt.field)) {
				t.Errorf("Check = %v, want %q about %s", err, tt.code, tt.field)
			}
		})
	}
}

func TestReviewCheck(t *testing.T) {
	for _, l := range claims.Labels() {
		if err := (claims.Review{Judgement: l}).Check(); err != nil {
			t.Errorf("judgement %s: %v", l, err)
		}
	}
	tests := []struct {
		name   string
		review claims.Review
		code   string
	}{
		{"sureness and note", claims.Review{Judgement: claims.Agrees, Sureness: claims.High, Note: "as the ministry says"}, ""},
		{"no judgement", claims.Review{}, "unknown-judgement"},
		{"other judgement", claims.Review{Judgement: "conflict"}, "unknown-judgement"},
		{"other sureness", claims.Review{Judgement: claims.Agrees, Sureness: "certain"}, "unknown-sureness"},
		{"long note", claims.Review{Judgement: claims.Agrees, Note: strings.Repeat("é", claims.MaxNote+1)}, "too-long"},
		{"note just short enough", claims.Review{Judgement: claims.Agrees, Note: strings.Repeat("é", claims.MaxNote)}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := codeOf(tt.review.Check()); got != tt.code {
				t.Errorf("Check = %q, want %q", got, tt.code)
			}
		})
	}
}

func TestAnnotationCheck(t *testing.T) {
	words := &claims.Span{Start: 0, End: 4}
	conflict := claims.Target{Conflict: "c1"}
	tests := []struct {
		name string
		in   claims.Annotation
		code string
	}{
		{"comment on a conflict", claims.Annotation{Motivation: claims.Commenting, Body: "see page 2", Target: conflict}, ""},
		{"comment on words", claims.Annotation{Motivation: claims.Commenting, Body: "x", Target: claims.Target{Article: "a", Words: words}}, ""},
		{"highlight says nothing", claims.Annotation{Motivation: claims.Highlighting, Target: claims.Target{Article: "a", Words: words}}, ""},
		{"evidence", claims.Annotation{Motivation: claims.Linking, Body: "https://example.org/minutes", Target: conflict}, ""},
		{"evidence that is no address", claims.Annotation{Motivation: claims.Linking, Body: "javascript:alert(1)", Target: conflict}, "bad-address"},
		{"no motivation", claims.Annotation{Body: "x", Target: conflict}, "unknown-motivation"},
		{"no target", claims.Annotation{Motivation: claims.Commenting, Body: "x"}, "one-target"},
		{"two targets", claims.Annotation{Motivation: claims.Commenting, Body: "x", Target: claims.Target{Conflict: "c", Dispute: "d"}}, "one-target"},
		{"words without their article", claims.Annotation{Motivation: claims.Commenting, Body: "x", Target: claims.Target{Statement: "s", Words: words}}, "words-without-article"},
		{"empty comment", claims.Annotation{Motivation: claims.Commenting, Target: conflict}, "empty-body"},
		{"blank comment", claims.Annotation{Motivation: claims.Commenting, Body: " \n\t", Target: conflict}, "empty-body"},
		{"NUL", claims.Annotation{Motivation: claims.Tagging, Body: "a\x00", Target: conflict}, "nul-byte"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := codeOf(tt.in.Check()); got != tt.code {
				t.Errorf("Check = %q, want %q", got, tt.code)
			}
		})
	}
}

func TestLabels(t *testing.T) {
	count := make(map[claims.Class]int)
	for _, l := range claims.Labels() {
		count[l.Class()]++
	}
	if count[claims.ClassConflict] != 3 || count[claims.ClassNoConflict] != 4 || count[claims.ClassUncounted] != 2 || count[""] != 0 {
		t.Errorf("labels by class: %v", count)
	}
	if c := claims.Label("Contradicts").Class(); c != "" {
		t.Errorf("a word that is no label has class %q", c)
	}
}

func TestStrengthOf(t *testing.T) {
	for score, want := range map[float64]claims.Strength{0: claims.Weak, 0.399: claims.Weak, 0.4: claims.Fair, 0.649: claims.Fair, 0.65: claims.Strong, 1: claims.Strong} {
		if got := claims.StrengthOf(score); got != want {
			t.Errorf("StrengthOf(%v) = %s, want %s", score, got, want)
		}
	}
}
