package collect

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

func TestOpen(t *testing.T) {
	w := newWeb(t, page(story))
	w.answer("news.example", "127.0.0.2")
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	text := write("plant.txt", "The plant is closed.")
	other := filepath.Join(dir, "other")
	if err := os.Mkdir(other, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name    string
		sources []string
		stdin   string
		want    []string // ids, or codes of errors
	}{
		{"file", []string{text}, "", []string{"plant"}},
		{"the same twice", []string{text, text, text}, "", []string{"plant", "plant-2", "plant-3"}},
		{"lines", []string{write("two.jsonl", `{"id":"a","text":"x"}`+"\nbad\n"+`{"text":"y"}`)}, "", []string{"a", "bad-line", "two-3"}},
		{"lines with the same id", []string{"-"}, strings.Repeat(`{"id":"a","text":"x"}`+"\n", 3) + `{"id":"a-2","text":"x"}` + "\n" + `{"id":"a","text":"x"}`,
			[]string{"a", "a-2", "a-3", "a-2-2", "a-4"}},
		{"page", []string{write("story.html", story)}, "", []string{"story"}},
		{"page without an ending", []string{write("saved", story)}, "", []string{"saved"}},
		{"address", []string{w.at("news.example", "/2014/plant-closed.html")}, "", []string{"news-example-plant-closed"}},
		{"address inside", []string{"http://127.0.0.1/"}, "", []string{"inside-network"}},
		{"address of another scheme", []string{"ftp://news.example/"}, "", []string{"bad-address"}},
		{"text from standard input", []string{"-"}, "The plant is closed.", []string{"stdin"}},
		{"page from standard input", []string{"-"}, story, []string{"stdin"}},
		{"lines from standard input", []string{"-"}, `{"text":"x"}` + "\n" + `{"id":"b","text":"y"}`, []string{"stdin-1", "b"}},
		{"nothing from standard input", []string{"-"}, "", []string{"empty-file"}},
		{"no such file", []string{filepath.Join(dir, "no.txt"), text}, "", []string{"no-such-file", "plant"}},
		{"folder", []string{other}, "", []string{"is-folder"}},
		{"empty file", []string{write("empty.txt", "")}, "", []string{"empty-file"}},
		{"empty lines", []string{write("empty.jsonl", "")}, "", []string{"empty-file"}},
		{"PDF", []string{write("a.pdf", "%PDF")}, "", []string{"format-unsupported"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			clock := func() time.Time { return testTime }
			for a, err := range w.reader.OpenAll(t.Context(), tt.sources, strings.NewReader(tt.stdin), claims.ArticleHead{}, clock) {
				if err != nil {
					got = append(got, code(t, err))
					continue
				}
				got = append(got, string(a.ID))
				if tt.stdin != "" && a.Snapshot.From != "stdin" {
					t.Errorf("from %q", a.Snapshot.From)
				}
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// endless never ends, as /dev/zero does.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.read += len(p)
	return len(p), nil
}

func TestOpenEndless(t *testing.T) {
	var in endless
	for _, err := range New(Options{}).Open(t.Context(), Stdin, io.Reader(&in), claims.ArticleHead{}, testTime) {
		if code(t, err) != "too-large" {
			t.Errorf("%v", err)
		}
	}
	if in.read > 2*claims.MaxSource {
		t.Errorf("%d bytes were read", in.read)
	}
}

// A source is received when its turn comes, not when the first one was.
func TestOpenAllAsksForTheTimeOfEachSource(t *testing.T) {
	moment := testTime
	clock := func() time.Time { moment = moment.Add(time.Hour); return moment }
	file := filepath.Join(t.TempDir(), "plant.txt")
	if err := os.WriteFile(file, []byte("The plant is closed."), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []time.Time
	for a, err := range New(Options{}).OpenAll(t.Context(), []string{file, file}, nil, claims.ArticleHead{}, clock) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, a.Snapshot.ReceivedAt)
	}
	if d := cmp.Diff([]time.Time{testTime.Add(time.Hour), testTime.Add(2 * time.Hour)}, got); d != "" {
		t.Error(d)
	}
}
