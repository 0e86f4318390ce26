package api

import (
	"fmt"
	"mime"
	"net/http"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

// cut gives the words of a text at code points.
func cut(text string, at [2]int) string { return string([]rune(text)[at[0]:at[1]]) }

func TestConflictIsShownInCodePoints(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	c := s.conflict
	if c.A.Article.Publisher != "The Herald" || c.B.Article.Publisher != "The Post" || c.A.Article.SHA256 == "" {
		t.Errorf("articles %+v and %+v", c.A.Article, c.B.Article)
	}
	for _, check := range []struct{ text, want string }{
		{cut(heraldText, c.A.Statement.Content[0]), "The bridge is safe"},
		{cut(heraldText, c.A.Statement.Source[0]), "Ann Archer"},
		{cut(postText, c.B.Statement.Content[0]), "the bridge is safe"},
		{cut(postText, c.B.Statement.Cue[0]), "denied"},
		{cut(heraldText, c.Reasons[0].A[0]), "safe"},
		{cut(postText, c.Reasons[0].B[0]), "denied"},
		{c.A.Context.Text, "“The bridge is safe,” said Ann Archer, the minister, on Monday."},
		{cut(heraldText, [2]int{c.A.Context.Start, c.A.Context.Start + len([]rune(c.A.Context.Text))}), c.A.Context.Text},
	} {
		if check.text != check.want {
			t.Errorf("got %q, want %q", check.text, check.want)
		}
	}
	if units := len(utf16.Encode([]rune(heraldText[:strings.Index(heraldText, "The bridge")]))); c.A.Statement.Content[0][0] == units {
		t.Error("the text does not tell code points from UTF-16")
	}
	if c.Strength != claims.Strong || c.Kind != claims.Contradicts || c.State != claims.Open || c.Origin != claims.BySoftware || c.Dispute == "" {
		t.Errorf("conflict %+v", c)
	}
	var side SideView
	w.must(200, request{as: w.ben, method: "GET", path: "/statements/" + string(s.says)}, &side)
	if d := cmp.Diff(c.A, side); d != "" {
		t.Error(d)
	}
	var found PageView[SideView]
	w.must(200, request{as: w.ben, method: "GET", path: "/statements?q=BRIDGE&speaker=archer"}, &found)
	if len(found.Items) != 1 || found.Items[0].Statement.ID != s.says {
		t.Errorf("found %+v", found)
	}
	var by PageView[SideView]
	w.must(200, request{as: w.ben, method: "GET", path: "/statements?speaker_id=" + string(side.Statement.Speaker.ID)}, &by)
	if len(by.Items) != 1 || by.Items[0].Statement.ID != s.says || side.Statement.Speaker.ID == "" {
		t.Errorf("statements of the speaker: %+v", by)
	}
	var speakers PageView[SpeakerEntryView]
	w.must(200, request{as: w.ben, method: "GET", path: "/speakers?q=archer&kind=person"}, &speakers)
	if len(speakers.Items) != 1 || speakers.Items[0].ID != side.Statement.Speaker.ID || speakers.Items[0].Statements != 1 {
		t.Errorf("speakers %+v", speakers)
	}
	var speaker SpeakerDetailView
	w.must(200, request{as: w.ben, method: "GET", path: "/speakers/" + string(speakers.Items[0].ID)}, &speaker)
	if d := cmp.Diff(SpeakerDetailView{SpeakerEntryView: speakers.Items[0], MayBe: []SpeakerSuggestionView{}}, speaker); d != "" {
		t.Error(d)
	}
	var marks PageView[claims.StatementView]
	w.must(200, request{as: w.ben, method: "GET", path: "/articles/" + string(s.post) + "/statements"}, &marks)
	if len(marks.Items) != 1 || cut(postText, marks.Items[0].Content[0]) != "the bridge is safe" {
		t.Errorf("marks %+v", marks)
	}
}

func TestConflictFilters(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	for query, want := range map[string]int{
		"state=open": 1, "state=judged": 0, "kind=contradicts": 1, "kind=updated": 0, "strength=strong": 1, "strength=weak": 0,
		"article=" + string(s.post): 1, "article=none": 0, "dispute=" + string(s.conflict.Dispute): 1, "speaker=brown": 1,
		"speaker=smith": 0, "q=safe": 1, "q=%25": 0, "origin=software": 1, "origin=person": 0, "mine=todo": 1, "mine=done": 0,
		"state=open&mine=todo&limit=1": 1,
	} {
		var page ConflictPageView
		w.must(200, request{as: w.ada, method: "GET", path: "/conflicts?" + query}, &page)
		if len(page.Items) != want || page.Total != want {
			t.Errorf("%s: %d of %d, want %d", query, len(page.Items), page.Total, want)
		}
	}
}

// review sends a judgement; match is the header that says what was seen.
func (w *world) review(as person, c claims.ConflictID, judgement, header, match string) request {
	return request{as: as, method: "PUT", path: "/conflicts/" + string(c) + "/reviews/me",
		body: `{"judgement":"` + judgement + `","sureness":"high","note":"so it is"}`, headers: map[string]string{header: match}}
}

func TestReviewing(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	id := s.conflict.ID
	look := func(as person) ConflictView {
		var c ConflictView
		res := w.must(200, request{as: as, method: "GET", path: "/conflicts/" + string(id)}, &c)
		if res.Header.Get("ETag") != etag(c.Version) {
			t.Errorf("ETag %s, version %d", res.Header.Get("ETag"), c.Version)
		}
		return c
	}

	var mine ReviewView
	res := w.must(201, w.review(w.ada, id, "contradicts", "If-None-Match", "*"), &mine)
	if mine.Reviewer.Name != "Ada" || mine.Sureness != claims.High || mine.Note != "so it is" || res.Header.Get("ETag") != etag(mine.Version) {
		t.Errorf("review %+v, ETag %s", mine, res.Header.Get("ETag"))
	}
	w.refused(412, "review-exists", w.review(w.ada, id, "agrees", "If-None-Match", "*"))

	// Ada sees her judgement; Ben, who has none yet, sees that there is one.
	if c := look(w.ada); c.State != claims.Judged || c.Judgement != claims.Contradicts || len(c.Reviews.Items) != 1 || c.Reviews.Mine == nil {
		t.Errorf("Ada sees %+v, %s", c.Reviews, c.Judgement)
	}
	if c := look(w.ben); c.Reviews.Count != 1 || c.Reviews.Items != nil || c.Reviews.Mine != nil || c.Judgement != "" {
		t.Errorf("Ben sees %+v, %s before his own review", c.Reviews, c.Judgement)
	}
	for _, path := range []string{"/conflicts", "/conflicts/" + string(id) + "/reviews", "/disputes"} {
		res := w.do(request{as: w.ben, method: "GET", path: path})
		if body := bodyOf(t, res); strings.Contains(body, "so it is") || strings.Contains(body, "Ada") || strings.Contains(body, `"judgement"`) {
			t.Errorf("%s tells Ben of Ada's review: %s", path, body)
		}
	}

	w.must(201, w.review(w.ben, id, "updated", "If-None-Match", "*"), nil)
	if c := look(w.ben); c.State != claims.Differing || c.Reviews.Count != 2 || len(c.Reviews.Items) != 2 {
		t.Errorf("Ben sees %+v, %s after his own review", c.Reviews, c.State)
	}

	// Changing and undoing go by what was seen.
	w.refused(412, "stale-version", w.review(w.ada, id, "updated", "If-Match", `"99"`))
	w.must(200, w.review(w.ada, id, "updated", "If-Match", etag(mine.Version)), &mine)
	if c := look(w.ada); c.State != claims.Judged || c.Judgement != claims.Updated {
		t.Errorf("after the change: %s, %s", c.State, c.Judgement)
	}
	undo := request{as: w.ada, method: "DELETE", path: "/conflicts/" + string(id) + "/reviews/me"}
	w.refused(428, "precondition-required", undo)
	undo.headers = map[string]string{"If-Match": etag(mine.Version)}
	w.must(204, undo, nil)
	if c := look(w.ada); c.Reviews.Count != 1 || c.Reviews.Mine != nil || c.Reviews.Items != nil {
		t.Errorf("after the undo Ada sees %+v", c.Reviews)
	}
	if res := w.do(undo); res.StatusCode != 404 {
		t.Errorf("a second undo answers %d", res.StatusCode)
	}
}

func TestDisputes(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	var page PageView[DisputeView]
	w.must(200, request{as: w.ada, method: "GET", path: "/disputes"}, &page)
	if len(page.Items) != 1 {
		t.Fatalf("disputes %+v", page)
	}
	d := page.Items[0]
	if d.Question != "Is the bridge safe?" || len(d.Positions) != 2 || len(d.Conflicts) != 1 || d.Counts != (DisputeCountsView{Possible: 1}) {
		t.Errorf("dispute %+v", d)
	}
	if d.Positions[0].Statements[0].Statement.ID != s.says || d.Coverage != (claims.Coverage{Statements: 2, Compared: 1}) {
		t.Errorf("position %+v, coverage %+v", d.Positions[0], d.Coverage)
	}
	var one DisputeView
	w.must(200, request{as: w.ada, method: "GET", path: "/disputes/" + string(d.ID)}, &one)
	if diff := cmp.Diff(d, one); diff != "" {
		t.Error(diff)
	}
}

func TestComparingAndJoining(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	w.analyse2()
	pair := func(a, b claims.StatementID) string { return `{"a":"` + string(a) + `","b":"` + string(b) + `"}` }
	var c ComparisonView
	w.must(200, request{as: w.ada, method: "POST", path: "/comparisons", body: pair(s.denies, s.says)}, &c)
	if c.Conflict != s.conflict.ID || c.Relation != claims.RelationNeutral || c.Strength != claims.Weak || c.A.Statement.ID != s.denies {
		t.Errorf("comparison %+v", c)
	}
	p := w.refused(409, "already-joined", request{as: w.ada, method: "POST", path: "/conflicts", body: pair(s.denies, s.says)})
	if p.Ref != string(s.conflict.ID) {
		t.Errorf("ref %q", p.Ref)
	}
	w.must(200, request{as: w.ada, method: "POST", path: "/comparisons", body: pair(s.says, "third")}, &c)
	if c.Conflict != "" {
		t.Errorf("joined already: %s", c.Conflict)
	}
	join := request{as: w.ben, method: "POST", path: "/conflicts", body: `{"a":"says","b":"third","note":"look here"}`,
		headers: map[string]string{"Idempotency-Key": "k1"}}
	var made, again ConflictView
	res := w.must(201, join, &made)
	if made.Origin != claims.ByPerson || made.Note != "look here" || res.Header.Get("Location") != "/api/v1/conflicts/"+string(made.ID) {
		t.Errorf("joined %+v, %v", made, res.Header)
	}
	w.must(201, join, &again)
	if again.ID != made.ID {
		t.Error("the same request with the same key joined them twice")
	}
	join.body = `{"a":"denies","b":"third"}`
	w.refused(422, "key-reused", join)
}

// analyse2 adds an article with one more statement.
func (w *world) analyse2() {
	w.Helper()
	text := "Cy Clark said that the bridge is closed."
	id := w.paste(text, "The Times")
	w.analyse(claims.Analysis{
		Statements: []claims.Statement{w.statement(id, "third", text, "Cy Clark", "said", "the bridge is closed", claims.CueSay)},
		Coverage:   claims.Coverage{Statements: 1},
	})
}

func TestAnnotations(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	words := "Ann Archer"
	start := len([]rune(heraldText[:strings.Index(heraldText, words)]))
	post := request{as: w.ben, method: "POST", path: "/annotations", headers: map[string]string{"Idempotency-Key": "note-1"},
		body: asJSON(t, map[string]any{"body": "Who?", "motivation": "questioning",
			"target": map[string]any{"article": s.herald, "start": start, "end": start + 10, "exact": words}})}
	var a, again, quoted AnnotationView
	res := w.must(201, post, &a)
	if a.Target.Exact != words || *a.Target.Start != start || *a.Target.End != start+10 || a.Author.Name != "Ben" {
		t.Errorf("annotation %+v", a)
	}
	if !strings.HasSuffix(a.Target.Prefix, "safe,” said ") || !strings.HasPrefix(a.Target.Suffix, ", the minister") || len([]rune(a.Target.Prefix)) > 32 {
		t.Errorf("around it: %q and %q", a.Target.Prefix, a.Target.Suffix)
	}
	w.must(201, post, &again)
	if again.ID != a.ID {
		t.Error("repeating the request made a second annotation")
	}
	w.must(201, request{as: w.ada, method: "POST", path: "/annotations",
		body: asJSON(t, map[string]any{"body": "x", "target": map[string]any{"article": s.herald, "exact": words}})}, &quoted)
	if *quoted.Target.Start != start || quoted.Motivation != claims.Commenting {
		t.Errorf("found by its words: %+v", quoted.Target)
	}
	for _, target := range []string{`{"statement":"says"}`, `{"conflict":"` + string(s.conflict.ID) + `"}`, `{"dispute":"` + string(s.conflict.Dispute) + `"}`} {
		w.must(201, request{as: w.ada, method: "POST", path: "/annotations", body: `{"body":"hm","target":` + target + `}`}, nil)
	}
	for query, want := range map[string]int{"": 5, "?article=" + string(s.herald): 3, "?statement=says": 1, "?conflict=" + string(s.conflict.ID): 1,
		"?dispute=" + string(s.conflict.Dispute): 1, "?article=" + string(s.post): 0} {
		var page PageView[AnnotationView]
		w.must(200, request{as: w.ada, method: "GET", path: "/annotations" + query}, &page)
		if len(page.Items) != want {
			t.Errorf("%q: %d annotations, want %d", query, len(page.Items), want)
		}
	}

	change := request{as: w.ben, method: "PATCH", path: "/annotations/" + string(a.ID), body: `{"body":"Who is she?"}`}
	w.refused(428, "precondition-required", change)
	change.headers = map[string]string{"If-Match": res.Header.Get("ETag")}
	changed := w.must(200, change, &a)
	w.refused(412, "stale-version", change)
	if a.Body != "Who is she?" || changed.Header.Get("ETag") != etag(a.Version) {
		t.Errorf("changed to %+v", a)
	}
	gone := request{as: w.ben, method: "DELETE", path: "/annotations/" + string(quoted.ID), headers: map[string]string{"If-Match": `"1"`}}
	w.refused(403, "not-yours", gone)
	gone.path, gone.headers = "/annotations/"+string(a.ID), map[string]string{"If-Match": etag(a.Version)}
	w.must(204, gone, nil)
	w.must(404, request{as: w.ben, method: "GET", path: "/annotations/" + string(a.ID)}, nil)
}

func TestReports(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	w.must(201, w.review(w.ada, s.conflict.ID, "contradicts", "If-None-Match", "*"), nil)
	w.must(201, request{as: w.ada, method: "POST", path: "/annotations", body: `{"body":"a note of mine","target":{"conflict":"` + string(s.conflict.ID) + `"}}`}, nil)
	for format, mediaType := range map[string]string{"md": "text/markdown", "html": "text/html", "json": "application/json", "csv": "text/csv"} {
		res := w.must(200, request{as: w.ben, method: "GET", path: "/reports?format=" + format + "&dispute=" + string(s.conflict.Dispute)}, nil)
		if !strings.HasPrefix(res.Header.Get("Content-Type"), mediaType) {
			t.Errorf("%s: type %q", format, res.Header.Get("Content-Type"))
		}
		disposition, params, err := mime.ParseMediaType(res.Header.Get("Content-Disposition"))
		if err != nil || disposition != "attachment" || params["filename"] != "counterclaim-2026-11-24."+format {
			t.Errorf("%s: disposition %q", format, res.Header.Get("Content-Disposition"))
		}
		if csp := res.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "sandbox") || !strings.Contains(csp, "default-src 'none'") {
			t.Errorf("%s: policy %q", format, csp)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" || len(res.Header.Values("Content-Security-Policy")) != 1 {
			t.Errorf("%s: headers %v", format, res.Header)
		}
	}
	// Ben has not judged: until he has, a report must not tell him what Ada did.
	if body := bodyOf(t, w.do(request{as: w.ben, method: "GET", path: "/reports?include_unreviewed=true"})); strings.Contains(body, "so it is") ||
		!strings.Contains(body, "The bridge is safe") {
		t.Errorf("what a reviewer sees who has not judged: %s", body)
	}
	body := bodyOf(t, w.do(request{as: w.ada, method: "GET", path: "/reports"}))
	for _, want := range []string{"The bridge is safe", "Ann Archer", "The Post", "a note of mine", "so it is"} {
		if !strings.Contains(body, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	res := w.do(request{as: w.ben, method: "GET", path: "/reports?format=html&inline=true"})
	if d := res.Header.Get("Content-Disposition"); !strings.HasPrefix(d, "inline") {
		t.Errorf("disposition %q", d)
	}
}

func TestArticles(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	var a ArticleView
	res := w.must(200, request{as: w.ada, method: "GET", path: "/articles/" + string(s.herald)}, &a)
	if a.Text != heraldText || a.Statements != 1 || a.Conflicts != 1 || a.State != claims.ArticleReady || a.Publisher != "The Herald" {
		t.Errorf("article %+v", a.ArticleHeadView)
	}
	if d := cmp.Diff([]string{"url"}, a.Missing); d != "" {
		t.Error(d)
	}
	change := request{as: w.ada, method: "PATCH", path: "/articles/" + string(s.herald), body: `{"url":"https://herald.example/bridge"}`,
		headers: map[string]string{"If-Match": res.Header.Get("ETag")}}
	w.must(200, change, &a)
	if a.URL != "https://herald.example/bridge" || len(a.Missing) != 0 {
		t.Errorf("changed to %+v", a.ArticleHeadView)
	}
	w.refused(412, "stale-version", change)
	var page PageView[ArticleHeadView]
	w.must(200, request{as: w.ada, method: "GET", path: "/articles?limit=1"}, &page)
	if len(page.Items) != 1 || page.Next == "" {
		t.Fatalf("first page %+v", page)
	}
	first := page.Items[0].ID
	w.must(200, request{as: w.ada, method: "GET", path: "/articles?limit=1&cursor=" + page.Next}, &page)
	if len(page.Items) != 1 || page.Items[0].ID == first || page.Next != "" {
		t.Errorf("second page %+v", page)
	}
	w.refused(400, "bad-cursor", request{as: w.ada, method: "GET", path: "/jobs?cursor=" + "eyJsIjoiYXJ0aWNsZXMifQ"})

	var stats StatsView
	w.must(200, request{as: w.ada, method: "GET", path: "/stats"}, &stats)
	want := StatsView{Articles: 2, Statements: 2, Conflicts: ConflictStatsView{Open: 1}, Coverage: claims.Coverage{Statements: 2, Compared: 1}}
	if d := cmp.Diff(want, stats); d != "" {
		t.Error(d)
	}
}

func TestImport(t *testing.T) {
	w := newWorld(t)
	post := request{as: w.ada, method: "POST", path: "/articles", body: asJSON(t, map[string]string{"text": heraldText, "publisher": "The Herald"}),
		headers: map[string]string{"Idempotency-Key": "import-1"}}
	var job, again JobView
	res := w.must(202, post, &job)
	if job.Kind != claims.AnalyseJob || job.State != claims.JobQueued || res.Header.Get("Location") != "/api/v1/jobs/"+string(job.ID) {
		t.Errorf("job %+v, %v", job, res.Header)
	}
	w.must(200, request{as: w.ada, method: "GET", path: "/jobs/" + string(job.ID)}, &again)
	w.must(202, post, &again)
	if again.ID != job.ID || w.articles() != 1 {
		t.Error("the same request with the same key was taken twice")
	}
	post.headers = nil
	if p := w.refused(409, "article-exists", post); p.Ref != string(job.Article) {
		t.Errorf("ref %q, want %q", p.Ref, job.Article)
	}

	// A file, sent twice by a client that makes a new boundary each time.
	send := func(data string) request {
		body, contentType := form(t, `..\evil/"Bridge; news".txt`, []byte(data), "publisher", "Zürcher Post", "date", "2026-11-20")
		return request{as: w.ada, method: "POST", path: "/articles", body: body,
			headers: map[string]string{"Content-Type": contentType, "Idempotency-Key": "file-1"}}
	}
	w.must(202, send(postText), &job)
	w.must(202, send(postText), &again)
	if again.ID != job.ID {
		t.Error("the same file with the same key was taken twice")
	}
	w.refused(422, "key-reused", send(postText+" More."))
	var a ArticleView
	w.must(200, request{as: w.ada, method: "GET", path: "/articles/" + string(job.Article)}, &a)
	if a.Text != postText || a.Publisher != "Zürcher Post" || a.Date != "2026-11-20" || strings.ContainsAny(a.Snapshot.From, `/\`) {
		t.Errorf("article %+v", a)
	}

	// A link is fetched by the job.
	w.must(202, request{as: w.ada, method: "POST", path: "/articles", body: `{"url":"https://news.example/bridge"}`}, &job)
	if job.Kind != claims.CollectJob || job.Article != "" || job.Link != "https://news.example/bridge" {
		t.Errorf("job %+v", job)
	}
	var jobs PageView[JobView]
	w.must(200, request{as: w.ada, method: "GET", path: "/jobs"}, &jobs)
	if len(jobs.Items) != 3 {
		t.Errorf("%d jobs", len(jobs.Items))
	}
}

func TestSnapshot(t *testing.T) {
	w := newWorld(t)
	page := "<html lang=en><head><title>Bridge</title></head><body><article><p>" + strings.Repeat("Ann Archer said that the bridge is safe. ", 20) +
		"</p><script>alert(1)</script></article></body></html>"
	body, contentType := form(t, "bridge \u202egpj.html", []byte(page))
	var job JobView
	w.must(202, request{as: w.ada, method: "POST", path: "/articles", body: body, headers: map[string]string{"Content-Type": contentType}}, &job)
	res := w.do(request{as: w.ben, method: "GET", path: "/articles/" + string(job.Article) + "/snapshot"})
	if got := bodyOf(t, res); res.StatusCode != http.StatusOK || got != page {
		t.Errorf("%d: %q", res.StatusCode, got)
	}
	disposition, params, err := mime.ParseMediaType(res.Header.Get("Content-Disposition"))
	if err != nil || disposition != "attachment" || params["filename"] != "bridge gpj.html" {
		t.Errorf("disposition %q", res.Header.Get("Content-Disposition"))
	}
	if csp := res.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "sandbox") || strings.Contains(csp, "allow-") {
		t.Errorf("policy %q", csp)
	}
}

func TestHealth(t *testing.T) {
	w := newWorld(t)
	var h HealthView
	w.must(200, request{method: "GET", path: "/healthz"}, &h)
	if h != (HealthView{Status: "ok", Version: "1.2.3"}) {
		t.Errorf("health %+v", h)
	}
	w.must(200, request{method: "GET", path: "/readyz"}, nil)
}

// A client that does not know whether its request arrived sends it again, and
// several tabs may do so at once.
func TestRepeatedAtOnce(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	post := request{as: w.ben, method: "POST", path: "/annotations", headers: map[string]string{"Idempotency-Key": "once"},
		body: `{"body":"hm","target":{"conflict":"` + string(s.conflict.ID) + `"}}`}
	var all sync.WaitGroup
	answers := make([]*http.Response, 20)
	for i := range answers {
		all.Go(func() { answers[i] = w.do(post) })
	}
	all.Wait()
	bodies := map[string]bool{}
	for _, res := range answers {
		if res.StatusCode != 201 {
			t.Errorf("status %d", res.StatusCode)
		}
		bodies[bodyOf(t, res)] = true
	}
	if len(bodies) != 1 {
		t.Errorf("the same request was answered in %d ways", len(bodies))
	}
	var page PageView[AnnotationView]
	w.must(200, request{as: w.ben, method: "GET", path: "/annotations"}, &page)
	if len(page.Items) != 1 {
		t.Errorf("%d annotations are stored", len(page.Items))
	}
}

// Of people who change the same thing at once, one is first and the others
// are told.
func TestChangedAtOnce(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	path := "/articles/" + string(s.post)
	version := w.do(request{as: w.ada, method: "GET", path: path}).Header.Get("ETag")
	var all sync.WaitGroup
	statuses := make([]int, 20)
	for i := range statuses {
		all.Go(func() {
			statuses[i] = w.do(request{as: w.ada, method: "PATCH", path: path, body: fmt.Sprintf(`{"title":"title %d"}`, i),
				headers: map[string]string{"If-Match": version}}).StatusCode
		})
	}
	all.Wait()
	count := map[int]int{}
	for _, status := range statuses {
		count[status]++
	}
	if d := cmp.Diff(map[int]int{200: 1, 412: 19}, count); d != "" {
		t.Error(d)
	}
}
