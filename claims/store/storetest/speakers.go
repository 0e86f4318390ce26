package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

func as(s claims.Statement, role string, aliases ...string) claims.Statement {
	s.Speaker.Role, s.Speaker.Aliases = role, aliases
	return s
}

// speakers wants those linked across articles who are surely one, the others
// suggested, and nobody left behind whom no statement names.
func speakers(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a := w.article("A", "Ann Reed said one. Kerry said two. Residents said three. Ann Reed said four.")
	b := w.article("B", "Ann Reed said five. John Kerry said six. Ann Reed, the coach, said seven.")
	residents := said(t, a, "s3", "Residents", "three")
	residents.Speaker.Kind = claims.Group
	inA := []claims.Statement{as(said(t, a, "s1", "Ann Reed", "one"), "mayor", "the mayor"), said(t, a, "s2", "Kerry", "two"), residents, said(t, a, "s4", "Ann Reed", "four")}
	inB := []claims.Statement{as(said(t, b, "s5", "Ann Reed", "five"), "Ashby's mayor"), said(t, b, "s6", "John Kerry", "six"), as(said(t, b, "s7", "Ann Reed", "seven"), "coach")}
	w.run(a, analysis(inA))
	w.run(b, analysis(inB))

	of := func(id claims.StatementID) claims.SpeakerID {
		return must(s.Statement(w.ctx, id))(t).Statement.Speaker.ID
	}
	w.same(of("s1"), of("s4"), "one name within an article")
	w.same(of("s1"), of("s5"), "one full name, roles that go together")
	w.same(claims.SpeakerID(""), of("s3"), "a group")
	if of("s1") == of("s7") || of("s2") == of("s6") || of("s1") == "" || of("s2") == "" {
		t.Errorf("linked without being sure, or not at all: %q %q, %q %q", of("s1"), of("s7"), of("s2"), of("s6"))
	}

	list := func(q claims.SpeakerQuery) (out []claims.SpeakerEntry) {
		q.Limit = 2
		for {
			page := must(s.ListSpeakers(w.ctx, q))(t)
			out = append(out, page.Items...)
			if q.Cursor = page.Next; q.Cursor == "" {
				return out
			}
		}
	}
	want := []claims.SpeakerEntry{
		{Name: "Ann Reed", Kind: claims.Person, Roles: []string{"mayor", "Ashby's mayor"}, Aliases: []string{"the mayor"}, Statements: 3, Articles: 2},
		{Name: "Ann Reed", Kind: claims.Person, Roles: []string{"coach"}, Statements: 1, Articles: 1},
		{Name: "John Kerry", Kind: claims.Person, Statements: 1, Articles: 1},
		{Name: "Kerry", Kind: claims.Person, Statements: 1, Articles: 1},
	}
	byName := cmpopts.SortSlices(func(x, y claims.SpeakerEntry) bool {
		return x.Name < y.Name || x.Name == y.Name && x.Statements > y.Statements
	})
	w.same(want, list(claims.SpeakerQuery{}), "speakers", cmpopts.IgnoreFields(claims.SpeakerEntry{}, "ID"), cmpopts.EquateEmpty(), byName)
	w.same(2, len(list(claims.SpeakerQuery{Text: "KERRY"})), "speakers by part of the name")
	w.same(0, len(list(claims.SpeakerQuery{Kind: claims.Organisation})), "organisations")

	maybe := func(id claims.SpeakerID) (other claims.SpeakerID, grounds claims.SpeakerGrounds) {
		_, found, err := s.Speaker(w.ctx, id)
		w.ok(err)
		if len(found) != 1 {
			t.Fatalf("suggestions: %+v", found)
		}
		return found[0].Entry.ID, found[0].Grounds
	}
	other, grounds := maybe(of("s2"))
	w.same(of("s6"), other, "who Kerry may be")
	w.same(claims.PartOfName, grounds, "why")
	other, grounds = maybe(of("s7"))
	w.same(of("s1"), other, "who the coach may be")
	w.same(claims.SameName, grounds, "why")
	w.same(3, len(must(s.ListStatements(w.ctx, claims.StatementQuery{SpeakerID: of("s1")}))(t).Items), "statements of a speaker")

	mayor, kerry := of("s1"), of("s2")
	w.run(a, analysis(inA))
	w.same(mayor, of("s1"), "the same entry after another run")
	w.same(kerry, of("s2"), "the same entry after another run, for a surname")
	w.run(b, analysis(inB[:1]))
	w.same(2, len(list(claims.SpeakerQuery{})), "speakers left")
	_, _, err := s.Speaker(w.ctx, "none")
	w.refused(err, claims.NotFound, "no-such-speaker")
}
