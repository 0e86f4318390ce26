package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// writeMarkdown writes CommonMark. Quotations are block quotes: the
// statement's words in italics, the words that clash in bold.
func writeMarkdown(w io.Writer, r Report) error {
	m := &markdown{title: r.Title}
	m.block("# " + inline(r.Title))
	m.block(inline(r.Summary()))
	m.block("%s", inline("What was compared: "+r.Compared()))
	m.block("In quotations the words of the statement are in _italics_, and the words that clash are in **bold**.")
	m.part("", r.Disputes)
	m.part(SectionSuggested.Heading(), r.Suggested)
	m.part(SectionSetAside.Heading(), r.SetAside)
	m.sources(r.Sources)
	m.method(r)
	_, err := io.WriteString(w, strings.Join(m.blocks, "\n\n")+"\n")
	return err
}

// markdown collects blocks: each is set off from the next by a blank line.
type markdown struct {
	title  string
	blocks []string
}

func (m *markdown) block(format string, args ...any) {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	if format != "" {
		m.blocks = append(m.blocks, format)
	}
}

// list writes one block of items; empty ones are left out.
func (m *markdown) list(items ...string) {
	var out []string
	for _, item := range items {
		if item != "" {
			out = append(out, "- "+item)
		}
	}
	m.block("%s", strings.Join(out, "\n"))
}

// part writes disputes under a heading of their own, or as the body of the
// report where the heading is empty.
func (m *markdown) part(heading string, disputes []Dispute) {
	if len(disputes) == 0 {
		return
	}
	level := "##"
	if heading != "" {
		m.block("%s", "## "+heading)
		level = "###"
		if heading == SectionSuggested.Heading() {
			m.block("Nobody has judged what follows. It is where a program sees two statements that may not both be true; many such places turn out to be no conflict.")
		}
	}
	for _, d := range disputes {
		if d.Question != m.title || heading != "" {
			m.block("%s", level+" "+inline(question(d)))
		}
		m.positions(d.Positions)
		m.notes(d.Notes)
		for _, g := range d.Groups {
			under := level + "#"
			if heading != g.Section.Heading() {
				m.block("%s", under+" "+g.Section.Heading())
				under += "#"
			}
			for _, p := range g.Pairs {
				if g.Section == SectionSetAside {
					m.aside(p)
					continue
				}
				m.pair(under, p)
			}
		}
	}
}

func question(d Dispute) string {
	if d.Question == "" {
		return "Question not worded"
	}
	return d.Question
}

// positions lists who gives which answer. A speaker of two positions is marked.
func (m *markdown) positions(positions []Position) {
	if len(positions) == 0 {
		return
	}
	var b strings.Builder
	b.WriteString("Who stands where:\n")
	twice := onBothSides(positions)
	for i, p := range positions {
		b.WriteString("\n- **" + ordinal(i) + " position**")
		for _, s := range p.Statements {
			b.WriteString("\n  - " + escapeItem(s.Who()) + inline(prefixed(", ", s.Statement.Speaker.Role)))
			if twice[s.Who()] {
				b.WriteString(" (also on another side)")
			}
			b.WriteString(" – " + inline(s.Published()) + ": " + s.Stance() + inline("“"+s.Short()+"”"))
			b.WriteString(inline(prefixed(" – ", lowerFirst(s.AlsoIn()))))
		}
	}
	m.block("%s", b.String())
}

// onBothSides gives the names that stand in more than one position.
func onBothSides(positions []Position) map[string]bool {
	first, twice := map[string]int{}, map[string]bool{}
	for i, p := range positions {
		for _, s := range p.Statements {
			who := s.Who()
			if at, ok := first[who]; ok && at != i && s.Statement.Speaker.Named() {
				twice[who] = true
			}
			first[who] = i
		}
	}
	return twice
}

func ordinal(i int) string {
	if names := []string{"First", "Second", "Third", "Fourth", "Fifth", "Sixth"}; i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("%dth", i+1)
}

// escapeItem writes text that begins an item of a list.
func escapeItem(s string) string {
	return isolate(escapeStart(strings.Join(strings.Fields(s), " ")))
}

