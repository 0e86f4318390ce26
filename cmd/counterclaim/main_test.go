package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// TestMain lets the test binary stand for the program, so that tests can
// start it, and kill it, as a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv("COUNTERCLAIM_TEST_AS_PROGRAM") == "1" {
		main()
		return
	}
	os.Exit(m.Run())
}

// program prepares the program as a process of its own.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	c := exec.CommandContext(ctx, os.Args[0], args...)
	c.Env = append(os.Environ(), "COUNTERCLAIM_TEST_AS_PROGRAM=1")
	return c
}

// call runs one command line in this process.
func call(t *testing.T, input string, args ...string) (code int, out, messages string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, streams{strings.NewReader(input), &o, &e})
	return code, o.String(), e.String()
}

// desk is a running server.
type desk struct {
	process *exec.Cmd
	url     string
	cookie  string
	data    string
}

// startDesk starts the server on a data folder and signs the owner in with
// the printed link.
func startDesk(t *testing.T, data string, args ...string) *desk {
	t.Helper()
	d := &desk{data: data, process: program(t, append([]string{"serve", "--addr", "127.0.0.1:0", "--data", data}, args...)...)}
	out, err := d.process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	d.process.Stderr = os.Stderr
	if err := d.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.kill)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the server printed no link: %v", err)
	}
	link, ok := strings.CutPrefix(strings.TrimSpace(line), "Open ")
	if !ok {
		t.Fatalf("the server printed %q", line)
	}
	d.url = link[:strings.Index(link, "/#")]
	d.signIn(t, link[strings.LastIndex(link, "/")+1:])
	return d
}

func (d *desk) kill() {
	_ = d.process.Process.Kill()
	_ = d.process.Wait()
}

func (d *desk) signIn(t *testing.T, token string) {
	t.Helper()
	answer, err := http.Post(d.url+"/api/v1/session", "application/json", strings.NewReader(fmt.Sprintf(`{"token":%q}`, token)))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK || len(answer.Cookies()) == 0 {
		t.Fatalf("signing in: %s", answer.Status)
	}
	c := answer.Cookies()[0]
	d.cookie = c.Name + "=" + c.Value
}

// ask sends a request as the owner and decodes the answer. It gives 0 when no
// whole answer came.
func (d *desk) ask(t *testing.T, method, path, body string, header http.Header, into any) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, d.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, values := range header {
		request.Header[name] = values
	}
	if request.Header.Get("Authorization") == "" {
		request.Header.Set("Cookie", d.cookie)
	}
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0
	}
	if text, ok := into.(*string); ok {
		*text = string(data)
	} else if into != nil {
		if err := json.Unmarshal(data, into); err != nil {
			t.Fatalf("%s %s: %v in %s", method, path, err, data)
		}
	}
	return answer.StatusCode
}

type list[T any] struct {
	Items []T `json:"items"`
	Total int `json:"total"`
}

type conflictItem struct {
	ID string `json:"id"`
	A  struct {
		Statement struct {
			Speaker struct {
				Name string `json:"name"`
			} `json:"speaker"`
		} `json:"statement"`
	} `json:"a"`
}

func TestExitCodes(t *testing.T) {
	sample := filepath.Join("sample", "coalition.txt")
	tests := []struct {
		name    string
		input   string
		args    []string
		code    int
		message string
	}{
		{"done", "", []string{"extract", sample}, exitDone, ""},
		{"help", "", []string{"help"}, exitDone, ""},
		{"unknown command", "", []string{"extrakt"}, exitUsage, "unknown command"},
		{"unknown flag", "", []string{"extract", "--nope", sample}, exitUsage, "unknown flag"},
		{"no file", "", []string{"extract"}, exitUsage, "arg"},
		{"unknown format", "", []string{"extract", "--format", "yaml", sample}, exitUsage, "json, jsonl, text"},
		{"unknown report format", "", []string{"report", "--format", "odt", "--data", t.TempDir()}, exitUsage, "odt"},
		{"no such judge", "", []string{"relate", "--judge", "maybe", sample}, exitUsage, "on, off"},
		{"missing file", "", []string{"extract", "no-such-file.txt"}, exitFailed, "no-such-file.txt"},
		{"empty input", "", []string{"extract", "-"}, exitFailed, "empty"},
		{"invalid UTF-8", "abc \xff\xfe def", []string{"extract", "-"}, exitFailed, "UTF-8"},
		{"NUL", "abc \x00 def", []string{"extract", "-"}, exitFailed, ""},
		{"inside the network", "", []string{"collect", "http://127.0.0.1:1/"}, exitFailed, "127.0.0.1"},
		{"no JSON", "{nope\n", []string{"relate", "--pairs", "-"}, exitFailed, "line 1"},
		{"articles instead of pairs", `{"id":"a","text":"x"}`, []string{"relate", "--pairs", "-"}, exitFailed, "needs the claims a and b"},
		{"pairs in another format", "", []string{"relate", "--pairs", "-", "--format", "markdown"}, exitUsage, "jsonl"},
		{"token without a name", "", []string{"token", "create", "", "--data", t.TempDir()}, exitFailed, "no name"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, out, messages := call(t, test.input, test.args...)
			if code != test.code {
				t.Errorf("exit code %d, want %d; messages: %s", code, test.code, messages)
			}
			if !strings.Contains(messages, test.message) {
				t.Errorf("messages %q do not say %q", messages, test.message)
			}
			if test.code == exitUsage && out != "" {
				t.Errorf("standard output holds %q", out)
			}
		})
	}
}

