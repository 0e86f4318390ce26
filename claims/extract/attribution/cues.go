package attribution

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

// cueTable says of words, and of lemmas with their tag, how often they are
// part of a cue: a class from 1 to 5; see [cueClass]. Others are in class 0.
type cueTable map[string]uint8

// likely is the class from which on a word counts as a likely cue.
const likely = 3

// cueClass sorts the share of a word's uses that are in cues.
func cueClass(share float64) uint8 {
	for i, limit := range []float64{0.8, 0.6, 0.4, 0.2, 0.05} {
		if share >= limit {
			return uint8(5 - i)
		}
	}
	return 0
}

func (t cueTable) word(low string) uint64 { return uint64(t[low]) }

func (t cueTable) lemma(lemma string, tag english.Tag) uint64 {
	if len(lemma) > longWord {
		return 0
	}
	return uint64(t[lemmaKey(lemma, tag)])
}

func lemmaKey(lemma string, tag english.Tag) string { return lemma + "/" + string(tag) }

// countCues makes the table from examples. A word has to be in a cue twice.
func countCues(examples []Example) cueTable {
	seen, cues := map[string]int{}, map[string]int{}
	for i := range examples {
		gold := examples[i].labels()
		for k, t := range examples[i].Doc.Tokens {
			for _, key := range []string{normal(t.Lower), lemmaKey(t.Lemma, t.Tag)} {
				seen[key]++
				if gold[k].Role() == Cue {
					cues[key]++
				}
			}
		}
	}
	table := cueTable{}
	for key, n := range cues {
		class := cueClass(float64(n) / float64(seen[key]+1))
		if n >= 2 && class > 0 && len(key) > 2 && len(key) <= longWord && !strings.ContainsAny(key, " \n") {
			table[key] = class
		}
	}
	return table
}

// bytes writes the table: one line for each key, in order.
func (t cueTable) bytes() []byte {
	keys := make([]string, 0, len(t))
	for key := range t {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var b bytes.Buffer
	for _, key := range keys {
		fmt.Fprintf(&b, "%s %d\n", key, t[key])
	}
	return b.Bytes()
}

func readCues(data []byte) (cueTable, error) {
	t := cueTable{}
	for line := range strings.Lines(string(data)) {
		key, class, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		n, err := strconv.ParseUint(class, 10, 8)
		if !ok || err != nil || n > 5 {
			return nil, fmt.Errorf("the cue table has the line %q", line)
		}
		t[key] = uint8(n)
	}
	return t, nil
}
