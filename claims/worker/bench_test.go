package worker_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/worker"
)

// story is an article of its own: other names, places and figures with each
// number, the manner of news in all.
func story(n int) string {
	names := []string{"Holt", "Falk", "Brannock", "Lund", "Reyk", "Haddad", "Okafor", "Lindqvist", "Moreau", "Tanaka"}
	places := []string{"Halvern", "Tarsk", "Lundermoor", "Ostrava", "Kelvar", "Mirren", "Sund", "Aldbourne", "Vesk", "Porto Nero"}
	things := []string{"ferry", "dam", "budget", "factory", "school", "strike", "bridge", "mine", "court", "harvest"}
	var b strings.Builder
	for p := range 8 {
		name, place, thing := names[(n+p)%10], places[(n*3+p)%10], things[(n*7+p*3)%10]
		fmt.Fprintf(&b, "%s, the mayor of %s, said %d people had worked at the %s. “The %s did not fail us,” %s told reporters on Tuesday.\n\n",
			name, place, 10+(n*13+p)%400, thing, thing, name)
	}
	return b.String()
}

// BenchmarkAnalyse stores and analyses articles in one growing archive; the
// stages alone, on the same articles, are the baseline of the same run.
func BenchmarkAnalyse(b *testing.B) {
	b.Run("stages", func(b *testing.B) {
		for n := range b.N {
			if _, err := (worker.Line{}).Relate(b.Context(), []claims.Article{{ID: "a", Text: story(n)}}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("archive", func(b *testing.B) {
		w := newBench(b, nil)
		for n := range b.N {
			w.add(b, "The Courier", "2027-05-12", story(n))
		}
		b.ResetTimer()
		w.drain(b)
	})
}