// One bad file does not keep the others from being read, and the command
// fails in the end.
func TestExtractGoesOnAfterABadFile(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.txt")
	if err := os.WriteFile(bad, []byte{0xff, 0xfe, 0xfd}, 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, _ := call(t, "", "extract", "--format", "jsonl", bad, filepath.Join("sample", "coalition.txt"))
	if code != exitFailed || !strings.Contains(out, `"id":"coalition"`) {
		t.Errorf("exit code %d, output %.80q", code, out)
	}
}

// collect's lines can be read again, and give the same statements.
func TestCollectCanBeReadAgain(t *testing.T) {
	file := filepath.Join("sample", "terminal-courier.txt")
	_, lines, _ := call(t, "", "collect", "--date", "2027-05-12", file)
	_, direct, _ := call(t, "", "extract", "--format", "jsonl", "--date", "2027-05-12", file)
	code, again, messages := call(t, lines, "extract", "--format", "jsonl", "-")
	if code != exitDone || again != direct {
		t.Errorf("exit code %d (%s)\n%s\ninstead of\n%s", code, messages, again, direct)
	}
}

// The two disputes that the project was started from come out of the article,
// through the command line.
func TestRelateFindsTheTwoDisputes(t *testing.T) {
	code, out, messages := call(t, "", "relate", "--date", "2014-12-03", filepath.Join("sample", "coalition.txt"))
	if code != exitDone {
		t.Fatal(messages)
	}
	var related relatedView
	if err := json.Unmarshal([]byte(out), &related); err != nil {
		t.Fatal(err)
	}
	speaker := map[string]string{}
	for _, s := range related.Articles[0].Statements {
		speaker[string(s.ID)] = s.Speaker.Name
	}
	found := map[string]bool{}
	for _, d := range related.Disputes {
		for _, c := range d.Conflicts {
			found[speaker[string(c.A.Statement)]+" / "+speaker[string(c.B.Statement)]] = true
			if len(c.Reasons) == 0 {
				t.Errorf("a possible conflict without a reason: %+v", c)
			}
		}
	}
	for _, want := range [][2]string{{"Kerry", "Moualem"}, {"Pentagon", "Abadi"}} {
		ok := false
		for pair := range found {
			ok = ok || strings.Contains(pair, want[0]) && strings.Contains(pair, want[1])
		}
		if !ok {
			t.Errorf("no possible conflict between %s and %s, only %v", want[0], want[1], found)
		}
	}
}

// A token made for somebody who is there leaves the role as it is.
func TestTokenLeavesTheRoleOfItsHolder(t *testing.T) {
	where := place{data: t.TempDir()}
	archive, err := where.open(t.Context(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = archive.Close() })
	if _, err := archive.EnsureUser(t.Context(), claims.Act{At: time.Now()}, "Ada", claims.Owner); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Ada", "Ben"} {
		if code, _, messages := call(t, "", "token", "create", "script", "--user", name, "--data", where.data); code != exitDone {
			t.Fatal(messages)
		}
	}
	users, err := archive.Users(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]claims.Role{}
	for _, u := range users {
		roles[u.Name] = u.Role
	}
	if roles["Ada"] != claims.Owner || roles["Ben"] != claims.Reviewer {
		t.Errorf("the roles are %v", roles)
	}
}
