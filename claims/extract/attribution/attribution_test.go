package attribution

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// example marks in a text what stands in [source], {cue} and <content>.
func example(t testing.TB, marked string) Example {
	t.Helper()
	var text strings.Builder
	var gold Gold
	start := 0
	for _, r := range marked {
		switch r {
		case '[', '{', '<':
			start = text.Len()
		case ']':
			gold.Source = append(gold.Source, claims.Span{Start: start, End: text.Len()})
		case '}':
			gold.Cue = append(gold.Cue, claims.Span{Start: start, End: text.Len()})
		case '>':
			gold.Content = append(gold.Content, claims.Span{Start: start, End: text.Len()})
		default:
			text.WriteRune(r)
		}
	}
	return Example{Doc: english.Analyse(text.String()), Gold: []Gold{gold}}
}

// school gives simple examples to learn from.
func school(t testing.TB) []Example {
	var out []Example
	for i, name := range []string{"Olin", "Reyes", "Brede", "Lind", "Voss", "Kask", "Eke", "Feld"} {
		for _, thing := range []string{"bridge", "gate", "ferry", "school", "mill"} {
			out = append(out, example(t, fmt.Sprintf("[%s] {said} <the %s was closed>. It rained.", name, thing)))
			if i%2 == 0 {
				out = append(out, example(t, fmt.Sprintf("<The %s is safe>, [%s] {said}.", thing, name)))
			}
		}
	}
	return out
}

func small() Options {
	o := DefaultOptions()
	o.Epochs, o.Folds, o.LinkEpochs, o.Narrow = 4, 2, 4, 0
	return o
}

func train(t testing.TB) []byte {
	t.Helper()
	data, err := Train(school(t), small(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTrainedModelFindsWhatItNeverSaw(t *testing.T) {
	m, err := Read(train(t))
	if err != nil {
		t.Fatal(err)
	}
	d := english.Analyse("Norring said the tower was closed. It snowed.")
	found := m.Find(d, nil)
	if len(found) != 1 {
		t.Fatalf("found %+v", found)
	}
	f := found[0]
	words := func(s Stretch) string {
		return d.Text[d.Tokens[s.First].Span.Start:d.Tokens[s.Last-1].Span.End]
	}
	if words(f.Source) != "Norring" || words(f.Cue) != "said" || words(f.Content[0]) != "the tower was closed" || f.Advice != -1 || f.Score < 0.5 {
		t.Errorf("found %+v", f)
	}
}

func TestTrainingIsDeterministic(t *testing.T) {
	if !bytes.Equal(train(t), train(t)) {
		t.Error("the same examples gave two models")
	}
}

func TestAdviceIsPairedAndJudged(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	d := english.Analyse("Marta Olin said the bridge was safe. The mill burned.")
	same := Attribution{Source: Stretch{0, 2}, Cue: Stretch{2, 3}, Content: []Stretch{{3, 7}}}
	nonsense := Attribution{Source: Stretch{8, 9}, Cue: Stretch{10, 11}, Content: []Stretch{{9, 10}}}
	carried := Attribution{Content: []Stretch{{8, 11}}}
	found := m.Find(d, []Attribution{same, nonsense, carried})
	byAdvice := map[int]Finding{}
	for _, f := range found {
		byAdvice[f.Advice] = f
	}
	if f := byAdvice[0]; f.Score < 0.5 || f.Advised < 0.5 {
		t.Errorf("what both find is %+v", f)
	}
	if f := byAdvice[1]; f.Score != 0 || f.Advised > 0.5 {
		t.Errorf("nonsense is %+v", f)
	}
	if f := byAdvice[2]; f.Advised != 1 {
		t.Errorf("advice without a cue is %+v", f)
	}
}

func TestReadRefusesBadBytes(t *testing.T) {
	good := train(t)
	for name, data := range map[string][]byte{"none": nil, "half": good[:len(good)/2], "more": append(bytes.Clone(good), 0), "swapped": append(bytes.Clone(good[40:]), good[:40]...)} {
		if _, err := Read(data); err == nil {
			t.Errorf("%s bytes were read", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(train(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Read(data); err == nil {
			m.Find(english.Analyse("Olin said the gate was closed."), nil)
		}
	})
}

func TestRightAlignsOneToOne(t *testing.T) {
	e := example(t, "[Olin] {said} <the bridge was safe>.")
	good := Attribution{Source: Stretch{0, 1}, Cue: Stretch{1, 2}, Content: []Stretch{{2, 6}}}
	noSource := Attribution{Cue: Stretch{1, 2}, Content: []Stretch{{2, 6}}}
	tooShort := Attribution{Source: Stretch{0, 1}, Cue: Stretch{1, 2}, Content: []Stretch{{2, 3}}}
	for _, c := range []struct {
		name  string
		found []Attribution
		want  []bool
	}{
		{"the same", []Attribution{good}, []bool{true}},
		{"twice", []Attribution{good, good}, []bool{true, false}},
		{"no source", []Attribution{noSource}, []bool{false}},
		{"a word of four", []Attribution{tooShort}, []bool{false}},
	} {
		if got := e.right(c.found); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, not %v", c.name, got, c.want)
		}
	}
}
