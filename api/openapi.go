package api

import (
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

const schemaPrefix = "#/components/schemas/"

// documentVersion is that of the contract, not of the program, so that the
// document changes only when the contract does.
const documentVersion = "1"

// humaConfig sets up huma without its documentation page (which would load
// scripts from elsewhere), without $schema in bodies, and without routes of
// its own.
func humaConfig() huma.Config {
	c := huma.DefaultConfig("Counterclaim", documentVersion)
	c.CreateHooks = nil
	c.DocsPath, c.OpenAPIPath, c.SchemasPath = "", "", ""
	c.RejectUnknownQueryParameters = true
	c.Components.Schemas = huma.NewMapRegistry(schemaPrefix, schemaName)
	c.Transformers = []huma.Transformer{problemOfHuma}
	c.Info.Description = "Who said what in news articles, and where they contradict each other. " +
		"Offsets are Unicode code points of the article's clean text, end exclusive."
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"session": {Type: "apiKey", In: "cookie", Name: "counterclaim_session", Description: "Set by POST /api/v1/session"},
		"token":   {Type: "http", Scheme: "bearer", Description: "A token made with POST /api/v1/tokens or `counterclaim token create`"},
	}
	c.Security = []map[string][]string{{"session": {}}, {"token": {}}}
	nameEnums(c.Components.Schemas)
	c.Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "")
	return c
}

// schemaName names the schema of a type: a view goes by the name of what it
// shows, a page of things by the thing.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	page := false
	if rest, ok := strings.CutPrefix(name, "PageView"); ok {
		name, page = rest, true
	}
	// The views of package claims keep their names, which the command line's
	// documents share.
	switch name {
	case "StatementView", "SpeakerView", "ReasonView":
	default:
		name = strings.TrimSuffix(name, "View")
	}
	if page {
		name += "Page"
	}
	return name
}

// finishDocument takes out what no client will meet: huma's own error type,
// and null in place of a list.
func finishDocument(o *huma.OpenAPI) []byte {
	schemas := o.Components.Schemas.Map()
	delete(schemas, "ErrorModel")
	delete(schemas, "ErrorDetail")
	for _, s := range schemas {
		neverNull(s)
	}
	for _, path := range o.Paths {
		if path.Get == nil {
			continue
		}
		for _, p := range path.Get.Parameters {
			neverNull(p.Schema)
		}
	}
	return indented(o)
}

func neverNull(s *huma.Schema) {
	if s == nil {
		return
	}
	if s.Type == huma.TypeArray {
		s.Nullable = false
		neverNull(s.Items)
	}
	for _, p := range s.Properties {
		neverNull(p)
	}
}
