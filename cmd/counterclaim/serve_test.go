package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// What the README shows: the sample is there, a review and an annotation
// posted with a token appear for the person at the page and in the report.
func TestFirstStartToReport(t *testing.T) {
	d := startDesk(t, t.TempDir())
	var found list[conflictItem]
	if code := d.ask(t, "GET", "/api/v1/conflicts", "", nil, &found); code != http.StatusOK || len(found.Items) < 4 {
		t.Fatalf("status %d, %d possible conflicts in the sample", code, len(found.Items))
	}
	code, secret, messages := call(t, "", "token", "create", "test", "--data", d.data)
	if code != exitDone {
		t.Fatal(messages)
	}
	bearer := func(more ...string) http.Header {
		h := http.Header{"Authorization": {"Bearer " + strings.TrimSpace(secret)}}
		for i := 0; i+1 < len(more); i += 2 {
			h.Set(more[i], more[i+1])
		}
		return h
	}
	id := found.Items[0].ID
	if code := d.ask(t, "PUT", "/api/v1/conflicts/"+id+"/reviews/me",
		`{"judgement":"contradicts","sureness":"high","note":"both are on record"}`, bearer("If-None-Match", "*"), nil); code != http.StatusCreated {
		t.Fatalf("review: status %d", code)
	}
	if code := d.ask(t, "POST", "/api/v1/annotations",
		fmt.Sprintf(`{"body":"Asked both offices.","target":{"conflict":%q}}`, id), bearer(), nil); code != http.StatusCreated {
		t.Fatalf("annotation: status %d", code)
	}
	var seen struct {
		State     string `json:"state"`
		Judgement string `json:"judgement"`
	}
	if d.ask(t, "GET", "/api/v1/conflicts/"+id, "", nil, &seen); seen.State != "judged" || seen.Judgement != "contradicts" {
		t.Errorf("the page sees %+v", seen)
	}
	var document string
	d.ask(t, "GET", "/api/v1/reports?format=md", "", nil, &document)
	_, fromCommand, _ := call(t, "", "report", "--data", d.data)
	for _, report := range []string{document, fromCommand} {
		for _, want := range []string{"both are on record", "Asked both offices", found.Items[0].A.Statement.Speaker.Name} {
			if !strings.Contains(report, want) {
				t.Errorf("the report lacks %q", want)
			}
		}
	}
}

// A link signs in once; without a session or token nothing is told.
func TestTheLinkWorksOnce(t *testing.T) {
	d := startDesk(t, t.TempDir(), "--no-sample")
	d.cookie = ""
	if code := d.ask(t, "GET", "/api/v1/articles", "", nil, nil); code != http.StatusUnauthorized {
		t.Errorf("without sign-in: status %d", code)
	}
	if code := d.ask(t, "POST", "/api/v1/session", `{"token":"not-the-one"}`, nil, nil); code != http.StatusUnauthorized {
		t.Errorf("with a wrong token: status %d", code)
	}
}

func TestASecondServerIsRefused(t *testing.T) {
	d := startDesk(t, t.TempDir(), "--no-sample")
	code, _, messages := call(t, "", "serve", "--addr", "127.0.0.1:0", "--data", d.data)
	if code != exitFailed || !strings.Contains(messages, "another server") {
		t.Errorf("exit code %d, messages %q", code, messages)
	}
}

