package api

import (
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	os.WriteFile("/tmp/brief/openapi.json", OpenAPI(), 0o644)
}
