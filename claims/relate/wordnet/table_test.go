package wordnet

import (
	"errors"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

func TestRelate(t *testing.T) {
	table, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name         string
		x, y         string
		partX, partY Part
		want         Relation
	}{
		{name: "one meaning", x: "begin", y: "start", partX: Verb, partY: Verb, want: Synonym},
		{name: "opposites", x: "wet", y: "dry", partX: Adjective, partY: Adjective, want: Antonym},
		{name: "opposite verbs", x: "widen", y: "narrow", partX: Verb, partY: Verb, want: Antonym},
		{name: "near opposites", x: "sodden", y: "arid", partX: Adjective, partY: Adjective, want: Contrary},
		{name: "one family", x: "collide", y: "collision", partX: Verb, partY: Noun, want: Family},
		{name: "a kind of it", x: "ferry", y: "boat", partX: Noun, partY: Noun, want: Kind},
		{name: "nothing in common", x: "ferry", y: "parliament", partX: Noun, partY: Noun, want: Unrelated},
		{name: "not as this part of speech", x: "begin", y: "start", partX: Noun, partY: Verb, want: Unrelated},
		{name: "unknown", x: "xyzzy", y: "xyzzy", partX: Noun, partY: Noun, want: Unrelated},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, y := table.Look(c.x, c.partX), table.Look(c.y, c.partY)
			if got := Relate(&x, &y); got != c.want {
				t.Errorf("%s, %s: got %d, want %d", c.x, c.y, got, c.want)
			}
			if Relate(&x, &y) != Relate(&y, &x) {
				t.Error("the order of the words matters")
			}
			if c.want != Unrelated && !meet(x.Keys(), y.Keys()) {
				t.Error("the words are related and have no key in common")
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ name, file string }{
		{"nothing", ""},
		{"another file", "PK\x03\x04 something else altogether"},
		{"cut short", packed[:len(packed)/2]},
		{"something behind", packed + "x"},
		{"a count too large", magic + "\xff\xff\xff" + packed[len(magic)+3:]},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(c.file)
			var known *claims.Error
			if !errors.As(err, &known) || known.Kind != claims.Invalid {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestEncode(t *testing.T) {
	table, err := Read(string(Encode(small())))
	if err != nil {
		t.Fatal(err)
	}
	up, down := table.Look("up", Adverb), table.Look("down", Adverb)
	if got := Relate(&up, &down); got != Antonym {
		t.Errorf("up and down: %d", got)
	}
	boat, ship := table.Look("boat", Noun), table.Look("ship", Noun)
	if got := Relate(&boat, &ship); got != Kind {
		t.Errorf("boat and ship: %d", got)
	}
}

// small is a source that also names what is not there.
func small() Source {
	return Source{
		Parts:    map[int]Part{70: Noun, 30: Noun, 50: Adverb, 60: Adverb},
		Senses:   map[string][]int{"boat": {30}, "ship": {70, 99}, "up": {50}, "down": {60}},
		Antonyms: map[string][]string{"up": {"down", "nowhere"}},
		Kinds:    map[int][]int{30: {70, 98}},
	}
}

// Whatever stands in a file, reading it must end without a panic, and so must
// looking words up in what was read.
func FuzzRead(f *testing.F) {
	f.Add(string(Encode(small())), "ship")
	f.Add(magic, "")
	f.Add(magic+"\x01\x00\x00", "boat")
	f.Fuzz(func(t *testing.T, file, word string) {
		table, err := Read(file)
		if err != nil {
			return
		}
		for part := Noun; part < parts; part++ {
			w := table.Look(word, part)
			if got := Relate(&w, &w); got != Relate(&w, &w) || len(w.Keys()) > 4*table.Words()+4*table.meanings+len(file) {
				t.Error("a look-up is not steady")
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLook(b *testing.B) {
	table := Default()
	b.ReportAllocs()
	for b.Loop() {
		table.Look("attack", Verb)
	}
}
