package relate

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// lexicon is what the detectors know about words. All keys are dictionary
// forms in small letters; a phrase is its words with one space between them.
type lexicon struct {
	classes   map[string][]int  // word → the synonym classes it stands in
	classKeys []string          // class → its name, which is also its retrieval key
	opposites map[string][]pole // word → where it stands on the lines of opposites
	poleKeys  []string          // line of opposites → its first word
	effect    map[string]int    // verb → +1 helps its object, -1 harms it
	state     map[string]int    // adjective → +1 the thing was helped, -1 harmed
	cue       map[string]cue    // word → how it turns what it speaks of
	reported  map[string]bool   // what can be denied: claim, report, …
	notAware  map[string][]string
	hedge     map[string]bool
	opinion   map[string]bool
	light     map[string]bool
	common    map[string]bool
	once      map[string]bool // verbs of which one is the doer
	reporting map[string]bool
	nation    map[string]string // "iranian" → "iran"
	contrasts map[string][]pole // word → the sets of parts it names a part of
	units     map[string]unit
	phrases   map[string][][]string // first word → phrases, longest first
}

// pole is one side of an opposition, or one part in a set of parts.
type pole struct{ line, side int }

// unit is a unit of measure: what it measures, and its size in the first unit
// of that line.
type unit struct {
	dimension int
	size      float64
}

// cue is how a word turns what it speaks of into its opposite.
type cue string

// The cues. Their names are the lemmas of the negation terms of a claim.
const (
	cueNot      cue = "not"       // negates the clause after it
	cueNone     cue = "none"      // looks like a negation, and is none: "not only"
	cueFail     cue = "fail"      // its complement did not come about
	cueDeny     cue = "deny"      // disputes what follows
	cueDispute  cue = "dispute"   // the same, where it is said of a report: "rejected claims that"
	cueFalse    cue = "false"     // said of a claim: "is a lie"
	cueDoubt    cue = "doubt"     // doubts what follows
	cueNotAware cue = "not aware" // denies knowledge of what follows
)

// words gives the embedded lexicon, read once. Lines that are not understood
// are left out; a test sees to it that there are none.
var words = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(lexiconFiles)
	return l
})

// readLexicon reads the tables. The lexicon is usable even with an error: then
// it lacks the lines that the error names.
func readLexicon(files fs.FS) (*lexicon, error) {
	l := &lexicon{
		classes: map[string][]int{}, opposites: map[string][]pole{}, effect: map[string]int{}, state: map[string]int{},
		cue: map[string]cue{}, reported: map[string]bool{}, notAware: map[string][]string{}, hedge: map[string]bool{},
		opinion: map[string]bool{}, light: map[string]bool{}, common: map[string]bool{}, once: map[string]bool{}, reporting: map[string]bool{}, nation: map[string]string{},
		contrasts: map[string][]pole{}, units: map[string]unit{}, phrases: map[string][][]string{},
	}
	var firstErr error
	for _, table := range []struct {
		name string
		line func(string) error
	}{
		{"classes", l.readClass}, {"opposites", l.readOpposites}, {"exclusive", l.readExclusive}, {"effects", l.readEffect}, {"denial", l.readDenial},
		{"not_aware", l.readNotAware}, {"hedges", l.readInto(l.hedge)}, {"opinions", l.readInto(l.opinion)},
		{"light", l.readInto(l.light)}, {"once", l.readInto(l.once)}, {"common", l.readInto(l.common)}, {"reporting", l.readInto(l.reporting)}, {"nations", l.readNation},
		{"contrasts", l.readContrast}, {"units", l.readUnits},
	} {
		if err := readTable(files, "lexicon/"+table.name+".txt", table.line); err != nil && firstErr == nil {
			firstErr = err
		}
	}
	for _, list := range l.phrases {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i]) > len(list[j]) })
	}
	return l, firstErr
}

// readTable hands the lines of a file to read, without comments and empty
// lines, and gives the first thing that went wrong.
func readTable(files fs.FS, name string, read func(string) error) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // it was only read
	var first error
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := read(line); err != nil && first == nil {
			first = fmt.Errorf("%s line %d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil && first == nil {
		first = fmt.Errorf("%s: %w", name, err)
	}
	return first
}

// entries splits "a, b c, d" and notes phrases.
func (l *lexicon) entries(list string) []string {
	var out []string
	for _, e := range strings.Split(list, ",") {
		if e = strings.Join(strings.Fields(strings.ToLower(e)), " "); e == "" {
			continue
		}
		out = append(out, e)
		if parts := strings.Fields(e); len(parts) > 1 {
			l.phrases[parts[0]] = append(l.phrases[parts[0]], parts)
		}
	}
	return out
}

