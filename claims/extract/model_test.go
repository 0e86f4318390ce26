package extract_test

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims/extract"
)

func TestEmbeddedModelsAreWhole(t *testing.T) {
	if err := extract.Load(); err != nil {
		t.Fatal(err)
	}
}

func TestModelsAreNamedByDigest(t *testing.T) {
	models := extract.Models()
	for _, name := range []string{"tagger", "parser", "attribution"} {
		if len(models[name]) != 64 {
			t.Errorf("%s has the digest %q", name, models[name])
		}
	}
}
