package report

import "github.com/counterclaim/counterclaim/claims"

// notes holds annotations by what they are about.
type notes struct {
	article   map[claims.ArticleID][]claims.Annotation
	statement map[claims.StatementID][]claims.Annotation
	conflict  map[claims.ConflictID][]claims.Annotation
	dispute   map[claims.DisputeID][]claims.Annotation
}

func groupNotes(annotations []claims.Annotation) notes {
	n := notes{
		article:   make(map[claims.ArticleID][]claims.Annotation),
		statement: make(map[claims.StatementID][]claims.Annotation),
		conflict:  make(map[claims.ConflictID][]claims.Annotation),
		dispute:   make(map[claims.DisputeID][]claims.Annotation),
	}
	for _, a := range annotations {
		switch t := a.Target; {
		case t.Statement != "":
			n.statement[t.Statement] = append(n.statement[t.Statement], a)
		case t.Conflict != "":
			n.conflict[t.Conflict] = append(n.conflict[t.Conflict], a)
		case t.Dispute != "":
			n.dispute[t.Dispute] = append(n.dispute[t.Dispute], a)
		default:
			n.article[t.Article] = append(n.article[t.Article], a)
		}
	}
	return n
}

// notesOn gives what was noted on a statement, and on words of the context in
// which it is shown.
func (b *builder) notesOn(s claims.Side, c Context) []claims.Annotation {
	var out []claims.Annotation
	out = append(out, b.notes.statement[s.Statement.ID]...)
	for _, a := range b.notes.article[s.Article.ID] {
		if a.Target.Words != nil && c.Span.Overlaps(*a.Target.Words) {
			out = append(out, a)
			b.placed[a.ID] = true
		}
	}
	return out
}

// finish puts what was noted on an article, and on words of it that no
// quotation shows, beside the sources.
func (b *builder) finish() []Source {
	for i := range b.sources {
		for _, a := range b.notes.article[b.sources[i].Article.ID] {
			if !b.placed[a.ID] {
				b.sources[i].Notes = append(b.sources[i].Notes, a)
			}
		}
	}
	return b.sources
}
