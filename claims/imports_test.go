package claims_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/counterclaim/counterclaim/"

// stages are the folders that worker carries an article through, with what
// each may import of this module. A folder beneath one counts as the folder,
// unless it has a row of its own.
var mayImport = map[string][]string{
	"claims":               {},
	"claims/collect":       {"claims"},
	"claims/english":       {"claims", "claims/english"},
	"claims/review":        {"claims"},
	"claims/secondopinion": {"claims"},
	"claims/extract":       {"claims", "claims/english", "claims/extract"},
	"claims/relate":        {"claims", "claims/english", "claims/relate", "claims/relate/judge"},
	"claims/relate/judge":  {"claims"},
	"claims/report":        {"claims", "claims/review", "claims/report"},
	"claims/store":         {"claims", "claims/review", "claims/store"},
	"claims/worker": {"claims", "claims/collect", "claims/english", "claims/extract", "claims/relate",
		"claims/report", "claims/secondopinion"},
	"api":      {"claims", "claims/review", "claims/report", "api"},
	"frontend": {},
	"cmd":      nil, // everything
}

// onlyIn says where a library may be imported, so that it can be replaced.
var onlyIn = map[string][]string{
	"gorm.io/":                         {"claims/store"},
	"github.com/mattn/go-sqlite3":      {"claims/store"},
	"github.com/gin-gonic/gin":         {"api"},
	"github.com/danielgtaylor/huma/v2": {"api"},
	"net/http":                         {"claims/collect", "claims/secondopinion", "api", "cmd"},
	"net":                              {"claims/collect", "claims/secondopinion", "api", "cmd"},
}

// The files themselves are read, as a test that asked the go command would be
// answered from the test cache and miss a new arrow.
func TestImports(t *testing.T) {
	seen := 0
	for path, imports := range sourceImports(t) {
		folder := filepath.ToSlash(filepath.Dir(path))
		home := homeOf(folder)
		if home == "" {
			t.Errorf("%s: folder %s has no place in the layout", path, folder)
			continue
		}
		for _, imported := range imports {
			seen++
			checkOwn(t, path, home, imported)
			checkLibrary(t, path, home, imported)
		}
	}
	if seen < 20 {
		t.Fatalf("saw only %d imports: the test does not find the source", seen)
	}
}

func checkOwn(t *testing.T, path, home, imported string) {
	own, ok := strings.CutPrefix(imported, module)
	if !ok || home == "cmd" {
		return
	}
	target := homeOf(own)
	if target == "cmd" {
		t.Errorf("%s imports %s: nothing imports cmd", path, own)
	}
	if !slices.Contains(mayImport[home], target) {
		t.Errorf("%s imports %s: %s may import only %v", path, own, home, mayImport[home])
	}
}

func checkLibrary(t *testing.T, path, home, imported string) {
	for library, homes := range onlyIn {
		hit := imported == library || strings.HasSuffix(library, "/") && strings.HasPrefix(imported, library) ||
			strings.HasPrefix(imported, library+"/") && library != "net"
		if hit && !slices.Contains(homes, home) {
			t.Errorf("%s imports %s, which belongs in %v only", path, imported, homes)
		}
	}
}

// homeOf gives the row of mayImport that a folder belongs to.
func homeOf(folder string) string {
	for ; folder != "." && folder != ""; folder = filepath.ToSlash(filepath.Dir(folder)) {
		if _, ok := mayImport[folder]; ok {
			return folder
		}
	}
	return ""
}

// sourceImports gives the imports of every Go file that is no test.
func sourceImports(t *testing.T) map[string][]string {
	t.Helper()
	root := ".."
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != root && (name == "node_modules" || name == "testdata" || strings.HasPrefix(name, ".")) {
				return filepath.SkipDir
			}
			return nil
		}
		relative, _ := filepath.Rel(root, path)
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(filepath.ToSlash(relative), "claims/store/storetest/") {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		list := []string{}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			list = append(list, imported)
		}
		found[relative] = list
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
