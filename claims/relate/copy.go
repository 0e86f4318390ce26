package relate

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"github.com/counterclaim/counterclaim/claims"
)

// What counts as one passage in several articles.
const (
	leastPassage = 6   // words: what is shorter, people say alike without copying it
	alikePassage = 0.7 // share of the threes of words that two near copies have in common
	bands        = 6   // chances for near copies to meet
)

// Copies tells which statements are one passage that several articles carry:
// wire copy.
type Copies struct {
	group map[claims.Ref]int
	refs  [][]claims.Ref // by group, the one said or published first in front
}

// FindCopies finds among the claims those of different articles that hold the
// same words, or nearly the same, from speakers who may be one. Near copies
// have the same figures, and are turned the same way. The time is linear in the
// number of claims: only those are looked at together whose words hash alike.
func FindCopies(all []claims.Claim) Copies {
	f := copyFinder{seen: map[uint64][]int{}}
	known := map[claims.Ref]bool{}
	for i := range all {
		if c := &all[i]; !known[refOf(*c)] {
			known[refOf(*c)] = true
			if p := newPassage(c); p != nil {
				f.place(p)
			}
		}
	}
	return f.copies()
}

// Others gives the other statements that are the same passage as this one, the
// first in front.
func (c Copies) Others(ref claims.Ref) []claims.Ref {
	g, ok := c.group[ref]
	if !ok {
		return nil
	}
	var out []claims.Ref
	for _, o := range c.refs[g] {
		if o != ref {
			out = append(out, o)
		}
	}
	return out
}

// Pairs gives every two statements of one passage.
func (c Copies) Pairs() [][2]claims.Ref {
	var out [][2]claims.Ref
	for _, list := range c.refs {
		for i := range list {
			for j := i + 1; j < len(list); j++ {
				out = append(out, [2]claims.Ref{list[i], list[j]})
			}
		}
	}
	return out
}

// Fold leaves one of the conflicts that set the same two passages against each
// other: the one that is there already, else the one that an earlier run kept,
// else the one between the earliest statements. there are the conflicts of the
// archive that stay as they are; the found ones among them are never left out.
// earlier are the pairs of the conflicts that these replace.
func (c Copies) Fold(found, there []claims.Conflict, earlier []claims.Pair) []claims.Conflict {
	was := map[claims.Pair]bool{}
	for _, p := range earlier {
		was[p], was[claims.Pair{A: p.B, B: p.A}] = true, true
	}
	stays, kept := map[[2]claims.Ref]bool{}, map[[2]claims.Ref]bool{}
	for _, o := range there {
		stays[inTurn(o.A, o.B)] = true
		kept[c.passages(o)] = true
	}
	sorted := slices.Clone(found)
	slices.SortStableFunc(sorted, func(x, y claims.Conflict) int {
		wasX, wasY := was[claims.Pair{A: x.A.Statement, B: x.B.Statement}], was[claims.Pair{A: y.A.Statement, B: y.B.Statement}]
		if wasX != wasY {
			return map[bool]int{true: -1, false: 1}[wasX]
		}
		return cmp.Compare(c.rank(x.A)+c.rank(x.B), c.rank(y.A)+c.rank(y.B))
	})
	drop := map[[2]claims.Ref]bool{}
	for _, f := range sorted {
		key := c.passages(f)
		if kept[key] && !stays[inTurn(f.A, f.B)] {
			drop[inTurn(f.A, f.B)] = true
		}
		kept[key] = true
	}
	return slices.DeleteFunc(slices.Clone(found), func(f claims.Conflict) bool { return drop[inTurn(f.A, f.B)] })
}

// passages names the two passages of a conflict by the first statement of each.
func (c Copies) passages(o claims.Conflict) [2]claims.Ref { return inTurn(c.first(o.A), c.first(o.B)) }

func (c Copies) first(ref claims.Ref) claims.Ref {
	if g, ok := c.group[ref]; ok {
		return c.refs[g][0]
	}
	return ref
}

func (c Copies) rank(ref claims.Ref) int {
	if g, ok := c.group[ref]; ok {
		return slices.Index(c.refs[g], ref)
	}
	return 0
}

func inTurn(a, b claims.Ref) [2]claims.Ref {
	if refLess(b, a) {
		return [2]claims.Ref{b, a}
	}
	return [2]claims.Ref{a, b}
}

// passage is a claim's words as copies are told by them.
type passage struct {
	claim   *claims.Claim
	threes  []uint64 // of words, hashed, sorted
	figures string   // what is counted and denied
}