// kill -9 in the middle of an import: after the restart every article whose
// 202 was read is there, whole, and gets analysed.
func TestKillDuringImportLosesNothingAcknowledged(t *testing.T) {
	data := t.TempDir()
	// What is kept is tested, not how soon hundreds of like articles are compared.
	without := []string{"--no-sample", "--judge", "off"}
	acknowledged := map[string]bool{}
	var mu sync.Mutex
	for round := range 3 {
		d := startDesk(t, data, without...)
		var writers sync.WaitGroup
		for w := range 3 {
			writers.Go(func() {
				for n := 0; ; n++ {
					title := fmt.Sprintf("Round %s, writer %s, %s", word(round), word(w), word(n))
					text := "The " + word(n) + " harbour of " + title + " opens again, said the mayor."
					body, _ := json.Marshal(map[string]string{"text": text, "title": title, "publisher": "The Courier", "date": "2027-05-12", "language": "en"})
					if d.ask(t, "POST", "/api/v1/articles", string(body), nil, nil) != http.StatusAccepted {
						return
					}
					mu.Lock()
					acknowledged[title] = true
					mu.Unlock()
				}
			})
		}
		time.Sleep(200 * time.Millisecond)
		d.kill()
		writers.Wait()
	}
	if len(acknowledged) == 0 {
		t.Fatal("nothing was acknowledged before the kill")
	}
	d := startDesk(t, data, without...)
	t.Logf("%d articles acknowledged", len(acknowledged))
	missing := waitForArticles(t, d, acknowledged)
	if len(missing) > 0 {
		t.Errorf("%d of %d acknowledged articles are missing or never became ready: %.200v", len(missing), len(acknowledged), missing)
	}
}

// word spells a number in letters, so that the articles hold no figures that
// could clash: what is tested here is that they are kept.
func word(n int) string {
	return strings.Map(func(r rune) rune { return r - '0' + 'k' }, fmt.Sprintf("%04d", n))
}

// waitForArticles waits, within a limit, until all titles are there and
// ready; it gives those that are not.
func waitForArticles(t *testing.T, d *desk, titles map[string]bool) map[string]string {
	t.Helper()
	type item struct{ Title, State string }
	missing := map[string]string{}
	for range 400 {
		missing = map[string]string{}
		for title := range titles {
			missing[title] = "absent"
		}
		for next := ""; ; {
			var page struct {
				Items []item
				Next  string
			}
			d.ask(t, "GET", "/api/v1/articles?limit=200&cursor="+next, "", nil, &page)
			for _, a := range page.Items {
				if missing[a.Title] = a.State; a.State == "ready" {
					delete(missing, a.Title)
				}
			}
			if next = page.Next; next == "" {
				break
			}
		}
		if len(missing) == 0 {
			return nil
		}
		time.Sleep(250 * time.Millisecond)
	}
	return missing
}

// Whoever starts the server under a name can be asked for by that name.
func TestHostOf(t *testing.T) {
	for address, want := range map[string]string{"desk.example:8080": "desk.example", ":8080": "", "[::1]:8080": "::1", "nonsense": ""} {
		if got := strings.Join(hostOf(address), " "); got != want {
			t.Errorf("%q: %q instead of %q", address, got, want)
		}
	}
}

// A first start that was cut short after one article of the sample is gone on
// with by the next; a later start adds nothing.
func TestAFirstStartCutShortIsGoneOnWith(t *testing.T) {
	data := t.TempDir()
	count := func() int {
		d := startDesk(t, data)
		defer d.kill()
		var found list[struct{ Title string }]
		d.ask(t, "GET", "/api/v1/articles", "", nil, &found)
		return len(found.Items)
	}
	head := []string{"--data", data, "--date", "2014-12-03", "--publisher", "FRANCE 24", "--language", "en"}
	if code, _, messages := call(t, "", append([]string{"import", filepath.Join("sample", "coalition.txt")}, head...)...); code != exitDone {
		t.Fatal(messages)
	}
	if n := count(); n != 1 {
		t.Fatalf("an archive with an article of its own got the sample: %d articles", n)
	}
	if err := os.WriteFile(filepath.Join(data, "sample-unfinished"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if n := count(); n != 3 {
			t.Fatalf("%d articles after the start that goes on", n)
		}
	}
}

// Behind a proxy the link and the cookie are those of the public address, and
// the server answers to its name.
func TestServingUnderAPublicAddress(t *testing.T) {
	if code, _, messages := call(t, "", "serve", "--url", "desk.example", "--data", t.TempDir()); code != exitUsage || !strings.Contains(messages, "--url") {
		t.Errorf("exit code %d, messages %q", code, messages)
	}
	s := server{address: "127.0.0.1:8080", public: "https://desk.example"}
	if got := s.hosts(); !slices.Contains(got, "desk.example") {
		t.Errorf("hosts %v", got)
	}
}
