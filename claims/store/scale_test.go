//go:build unix

package store_test

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
	"github.com/counterclaim/counterclaim/claims/store"
	"github.com/counterclaim/counterclaim/claims/store/storetest"
)

// A million takes some ten minutes and 10 GB of disk to make, so it is asked for by
//
//	go test -run '^$' -bench Relate ./claims/store -archives 10000,100000,1000000 -timeout 2h
var archiveSizes = flag.String("archives", "10000,100000", "sizes of the archives that an article is related to, in statements")

// BenchmarkRelate relates a new article of twenty statements to archives of
// growing size: candidates are looked for and compared. Beside the time stand
// that of the processor, how many pairs that were, and the greatest memory of
// the process; the two leave out what the server of PostgreSQL uses.
func BenchmarkRelate(b *testing.B) {
	for _, text := range strings.Split(*archiveSizes, ",") {
		size, err := strconv.Atoi(text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("sqlite/"+text, func(b *testing.B) {
			relateTo(b, b.TempDir()+"/archive.db", size)
		})
		b.Run("postgres/"+text, func(b *testing.B) {
			relateTo(b, storetest.StartPostgres(b).Database(b), size)
		})
	}
}

func relateTo(b *testing.B, url string, size int) {
	s, err := store.Open(b.Context(), url, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	press := newPress(b, size)
	if err := s.Fill(press.archive(size)); err != nil {
		b.Fatal(err)
	}
	var fresh [][]claims.Claim
	for i := range 50 {
		fresh = append(fresh, press.article(claims.ArticleID(fmt.Sprint("new-", i))))
	}
	resetPeak()
	before := processorTime()
	pairs, conflicts, i := 0, 0, 0
	for b.Loop() {
		own := fresh[i%len(fresh)]
		found, _, err := relate.Candidates(b.Context(), own, relate.NewMemory(own...), s, relate.DefaultNear)
		if err != nil {
			b.Fatal(err)
		}
		compared, err := relate.Engine{}.Conflicts(b.Context(), found, 0)
		if err != nil {
			b.Fatal(err)
		}
		pairs, conflicts, i = pairs+len(found), conflicts+len(compared.Conflicts), i+1
	}
	b.ReportMetric((processorTime()-before).Seconds()*1000/float64(i), "cpu-ms/op")
	b.ReportMetric(float64(pairs)/float64(i), "pairs/op")
	b.ReportMetric(float64(conflicts)/float64(i), "conflicts/op")
	b.ReportMetric(peakMegabytes(), "peak-MB")
}

// press makes articles. Stories have a cast of names and words of their own,
// both drawn as words are: few are common, most are rare. What is said is a
// claim of the cases of pairs with its names, and half of its words, changed
// for those of the story; so comparisons have real clauses to work on, and
// common words to pass over.
type press struct {
	random    *rand.Rand
	templates []claims.Claim
	names     *rand.Zipf
	words     *rand.Zipf
	stories   *rand.Zipf
	count     int
}

const statementsEach = 20

func newPress(b *testing.B, size int) *press {
	random := rand.New(rand.NewPCG(1, 2))
	stories := max(1, size/100)
	return &press{
		random: random, templates: templates(b),
		names: rand.NewZipf(random, 1.1, 10, 100_000), words: rand.NewZipf(random, 1.1, 20, 200_000),
		stories: rand.NewZipf(random, 1.05, 50, uint64(stories-1)),
	}
}

// templates reads the claims of the cases of pairs.
func templates(b *testing.B) []claims.Claim {
	b.Helper()
	files, err := filepath.Glob("../../testdata/pairs/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no cases: %v", err)
	}
	var out []claims.Claim
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		for lines := bufio.NewScanner(file); lines.Scan(); {
			if side, text, _ := strings.Cut(lines.Text(), ": "); (side == "A" || side == "B") && text != "" {
				out = append(out, relate.ProposeText(relate.Bare{Text: text}))
			}
		}
		_ = file.Close()
	}
	return out
}