// newPassage gives the words of a claim; nil where there are too few.
func newPassage(c *claims.Claim) *passage {
	words := strings.FieldsFunc(strings.ToLower(firstLetters(c.Text)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) < leastPassage {
		return nil
	}
	p := &passage{claim: c, figures: figuresOf(c)}
	for i := 2; i < len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i-2 : i+1] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		p.threes = append(p.threes, h.Sum64())
	}
	slices.Sort(p.threes)
	p.threes = slices.Compact(p.threes)
	return p
}

// figuresOf writes down what must not differ between near copies: quantities,
// dates, and how often something is denied.
func figuresOf(c *claims.Claim) string {
	var out []string
	for i := range c.Terms {
		t := &c.Terms[i]
		if t.Context {
			continue
		}
		switch t.Kind {
		case claims.QuantityTerm:
			out = append(out, strings.ToLower(t.Text))
		case claims.DateTerm: // "late on Monday night" is Monday
			low := strings.ToLower(t.Text)
			out = append(out, among(weekdays, low), among(months, low), strings.Trim(low, "abcdefghijklmnopqrstuvwxyz ,.'"))
		case claims.NegationTerm:
			out = append(out, "not")
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\x00")
}

// bandOf gives the smallest of the hashes, each mixed anew for every band: two
// passages share it as often as they share threes.
func (p *passage) bandOf(band int) uint64 {
	least := ^uint64(0)
	for _, h := range p.threes {
		h ^= uint64(band+1) * 0x9E3779B97F4A7C15
		h ^= h >> 31
		h *= 0xBF58476D1CE4E5B9
		h ^= h >> 29
		least = min(least, h)
	}
	return least
}

// same says whether two passages are one that two articles carry.
func (p *passage) same(o *passage) bool {
	return p.claim.Article != o.claim.Article && p.figures == o.figures && p.claim.Commitment == o.claim.Commitment &&
		maySpeakAlike(p.claim.Speaker, o.claim.Speaker) && sharedPart(p.threes, o.threes) >= alikePassage
}

// maySpeakAlike says whether two outlets may mean one speaker: they name him
// alike, one by a part of the other's name, or one of them names nobody.
func maySpeakAlike(a, b claims.Speaker) bool {
	if !a.Named() || !b.Named() || strings.EqualFold(a.Name, b.Name) {
		return true
	}
	return relateNames(strings.ToLower(a.Name), strings.ToLower(b.Name)) == same
}

// sharedPart is the share of two sorted sets that is in both, 0 to 1.
func sharedPart(a, b []uint64) float64 {
	both, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			both, i, j = both+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}

// copyFinder gathers passages into groups.
type copyFinder struct {
	all  []*passage
	of   []int            // group of each passage
	size int              // number of groups
	seen map[uint64][]int // band → passages
}

// place puts a passage into the group of one that it is the same as, or into
// one of its own.
func (f *copyFinder) place(p *passage) {
	const few = 16 // passages of one band that are looked at
	at, group := len(f.all), -1
	for band := range bands {
		key := p.bandOf(band)
		list := f.seen[key]
		for _, o := range list {
			if group < 0 && p.same(f.all[o]) {
				group = f.of[o]
			}
		}
		if len(list) < few {
			f.seen[key] = append(list, at)
		}
	}
	if group < 0 {
		group = f.size
		f.size++
	}
	f.all, f.of = append(f.all, p), append(f.of, group)
}

// copies gives the groups of more than one passage.
func (f *copyFinder) copies() Copies {
	members := make([][]*claims.Claim, f.size)
	for i, p := range f.all {
		members[f.of[i]] = append(members[f.of[i]], p.claim)
	}
	out := Copies{group: map[claims.Ref]int{}}
	for _, list := range members {
		if len(list) < 2 {
			continue
		}
		slices.SortFunc(list, func(a, b *claims.Claim) int {
			return cmp.Or(cmp.Compare(dated(a), dated(b)), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Statement, b.Statement))
		})
		refs := make([]claims.Ref, len(list))
		for i, c := range list {
			refs[i] = refOf(*c)
			out.group[refs[i]] = len(out.refs)
		}
		out.refs = append(out.refs, refs)
	}
	return out
}

// dated gives the time by which the statements of a passage are put in order;
// those without one come last.
func dated(c *claims.Claim) string {
	if c.SaidAt == "" {
		return "~"
	}
	return c.SaidAt
}
