package claims_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

// hardTexts is what breaks counting: characters of one to four bytes, joined
// emoji, combining marks, right-to-left script, both kinds of line end, and
// texts around the size of a block.
func hardTexts() map[string]string {
	return map[string]string{
		"empty":        "",
		"ascii":        "The strikes were not weakening them.",
		"emoji":        "a👩🏽‍🚀b🇮🇶c",
		"combining":    "e\u0301\u0323 and a\u030a",
		"arabic":       "قال وليد المعلم: لم تضعف",
		"line ends":    "one\r\ntwo\nthree\rfour\u2028five",
		"bidi":         "safe \u202etxt.exe\u2069 end",
		"one block":    strings.Repeat("x", 256),
		"split block":  strings.Repeat("x", 255) + "é" + strings.Repeat("y", 300),
		"four by four": strings.Repeat("😀", 200),
		"mixed long":   strings.Repeat("aé中😀\r\n", 400),
	}
}

func TestPointsRoundTrip(t *testing.T) {
	for name, text := range hardTexts() {
		t.Run(name, func(t *testing.T) { checkRoundTrip(t, text) })
	}
}

func FuzzPoints(f *testing.F) {
	for _, text := range hardTexts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 4096 {
			t.Skip("clean text is valid UTF-8")
		}
		checkRoundTrip(t, text)
	})
}

// checkRoundTrip compares every offset with a plain count, and takes spans
// from code points to bytes and back.
func checkRoundTrip(t *testing.T, text string) {
	t.Helper()
	p := claims.NewPoints(text)
	runes := []rune(text)
	if p.Len() != len(runes) {
		t.Fatalf("Len = %d, want %d", p.Len(), len(runes))
	}
	point := 0
	for b := range text {
		if got := p.Offset(b); got != point {
			t.Fatalf("Offset(%d) = %d, want %d", b, got, point)
		}
		point++
	}
	for start := range runes {
		for _, end := range []int{start + 1, (start + len(runes) + 1) / 2, len(runes)} {
			if end <= start {
				continue
			}
			s, err := p.Bytes([2]int{start, end})
			if err != nil {
				t.Fatalf("Bytes(%d,%d): %v", start, end, err)
			}
			if err := s.Check(text); err != nil {
				t.Fatalf("Bytes(%d,%d) = %v: %v", start, end, s, err)
			}
			if got, want := s.In(text), string(runes[start:end]); got != want {
				t.Fatalf("Bytes(%d,%d) covers %q, want %q", start, end, got, want)
			}
			if back := p.Span(s); back != [2]int{start, end} {
				t.Fatalf("Span(Bytes(%d,%d)) = %v", start, end, back)
			}
		}
	}
}

func TestPointsRefuseWhatLiesOutside(t *testing.T) {
	p := claims.NewPoints("né👍")
	for _, points := range [][2]int{{-1, 1}, {0, 4}, {3, 3}, {2, 1}, {3, 4}, {-2, -1}, {1 << 40, 1 << 41}} {
		if s, err := p.Bytes(points); claims.KindOf(err) != claims.Invalid {
			t.Errorf("Bytes(%v) = %v, %v; want an error of kind invalid", points, s, err)
		}
	}
	if got := [2]int{p.Offset(-1000), p.Offset(1000)}; got != [2]int{0, 3} {
		t.Errorf("offsets outside = %v, want the ends of the text", got)
	}
}

func TestSpanCheck(t *testing.T) {
	const text = "a👍é" // bytes: a 0, 👍 1-5, é 5-7
	tests := []struct {
		name string
		span claims.Span
		code string
	}{
		{"first character", claims.Span{Start: 0, End: 1}, ""},
		{"whole text", claims.Span{Start: 0, End: 7}, ""},
		{"one of four bytes", claims.Span{Start: 1, End: 5}, ""},
		{"before the text", claims.Span{Start: -1, End: 1}, "span-outside"},
		{"beyond the text", claims.Span{Start: 5, End: 8}, "span-outside"},
		{"wholly beyond", claims.Span{Start: 9, End: 12}, "span-outside"},
		{"empty", claims.Span{Start: 1, End: 1}, "span-empty"},
		{"empty at the end", claims.Span{Start: 7, End: 7}, "span-empty"},
		{"turned round", claims.Span{Start: 5, End: 1}, "span-empty"},
		{"starts within a character", claims.Span{Start: 2, End: 5}, "span-split"},
		{"ends within a character", claims.Span{Start: 1, End: 6}, "span-split"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := codeOf(tt.span.Check(text)); got != tt.code {
				t.Errorf("Check = %q, want %q", got, tt.code)
			}
		})
	}
}

