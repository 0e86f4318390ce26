package api

import (
	"slices"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// What is not yet compared in depth says so, and stops saying so once it is.
func TestNotYetInDepth(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	path := "/articles/" + string(s.post)
	version := w.do(request{as: w.ada, method: "GET", path: path}).Header.Get("ETag")
	w.must(200, request{as: w.ada, method: "PATCH", path: path, body: `{"date":"2026-11-22"}`, headers: map[string]string{"If-Match": version}}, nil)
	results := claims.Analysis{
		Statements: []claims.Statement{w.statement(s.post, s.denies, postText, "Bo Brown", "denied", "the bridge is safe", claims.CueDeny)},
		Conflicts: []claims.Conflict{{A: claims.Ref{Article: s.herald, Statement: s.says}, B: claims.Ref{Article: s.post, Statement: s.denies},
			Kind: claims.Contradicts, Score: 0.5, Shallow: true}},
		Coverage: claims.Coverage{Statements: 1, Compared: 1, Waiting: 2},
	}
	w.analyse(results)
	var c ConflictView
	one := request{as: w.ada, method: "GET", path: "/conflicts/" + string(s.conflict.ID)}
	w.must(200, one, &c)
	var a ArticleView
	w.must(200, request{as: w.ada, method: "GET", path: path}, &a)
	var jobs PageView[JobView]
	w.must(200, request{as: w.ada, method: "GET", path: "/jobs"}, &jobs)
	if !c.Shallow || a.State != claims.ArticleReady || a.Coverage.Waiting != 2 {
		t.Errorf("conflict %+v of the article %+v", c, a.ArticleHeadView)
	}
	queued := slices.DeleteFunc(jobs.Items, func(j JobView) bool { return j.State != claims.JobQueued })
	if len(queued) != 1 || queued[0].Kind != claims.DeepenJob || queued[0].Article != s.post {
		t.Errorf("jobs that wait: %+v", queued)
	}
	var stats StatsView
	w.must(200, request{as: w.ada, method: "GET", path: "/stats"}, &stats)
	if stats.Coverage.Waiting != 2 {
		t.Errorf("coverage of all articles %+v", stats.Coverage)
	}
	if body := bodyOf(t, w.do(request{as: w.ada, method: "GET", path: "/reports?format=json&include_unreviewed=true"})); !strings.Contains(body, `"not_in_depth": true`) {
		t.Error("the report does not say so")
	}

	results.Conflicts[0].Shallow, results.Conflicts[0].Score, results.Coverage.Waiting = false, 0.9, 0
	w.analyse(results) // the comparison in depth
	body := bodyOf(t, w.do(one))
	w.must(200, request{as: w.ada, method: "GET", path: path}, &a)
	if strings.Contains(body, "not_in_depth") || !strings.Contains(body, `"score":0.9`) || a.Coverage.Waiting != 0 {
		t.Errorf("compared in depth: %s, article %+v", body, a.ArticleHeadView)
	}
}
