package extract

import (
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/english/parser"
	"github.com/counterclaim/counterclaim/claims/english/tagger"
	"github.com/counterclaim/counterclaim/claims/extract/attribution"
)

// Load reads the models, which [Statements] does by itself the first time. An
// error means that the program was built with torn models; without them the
// rules work alone.
func Load() error {
	if err := english.Load(); err != nil {
		return err
	}
	_, err := attribution.Default()
	return err
}

// Models gives the SHA-256 of each model that statements rest on, by name.
func Models() map[string]string {
	return map[string]string{"tagger": tagger.Digest(), "parser": parser.Digest(), "attribution": attribution.Digest()}
}