func (m *markdown) pair(level string, p Pair) {
	m.block("%s", level+" "+inline(p.Heading()))
	if p.Section != SectionSuggested { // said once above them all
		m.block("%s", "**"+p.Verdict()+"**")
	}
	m.block("%s", p.Turn())
	if p.Note != "" {
		m.block("%s", "Note by the person who put the two together: "+paragraphText(p.Note, ""))
	}
	m.side(p.SideA)
	m.side(p.SideB)
	m.reasons("What speaks for a conflict:", p.For)
	m.reasons("What speaks against one:", p.Against)
	m.reviews(p.Reviews)
	m.notes(p.Notes)
	m.block("%s", inline(p.Grounds())+".")
}

// aside writes a pair that was set aside, in short.
func (m *markdown) aside(p Pair) {
	m.block("%s", "**"+p.Verdict()+"**")
	items := make([]string, 0, 2)
	for _, s := range p.Both() {
		items = append(items, escapeItem(s.Who())+" ("+inline(s.Published())+fmt.Sprintf(", source %d): ", s.Source)+inline("“"+s.Short()+"”"))
	}
	m.list(items...)
	m.reviews(p.Reviews)
	m.notes(p.Notes)
	for _, s := range p.Both() {
		m.notes(s.Notes)
	}
}

func (m *markdown) side(s Side) {
	m.block("%s", "**"+inline(s.Who())+"**"+inline(prefixed(", ", s.Statement.Speaker.Role))+prefixed(" – ", inline(joinKnown(" · ", s.Said(), s.Chain()))))
	m.block("%s", blockQuote(s.Context))
	from := "— " + inline(s.Published()) + ": " + mdLink(inline(heading(s.Article)), s.Article.URL) + fmt.Sprintf(" (source %d)", s.Source)
	if s.Link != "" {
		from += " · " + mdLink("to the words", s.Link)
	}
	m.block("%s", from+prefixed("\\\n", inline(s.AlsoIn())))
	m.notes(s.Notes)
}

// prefixed puts something before a text that may be empty.
func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func (m *markdown) reasons(lead string, reasons []Reason) {
	if len(reasons) == 0 {
		m.block("%s none found.", lead)
		return
	}
	items := make([]string, len(reasons))
	for i, r := range reasons {
		items[i] = inline(r.Sentence())
	}
	m.block("%s", lead)
	m.list(items...)
}

func (m *markdown) reviews(reviews []claims.Review) {
	items := make([]string, len(reviews))
	for i, r := range reviews {
		items[i] = "**" + inline(byline(r.Name, r.Reviewer)) + "**: " + LabelWords(r.Judgement)
		if r.Sureness != "" {
			items[i] += fmt.Sprintf(" (%s sureness)", r.Sureness)
		}
		items[i] += prefixed("\\\n  ", paragraphText(r.Note, "  "))
	}
	if len(items) > 0 {
		m.block("Reviews:")
		m.list(items...)
	}
}

func (m *markdown) notes(notes []claims.Annotation) {
	items := make([]string, len(notes))
	for i, a := range notes {
		items[i] = "**" + motivationWords(a.Motivation) + "** by " + inline(byline(a.Name, a.Author))
		if a.Target.Exact != "" {
			items[i] += " on " + inline("“"+a.Target.Exact+"”")
		}
		if a.Motivation == claims.Linking {
			items[i] += ": " + mdLink(inline(a.Body), a.Body)
			continue
		}
		items[i] += prefixed("\\\n  ", paragraphText(a.Body, "  "))
	}
	if len(items) > 0 {
		m.block("Annotations:")
		m.list(items...)
	}
}

func (m *markdown) sources(sources []Source) {
	if len(sources) == 0 {
		return
	}
	m.block("## Sources")
	for _, s := range sources {
		a := s.Article
		m.block("%s", fmt.Sprintf("%d. ", s.Number)+mdLink(inline(heading(a)), a.URL)+". "+
			inline(imprint(a))+".\\\n   "+inline(snapshotWords(a)))
		m.notes(s.Notes)
	}
}

// snapshotWords names the evidence behind the quotations of an article.
func snapshotWords(a claims.Article) string {
	s := a.Snapshot
	if s.SHA256 == "" {
		return "No snapshot is kept."
	}
	words := "Snapshot received"
	if m := moment(s.ReceivedAt); m != "" {
		words += " " + m
	}
	if s.From != "" && s.From != a.URL {
		words += " from " + isolate(s.From)
	}
	return words + fmt.Sprintf(", %s, SHA-256 %s", many(int(s.Size), "byte", "bytes"), s.SHA256)
}

func (m *markdown) method(r Report) {
	m.block("## How this was made")
	items := make([]string, 0, 4)
	for _, line := range r.Method() {
		items = append(items, inline(line))
	}
	m.list(items...)
}
