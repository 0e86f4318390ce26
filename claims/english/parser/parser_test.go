package parser_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims/english/parser"
	"github.com/counterclaim/counterclaim/claims/english/surface"
)

// tokensOf makes tokens of "word/FINE/COARSE" set apart by blanks.
func tokensOf(sentence string) []parser.Token {
	var tokens []parser.Token
	for _, field := range strings.Fields(sentence) {
		part := append(strings.SplitN(field, "/", 3), "", "")
		tokens = append(tokens, parser.Token{Word: surface.Of(part[0]), Fine: part[1], Coarse: part[2]})
	}
	return tokens
}

func load(t testing.TB) *parser.Parser {
	t.Helper()
	p, err := parser.Load()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// checkTree reports what no parse may have: a head that is no token of the same
// piece, a word that leads back to itself, another number of roots than one.
func checkTree(t *testing.T, p *parser.Parser, arcs []parser.Arc) {
	t.Helper()
	for first := 0; first < len(arcs); first += parser.MaxTokens {
		last := min(first+parser.MaxTokens, len(arcs))
		roots := 0
		for i := first; i < last; i++ {
			if int(arcs[i].Relation) >= len(p.Relations()) {
				t.Fatalf("token %d has relation %d of %d", i, arcs[i].Relation, len(p.Relations()))
			}
			if arcs[i].Head == -1 {
				roots++
			} else if arcs[i].Head < first || arcs[i].Head >= last {
				t.Fatalf("token %d hangs on %d, outside its piece", i, arcs[i].Head)
			}
			steps := 0
			for at := i; at != -1; at = arcs[at].Head {
				if steps++; steps > last-first {
					t.Fatalf("token %d leads back to itself", i)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in the piece from %d", roots, first)
		}
	}
}

func TestTreeOfLongSentences(t *testing.T) {
	p := load(t)
	for _, n := range []int{1, 2, parser.MaxTokens, parser.MaxTokens + 1, 3*parser.MaxTokens + 5} {
		tokens := tokensOf(strings.Repeat("said/VBD/VERB that/IN/SCONJ Olin/NNP/PROPN ,/,/PUNCT ", n/4+1))[:n]
		arcs := p.Start().Parse(tokens)
		if len(arcs) != n {
			t.Fatalf("%d arcs for %d tokens", len(arcs), n)
		}
		checkTree(t, p, arcs)
	}
}

func TestParseOfNothing(t *testing.T) {
	if arcs := load(t).Start().Parse(nil); len(arcs) != 0 {
		t.Errorf("arcs are %v", arcs)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "a", "Olin/NNP/PROPN said/VBD/VERB it/PRP/PRON fell/VBD/VERB ././PUNCT",
		"//// / \xff/\xff/\xff", "././PUNCT ././PUNCT ././PUNCT", strings.Repeat("that/IN/SCONJ ", 450),
	} {
		f.Add(seed)
	}
	p, err := parser.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, sentence string) {
		tokens := tokensOf(sentence)
		run := p.Start()
		checkTree(t, p, run.Parse(tokens))
		checkTree(t, p, run.Parse(tokens[:len(tokens)/2])) // in the same memory
	})
}

// taught gives trees in which a noun before a verb is its subject, and one
// behind it its object; the second crosses arcs, which the parser cannot build.
func taught() []parser.Tree {
	return []parser.Tree{
		{Tokens: tokensOf("troops/NNS/NOUN crossed/VBD/VERB borders/NNS/NOUN"), Heads: []int{1, -1, 1}, Relations: []string{"nsubj", "root", "obj"}},
		{Tokens: tokensOf("rivers/NNS/NOUN flooded/VBD/VERB towns/NNS/NOUN today/NN/NOUN"), Heads: []int{2, 3, -1, 1}, Relations: []string{"nsubj", "dep", "root", "obl"}},
		{Tokens: tokensOf("rivers/NNS/NOUN flooded/VBD/VERB towns/NNS/NOUN"), Heads: []int{1, -1, 1}, Relations: []string{"nsubj", "root", "obj"}},
		{Tokens: tokensOf("rain/NN/NOUN stopped/VBD/VERB"), Heads: []int{1, -1}, Relations: []string{"nsubj", "root"}},
	}
}

func train(t testing.TB) []byte {
	t.Helper()
	model, err := parser.Train(taught(), parser.Options{Epochs: 8, Choice: parser.Side{Margin: 1}, Naming: parser.Side{Margin: 1}, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return model
}

func TestTrain(t *testing.T) {
	model := train(t)
	if !bytes.Equal(model, train(t)) {
		t.Error("the same training gives other bytes")
	}
	p, err := parser.Read(model)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, arc := range p.Start().Parse(tokensOf("courts/NNS/NOUN crossed/VBD/VERB borders/NNS/NOUN")) {
		got = append(got, p.Relations()[arc.Relation])
	}
	if want := "nsubj root obj"; strings.Join(got, " ") != want {
		t.Errorf("relations are %v, want %s", got, want)
	}
	if _, err := parser.Train(nil, parser.Usual()); err == nil {
		t.Error("a parser was trained on nothing")
	}
}

func TestReadRefusesTornBytes(t *testing.T) {
	model := train(t)
	for end := range model {
		if _, err := parser.Read(model[:end]); err == nil {
			t.Errorf("the first %d of %d bytes are read as a parser", end, len(model))
		}
	}
}

func BenchmarkParse(b *testing.B) {
	tokens := tokensOf(`Mr./NNP/PROPN Olin/NNP/PROPN ,/,/PUNCT who/WP/PRON leads/VBZ/VERB the/DT/DET ministry/NN/NOUN ,/,/PUNCT told/VBD/VERB reporters/NNS/NOUN
		on/IN/ADP Wednesday/NNP/PROPN that/IN/SCONJ the/DT/DET airstrikes/NNS/NOUN had/VBD/AUX not/RB/PART weakened/VBN/VERB the/DT/DET militants/NNS/NOUN ././PUNCT`)
	run := load(b).Start()
	for b.Loop() {
		run.Parse(tokens)
	}
	b.ReportMetric(float64(b.N*len(tokens))/b.Elapsed().Seconds(), "words/s")
}
