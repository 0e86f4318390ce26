package worker_test

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/worker"
)

// The agency's text as two outlets carry it.
const (
	agency  = `HALVERN - The mayor of Halvern, Agnes Holt, said four workers were injured in the fire at the warehouse in Halvern.`
	reprint = `Our correspondent writes.

The mayor of Halvern, Agnes Holt, said four workers were injured in the fire at the warehouse in Halvern.`
	denial = `Tomas Reyk, a docker, said nine workers were injured in the fire at the warehouse in Halvern.`
)

// Wire copy in two outlets against one denial is one conflict with two
// appearances, and stays that in every run, whichever article comes first.
func TestWireCopyIsOneStatement(t *testing.T) {
	texts := map[string]string{"agency": agency, "reprint": reprint, "denial": denial}
	for _, order := range [][]string{{"agency", "reprint", "denial"}, {"agency", "denial", "reprint"}, {"denial", "reprint", "agency"}} {
		t.Run(order[0]+", "+order[1]+", "+order[2], func(t *testing.T) {
			b := newBench(t, nil)
			var articles []claims.Article
			for _, name := range order {
				articles = append(articles, b.add(t, name, "2027-05-12", texts[name]))
				b.drain(t)
			}
			first := oneConflict(t, b)
			for _, a := range articles { // a new date has the article read anew
				now, err := b.Article(t.Context(), a.ID)
				if err != nil {
					t.Fatal(err)
				}
				date := "2027-05-11"
				if _, err := b.UpdateArticle(t.Context(), b.act(), a.ID, now.Version, claims.ArticlePatch{Date: &date}); err != nil {
					t.Fatal(err)
				}
				b.drain(t)
				if again := oneConflict(t, b); again.ID != first.ID || again.Dispute != first.Dispute {
					t.Errorf("after a new run over %s the conflict is another one", now.Publisher)
				}
			}
		})
	}
}

// oneConflict wants the archive to hold one conflict, of whose sides one
// appears in another article too.
func oneConflict(t *testing.T, b *bench) claims.ConflictDetail {
	t.Helper()
	all := b.conflicts(t)
	if len(all) != 1 {
		t.Fatalf("%d conflicts, want one: %+v", len(all), all)
	}
	if n := len(all[0].SideA.Also) + len(all[0].SideB.Also); n != 1 {
		t.Errorf("%d other appearances, want one", n)
	}
	return all[0]
}

func TestRelateFoldsWireCopy(t *testing.T) {
	related, err := worker.Line{}.Relate(t.Context(), []claims.Article{
		{ID: "a", Text: agency, Publisher: "Agency"}, {ID: "b", Text: reprint, Publisher: "Reprint"}, {ID: "c", Text: denial, Publisher: "Denial"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(related.Disputes) != 1 || len(related.Disputes[0].Details) != 1 {
		t.Fatalf("%+v", related.Disputes)
	}
	c := related.Disputes[0].Details[0]
	if also := c.SideA.Also; len(also) != 1 || also[0].Publisher != "Reprint" || also[0].Article != "b" {
		t.Errorf("side a is also in %+v", also)
	}
}