// archive gives the claims of as many articles as it takes.
func (p *press) archive(size int) iter.Seq[claims.Claim] {
	return func(yield func(claims.Claim) bool) {
		for i := range size / statementsEach {
			for _, c := range p.article(claims.ArticleID(fmt.Sprintf("a%07d", i))) {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// article makes the claims of an article on a story. The same story has the same
// cast and words whenever it comes.
func (p *press) article(id claims.ArticleID) []claims.Claim {
	story := rand.New(rand.NewPCG(3, p.stories.Uint64()))
	names, words := rand.NewZipf(story, 1.1, 10, 100_000), rand.NewZipf(story, 1.1, 20, 200_000)
	var cast, vocabulary [12]string
	for i := range cast {
		cast[i], vocabulary[i] = fmt.Sprint("n", names.Uint64()), fmt.Sprint("s", words.Uint64())
	}
	out := make([]claims.Claim, statementsEach)
	for i := range out {
		out[i] = p.claim(cast[:], vocabulary[:])
		out[i].Article, out[i].Speaker.Name = id, cast[i%len(cast)]
	}
	return out
}

func (p *press) claim(cast, vocabulary []string) claims.Claim {
	c := p.templates[p.random.IntN(len(p.templates))]
	p.count++
	c.Statement = claims.StatementID(fmt.Sprintf("%016x-%d", p.random.Uint64(), p.count))
	c.CueClass, c.Commitment, c.SaidAt = claims.CueSay, claims.Asserts, "2031-05-01"
	keys := map[string]int{}
	for _, k := range c.Keys {
		if !strings.HasPrefix(k.Text, "n:") && !strings.HasPrefix(k.Text, "w:") {
			keys[k.Text] = k.Weight
		}
	}
	c.Terms = slices.Clone(c.Terms)
	for i := range c.Terms {
		t := &c.Terms[i]
		switch t.Kind {
		case claims.NameTerm, claims.PlaceTerm:
			t.Lemma = cast[p.random.IntN(len(cast))]
			keys["n:"+t.Lemma] = 3
		case claims.NounTerm, claims.VerbTerm, claims.AdjTerm:
			if p.random.IntN(2) == 0 {
				t.Lemma = p.word(vocabulary)
			}
			keys["w:"+t.Lemma] = 2
		}
	}
	p.around(&c, cast, vocabulary, keys)
	for _, text := range slices.Sorted(maps.Keys(keys)) {
		c.Keys = append(c.Keys, claims.Key{Text: text, Weight: keys[text]})
	}
	return c
}

// word draws one of the story's words, or of all.
func (p *press) word(vocabulary []string) string {
	if p.random.IntN(2) == 0 {
		return vocabulary[p.random.IntN(len(vocabulary))]
	}
	return fmt.Sprint("s", p.words.Uint64())
}

// around adds what stands around a content: the heads of the cast, a few others
// and words.
func (p *press) around(c *claims.Claim, cast, vocabulary []string, keys map[string]int) {
	c.Keys = nil
	add := func(kind claims.TermKind, prefix, lemma string) {
		c.Terms = append(c.Terms, claims.Term{Text: lemma, Lemma: lemma, Kind: kind, Context: true, At: claims.Span{Start: 900, End: 910}})
		keys[prefix+lemma] = cmp.Or(keys[prefix+lemma], 1)
	}
	for _, n := range cast[:8] {
		add(claims.NameTerm, "n:", n)
	}
	for range 2 {
		add(claims.NameTerm, "n:", fmt.Sprint("n", p.names.Uint64()))
	}
	for range 12 {
		add(claims.NounTerm, "w:", p.word(vocabulary))
	}
}

// resetPeak makes Linux forget the greatest memory so far.
func resetPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // elsewhere the peak includes the making of the archive
}

// processorTime is what the process has used, which a busy machine does not
// change much.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMegabytes is the greatest memory of the process; 0 where Linux does not
// tell.
func peakMegabytes() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.Atoi(strings.Fields(kb)[0])
			return float64(n) / 1024
		}
	}
	return 0
}
