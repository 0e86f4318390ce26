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
