package worker_test

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
	"github.com/counterclaim/counterclaim/claims/worker"
)

// inquiry has more pairs of statements worth a comparison in depth than are
// made while somebody waits.
const inquiry = `HALVERN — The mayor, Agnes Holt, said the sprinklers in the warehouse had worked from the first minute.

“Nobody opened a single valve that night,” said Tomas Reyk, a docker.

The fire chief, Nils Ahrend, said that his crews reached the warehouse within ten minutes.

“We stood there for an hour before the first engine came,” said Maria Tolm, a cook at the harbour canteen.

The owner, Per Sand, said the warehouse had been empty for months.

The union said that more than thirty dockers were at work in the warehouse when the fire began.

Holt said the doors of the warehouse were never locked.

“I had to break a window, because both doors were chained,” Reyk said.

Ahrend said the fire was started by a faulty heater.

Police inspector Jana Roe said that somebody had poured petrol over the floor of the warehouse.`

func TestWhatAnImportLeavesIsComparedInDepthLater(t *testing.T) {
	model, err := judge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	b := newLineBench(t, nil, worker.Line{Engine: "test", Judge: model})
	article := b.add(t, "The Courier", "2027-05-12", inquiry)
	if ended, more, err := b.desk.Once(t.Context()); err != nil || !more || ended.Err != nil || ended.Job.Kind == claims.DeepenJob {
		t.Fatalf("the import's job: %+v, %v, %v", ended, more, err)
	}
	article, err = b.Article(t.Context(), article.ID)
	if err != nil || article.State != claims.ArticleReady {
		t.Fatalf("the article is %s, %v", article.State, err)
	}
	if article.Coverage.Waiting == 0 || article.Coverage.Waiting != article.Coverage.Compared-relate.AtOnce {
		t.Fatalf("of %d pairs %d wait", article.Coverage.Compared, article.Coverage.Waiting)
	}
	b.drain(t)
	if article, err = b.Article(t.Context(), article.ID); err != nil || article.Coverage.Waiting != 0 {
		t.Errorf("afterwards %d wait, %v", article.Coverage.Waiting, err)
	}
	found := b.conflicts(t)
	meant := 0
	for _, c := range found {
		if c.Shallow {
			t.Errorf("%q and %q are still to be compared in depth", c.SideA.Statement.Text, c.SideB.Statement.Text)
		}
		for _, r := range c.Reasons {
			if r.Kind != claims.ReasonMeaning {
				continue
			}
			meant++
			for _, spans := range [][]claims.Span{r.A, r.B} {
				for _, s := range spans {
					if err := s.Check(article.Text); err != nil {
						t.Errorf("marked words: %v", err)
					}
				}
			}
		}
	}
	if meant == 0 {
		t.Errorf("none of %d conflicts was found by its meaning", len(found))
	}
}
