package main

import (
	"os"
	"path/filepath"
	"testing"
)

// The pages' types are made from this copy; `make types` writes it anew.
func TestTheDescriptionOfTheAPIIsCurrent(t *testing.T) {
	kept, err := os.ReadFile(filepath.Join("..", "..", "frontend", "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	code, made, messages := call(t, "", "openapi")
	if code != exitDone {
		t.Fatal(messages)
	}
	if made != string(kept) {
		t.Error("frontend/openapi.json is not what the API says of itself: run `make types` and commit both files")
	}
}
