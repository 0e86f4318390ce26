package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/report"
)

var update = flag.Bool("update", false, "rewrite the golden reports in testdata/reports")

const goldens = "../../testdata/reports"

func TestGoldenReports(t *testing.T) {
	for _, f := range report.Formats() {
		t.Run(string(f), func(t *testing.T) {
			got := written(t, f, assembled(t, nil))
			path := filepath.Join(goldens, "ferry"+f.Extension())
			if *update {
				if err := os.MkdirAll(goldens, 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s differs; run with -update and look at the change (-want +got):\n%s", path, diff)
			}
		})
	}
}

func written(t testing.TB, f report.Format, r report.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(&b, f, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
