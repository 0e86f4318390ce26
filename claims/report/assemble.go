package report

import "github.com/counterclaim/counterclaim/claims"

// Assemble makes a report of disputes. Judged and differing ones are shown;
// unreviewed ones only if the options ask for them; what was judged to be no
// conflict stands at the end, so that no reviewer's work is lost. Annotations
// are placed where their target is shown; those on anything else are left out.
func Assemble(details []claims.DisputeDetail, annotations []claims.Annotation, coverage claims.Coverage, opts Options) Report {
	b := newBuilder(annotations)
	r := Report{Made: opts.Made.UTC(), Version: opts.Version, Unreviewed: opts.IncludeUnreviewed, Coverage: coverage}
	for _, d := range details {
		r.Counts.count(d)
	}
	r.Disputes = b.part(details, SectionJudged, SectionNotKnown, SectionDiffering)
	if opts.IncludeUnreviewed {
		r.Suggested = b.part(details, SectionSuggested, SectionByHand)
	}
	r.SetAside = b.part(details, SectionSetAside)
	r.Sources = b.finish()
	r.Title = title(opts.Title, details, r.Counts)
	return r
}

func title(given string, details []claims.DisputeDetail, n Counts) string {
	switch {
	case given != "":
		return given
	case len(details) == 1 && details[0].Question != "":
		return details[0].Question
	case n.onlyUnreviewed():
		return "Where sources may contradict each other"
	}
	return "Where sources contradict each other"
}

// sectionOf says where a conflict is shown.
func sectionOf(c claims.Conflict) Section {
	switch {
	case c.State == claims.Differing:
		return SectionDiffering
	case c.State == claims.Judged && c.Judgement == claims.DeniesKnowledge:
		return SectionNotKnown
	case c.State == claims.Judged && c.Judgement.Class() == claims.ClassConflict:
		return SectionJudged
	case c.State == claims.Judged:
		return SectionSetAside
	case c.Origin == claims.ByPerson:
		return SectionByHand
	}
	return SectionSuggested
}

func (n *Counts) count(d claims.DisputeDetail) {
	for _, c := range d.Details {
		switch sectionOf(c.Conflict) {
		case SectionJudged:
			n.Judged++
		case SectionNotKnown:
			n.DeniesKnowledge++
		case SectionDiffering:
			n.Differing++
		case SectionSetAside:
			n.SetAside++
		default:
			n.Unreviewed++
		}
	}
}

// CoverageOf sums up what was compared for the articles that disputes quote,
// each article counted once.
func CoverageOf(details ...claims.DisputeDetail) claims.Coverage {
	var sum claims.Coverage
	seen := map[claims.ArticleID]bool{}
	for _, d := range details {
		for _, c := range d.Details {
			for _, a := range []claims.Article{c.SideA.Article, c.SideB.Article} {
				if !seen[a.ID] {
					seen[a.ID] = true
					sum = sum.Add(a.Coverage)
				}
			}
		}
	}
	return sum
}

// builder numbers the sources and places the annotations while the parts of a
// report are put together.
type builder struct {
	notes   notes
	numbers map[claims.ArticleID]int
	sources []Source
	placed  map[claims.AnnotationID]bool
}

func newBuilder(annotations []claims.Annotation) *builder {
	return &builder{
		notes:   groupNotes(annotations),
		numbers: make(map[claims.ArticleID]int),
		placed:  make(map[claims.AnnotationID]bool),
	}
}

// part gives of each dispute what belongs to the sections, in their order;
// disputes with nothing to show are left out.
func (b *builder) part(details []claims.DisputeDetail, sections ...Section) []Dispute {
	var out []Dispute
	for _, d := range details {
		dispute := Dispute{ID: d.ID, Question: d.Question}
		for _, s := range sections {
			if pairs := b.pairs(d, s); len(pairs) > 0 {
				dispute.Groups = append(dispute.Groups, Group{s, pairs})
			}
		}
		if len(dispute.Groups) == 0 {
			continue
		}
		dispute.Positions = b.positions(d, dispute.Groups)
		dispute.Notes = b.notes.dispute[d.ID]
		delete(b.notes.dispute, d.ID) // shown once, where the dispute comes first
		out = append(out, dispute)
	}
	return out
}

func (b *builder) pairs(d claims.DisputeDetail, s Section) []Pair {
	var out []Pair
	for _, c := range d.Details {
		if sectionOf(c.Conflict) == s {
			out = append(out, b.pair(c, s))
		}
	}
	return out
}

func (b *builder) pair(c claims.ConflictDetail, s Section) Pair {
	p := Pair{Conflict: c.Conflict, Section: s, Reversal: c.Reversal(), Reviews: c.Reviews, Notes: b.notes.conflict[c.ID]}
	var clashA, clashB []claims.Span
	for _, r := range c.Reasons {
		reason := newReason(r, c.SideA.Article.Text, c.SideB.Article.Text)
		if !r.For {
			p.Against = append(p.Against, reason)
			continue
		}
		p.For = append(p.For, reason)
		clashA, clashB = append(clashA, r.A...), append(clashB, r.B...)
	}
	p.SideA, p.SideB = b.side(c.SideA, clashA), b.side(c.SideB, clashB)
	return p
}

func (b *builder) side(s claims.Side, clash []claims.Span) Side {
	s.Article.Snapshot.Bytes = nil
	side := Side{
		Statement: s.Statement,
		Article:   s.Article,
		Source:    b.source(s.Article),
		Context:   contextOf(s, clash),
		Link:      deepLink(s),
		Also:      s.Also,
	}
	side.Notes = b.notesOn(s, side.Context)
	return side
}

// source gives the number of an article among the sources.
func (b *builder) source(a claims.Article) int {
	n, ok := b.numbers[a.ID]
	if !ok {
		n = len(b.sources) + 1
		b.numbers[a.ID] = n
		b.sources = append(b.sources, Source{Number: n, Article: a})
	}
	return n
}

// positions keeps of each position the statements that a pair shown holds:
// where somebody stands is as little reviewed as the conflicts it comes from.
// What was set aside takes no position.
func (b *builder) positions(d claims.DisputeDetail, groups []Group) []Position {
	shown := make(map[claims.Ref]Side)
	for _, g := range groups {
		if g.Section == SectionSetAside {
			return nil
		}
		for _, p := range g.Pairs {
			shown[p.A], shown[p.B] = p.SideA, p.SideB
		}
	}
	var out []Position
	for _, p := range d.Positions {
		kept := Position{Label: p.Label}
		first := len(p.Statements) > 0 && shown[p.Statements[0]].Statement.ID != ""
		for _, ref := range p.Statements {
			if side, ok := shown[ref]; ok {
				kept.Statements = append(kept.Statements, side)
			}
		}
		if len(kept.Statements) == 0 {
			continue
		}
		if !first { // the label may be the words of a statement that is left out
			s := kept.Statements[0]
			kept.Label = s.Who() + ": " + s.Stance() + "“" + s.Short() + "”"
		}
		out = append(out, kept)
	}
	return out
}