// named splits "name: a, b".
func (l *lexicon) named(line string) (name string, entries []string, err error) {
	name, list, ok := strings.Cut(line, ":")
	if !ok {
		return "", nil, fmt.Errorf("no colon in %q", line)
	}
	if entries = l.entries(list); len(entries) == 0 {
		return "", nil, fmt.Errorf("nothing after the colon in %q", line)
	}
	return strings.TrimSpace(name), entries, nil
}

func (l *lexicon) addClass(key string, members []string) {
	id := len(l.classKeys)
	l.classKeys = append(l.classKeys, key)
	for _, m := range members {
		l.classes[m] = append(l.classes[m], id)
	}
}

func (l *lexicon) readClass(line string) error {
	name, members, err := l.named(line)
	if err != nil {
		return err
	}
	l.addClass(name, members)
	return nil
}

func (l *lexicon) readOpposites(line string) error {
	left, right, ok := strings.Cut(line, "|")
	if !ok {
		return fmt.Errorf("no bar in %q", line)
	}
	number := len(l.poleKeys)
	for side, list := range []string{left, right} {
		members := l.entries(list)
		if len(members) == 0 {
			return fmt.Errorf("one side is empty in %q", line)
		}
		if side == 0 {
			l.poleKeys = append(l.poleKeys, members[0])
		}
		for _, m := range members {
			l.opposites[m] = append(l.opposites[m], pole{number, side})
		}
	}
	return nil
}

// readExclusive reads a set of which one thing has one member: a line of
// opposites with many sides.
func (l *lexicon) readExclusive(line string) error {
	members := strings.Split(line, ",")
	if len(members) < 2 {
		return fmt.Errorf("fewer than two members in %q", line)
	}
	number := len(l.poleKeys)
	for side, member := range members {
		for _, w := range strings.Split(member, "/") {
			for _, e := range l.entries(w) {
				if side == 0 && len(l.poleKeys) == number {
					l.poleKeys = append(l.poleKeys, e+" …")
				}
				l.opposites[e] = append(l.opposites[e], pole{number, side})
			}
		}
	}
	if len(l.poleKeys) == number {
		return fmt.Errorf("the first member is empty in %q", line)
	}
	return nil
}

func (l *lexicon) readEffect(line string) error {
	name, members, err := l.named(line)
	if err != nil {
		return err
	}
	into, sign := l.effect, 1
	switch name {
	case "harms":
		sign = -1
	case "helps":
	case "harmed":
		into, sign = l.state, -1
	case "helped":
		into = l.state
	default:
		return fmt.Errorf("unknown effect %q", name)
	}
	for _, m := range members {
		into[m] = sign
	}
	return nil
}

func (l *lexicon) readDenial(line string) error {
	name, members, err := l.named(line)
	if err != nil {
		return err
	}
	for _, m := range members {
		switch c := cue(name); c {
		case cueNot, cueNone, cueDeny, cueDispute, cueFalse, cueFail, cueDoubt:
			l.cue[m] = c
		default:
			if name != "reported" {
				return fmt.Errorf("unknown cue %q", name)
			}
			l.reported[m] = true
		}
	}
	return nil
}

func (l *lexicon) readNotAware(line string) error {
	parts := strings.Fields(strings.ToLower(line))
	l.notAware[parts[0]] = append(l.notAware[parts[0]], strings.Join(parts[1:], " "))
	return nil
}

func (l *lexicon) readInto(set map[string]bool) func(string) error {
	return func(line string) error {
		for _, e := range l.entries(line) {
			set[e] = true
		}
		return nil
	}
}

func (l *lexicon) readNation(line string) error {
	name, others, err := l.named(line)
	if err != nil {
		return err
	}
	name = strings.ToLower(name)
	for _, o := range others {
		l.nation[o] = name
	}
	l.nation[name] = name
	return nil
}

func (l *lexicon) readContrast(line string) error {
	parts := strings.Split(line, ",")
	if len(parts) < 2 {
		return fmt.Errorf("fewer than two parts in %q", line)
	}
	number := l.contrastSets()
	for side, part := range parts {
		for _, w := range strings.Split(part, "/") {
			for _, e := range l.entries(w) {
				l.contrasts[e] = append(l.contrasts[e], pole{number, side})
			}
		}
	}
	return nil
}

// contrastSets counts the sets read so far.
func (l *lexicon) contrastSets() int {
	n := 0
	for _, poles := range l.contrasts {
		for _, p := range poles {
			n = max(n, p.line+1)
		}
	}
	return n
}

func (l *lexicon) readUnits(line string) error {
	dimension := 0
	for _, u := range l.units {
		dimension = max(dimension, u.dimension+1)
	}
	for _, entry := range strings.Split(line, ";") {
		name, size, ok := strings.Cut(entry, ":")
		value, err := strconv.ParseFloat(strings.TrimSpace(size), 64)
		if !ok || err != nil || value <= 0 {
			return fmt.Errorf("no size in %q", entry)
		}
		l.units[strings.ToLower(strings.TrimSpace(name))] = unit{dimension, value}
	}
	return nil
}