func TestSpanHasNoJSONForm(t *testing.T) {
	s := claims.Span{Start: 1, End: 2}
	for name, v := range map[string]any{
		"value": s, "pointer": &s, "list": []claims.Span{s},
		"statement":  claims.Statement{Content: []claims.Span{s}},
		"reason":     claims.Reason{A: []claims.Span{s}},
		"annotation": claims.Annotation{Target: claims.Target{Words: &s}},
		"claim":      claims.Claim{Terms: []claims.Term{{At: s}}},
	} {
		if out, err := json.Marshal(v); err == nil {
			t.Errorf("%s: byte offsets left the program: %s", name, out)
		}
	}
}

func TestParagraph(t *testing.T) {
	tests := []struct{ name, before, words, after, want string }{
		{"whole text", "He ", "denied", " it.", "He denied it."},
		{"newlines", "One.\n\nHe ", "denied", " it.\nThree.", "He denied it."},
		{"carriage returns", "One.\r\nHe ", "denied", " it.\r\n\r\nThree.", "He denied it."},
		{"lone carriage returns", "One.\rHe ", "denied", " it.\rThree.", "He denied it."},
		{"at both edges", "", "denied", "", "denied"},
		{"whole paragraph", "\n", "denied", "\n", "denied"},
		{"words over a line end", "He ", "de\nnied", " it.\nTwo", "He de\nnied it."},
		{"wide characters", "é\né👍 ", "denied", " 👍\né", "é👍 denied 👍"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := tt.before + tt.words + tt.after
			s := claims.Span{Start: len(tt.before), End: len(tt.before) + len(tt.words)}
			got := claims.Paragraph(text, s)
			if got.In(text) != tt.want || !got.Contains(s) {
				t.Errorf("Paragraph = %q, want %q", got.In(text), tt.want)
			}
		})
	}
}

func TestHullJoinAndOverlap(t *testing.T) {
	const text = "“Not one,” he said, “was hit.”"
	first, second := span(text, "Not one,"), span(text, "was hit.")
	if got := claims.Join(text, []claims.Span{first, second}); got != "Not one, … was hit." {
		t.Errorf("Join = %q", got)
	}
	hull := claims.Hull([]claims.Span{second, first})
	if !hull.Contains(first) || !hull.Contains(second) || hull != (claims.Span{Start: first.Start, End: second.End}) {
		t.Errorf("Hull = %v", hull)
	}
	if got := claims.Hull(nil); got != (claims.Span{}) {
		t.Errorf("Hull of nothing = %v", got)
	}
	touching := claims.Span{Start: first.End, End: first.End + 1}
	if first.Overlaps(touching) || !first.Overlaps(hull) || first.Contains(hull) {
		t.Error("Overlaps or Contains is wrong at an edge")
	}
}

func TestSpansIsNeverNil(t *testing.T) {
	if diff := cmp.Diff([][2]int{}, claims.NewPoints("x").Spans(nil)); diff != "" {
		t.Errorf("Spans(nil):\n%s", diff)
	}
}

// span finds words in a text.
func span(text, words string) claims.Span {
	i := strings.Index(text, words)
	return claims.Span{Start: i, End: i + len(words)}
}

func BenchmarkPoints(b *testing.B) {
	text := strings.Repeat("aé中😀 some words in a line\n", 40_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		p := claims.NewPoints(text)
		p.Offset(len(text) / 2)
	}
}
