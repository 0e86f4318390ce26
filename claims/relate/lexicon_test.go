package relate

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLexiconReads(t *testing.T) {
	l, err := readLexicon(lexiconFiles)
	if err != nil {
		t.Fatal(err)
	}
	for name, n := range map[string]int{
		"classes": len(l.classKeys), "opposites": len(l.poleKeys), "effects": len(l.effect), "cues": len(l.cue),
		"nations": len(l.nation), "light": len(l.light), "units": len(l.units),
	} {
		if n < 20 {
			t.Errorf("%s: only %d entries", name, n)
		}
	}
}

func TestNoWordOpposesItself(t *testing.T) {
	l := words()
	for w, poles := range l.opposites {
		side := map[int]int{}
		for _, p := range poles {
			if s, ok := side[p.line]; ok && s != p.side {
				t.Errorf("%q stands on both sides of the line of %q", w, l.poleKeys[p.line])
			}
			side[p.line] = p.side
		}
	}
	for w, e := range l.effect {
		if s := l.state[w]; s != 0 && s != e {
			t.Errorf("%q both harms and has been helped", w)
		}
	}
}

func TestLexiconKnows(t *testing.T) {
	l := words()
	if shared := shareClass(l.classes["insurgency"], l.classes["militant"]); !shared {
		t.Error("insurgency and militant share no class")
	}
	if got := polesOf(l.opposites["alive"], l.opposites["dead"]); got != opposite {
		t.Errorf("alive and dead: %v", got)
	}
	if l.effect["hamper"] != -1 || l.effect["strengthen"] != 1 || l.state["weaker"] != -1 {
		t.Error("effects are not read")
	}
	if l.nation["iranian"] != l.nation["iran"] {
		t.Error("Iranian does not belong to Iran")
	}
	if l.units["tonne"].dimension != l.units["kilogram"].dimension || l.units["tonne"].size != 1000*l.units["kilogram"].size {
		t.Error("a tonne is not 1,000 kilograms")
	}
}

// What is written wrongly must be named by file and line, and must not take the
// rest with it.
func TestLexiconNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, file, line string }{
		{"class without colon", "classes", "airstrike attack"},
		{"empty class", "classes", "airstrike:"},
		{"opposites without bar", "opposites", "up, down"},
		{"one-sided opposites", "opposites", "up |"},
		{"set of one member", "exclusive", "red / scarlet"},
		{"set without a first member", "exclusive", " , red"},
		{"unknown effect", "effects", "eats: bread"},
		{"unknown cue", "denial", "swear: swear"},
		{"contrast of one part", "contrasts", "north"},
		{"unit without size", "units", "metre"},
		{"unit of no size", "units", "metre: 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := fstest.MapFS{}
			for _, name := range []string{"classes", "opposites", "exclusive", "effects", "denial", "not_aware", "hedges", "opinions", "light", "common", "once", "reporting", "nations", "contrasts", "units"} {
				files["lexicon/"+name+".txt"] = &fstest.MapFile{Data: []byte("# empty\n")}
			}
			files["lexicon/"+c.file+".txt"] = &fstest.MapFile{Data: []byte("# a comment\n\n" + c.line + "\n")}
			_, err := readLexicon(files)
			if err == nil {
				t.Fatal("no error")
			}
			if want := c.file + ".txt line 3"; !strings.Contains(err.Error(), want) {
				t.Errorf("%v does not name %s", err, want)
			}
		})
	}
	if _, err := readLexicon(fstest.MapFS{}); err == nil {
		t.Error("no error for missing files")
	}
}

func TestStem(t *testing.T) {
	for _, c := range [][2]string{
		{"insurgent", "insurgency"}, {"weaken", "weak"}, {"investigate", "investigation"}, {"inspect", "inspection"}, {"seal", "sealed"},
		{"stopped", "stop"}, {"child", "child"},
	} {
		if stem(c[0]) != stem(c[1]) {
			t.Errorf("stem(%q) = %q, stem(%q) = %q", c[0], stem(c[0]), c[1], stem(c[1]))
		}
	}
	if stem("nation") == stem("native") {
		t.Error("nation and native share a stem")
	}
}
