package extract

import (
	_ "embed"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

//go:embed cues.txt
var cuesText string

// cueEntry is a line of the cue lexicon.
type cueEntry struct {
	class      claims.CueClass
	commitment claims.Commitment
	frames     string // the letters that cues.txt explains
}

// takes says whether the cue reports in one of the ways given by letter.
func (e cueEntry) takes(frames string) bool { return strings.ContainsAny(e.frames, frames) }

// cues is the cue lexicon by dictionary form.
var cues = readCues(cuesText)

// cueParticles are the second words of verbs of two words: "point out".
var cueParticles = particlesOf(cues)

func readCues(text string) map[string]cueEntry {
	m := map[string]cueEntry{}
	for _, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		if len(f) != 4 || f[0] == "#" {
			continue
		}
		m[f[0]] = cueEntry{class: claims.CueClass(f[1]), commitment: claims.Commitment(f[2]), frames: f[3]}
	}
	return m
}

func particlesOf(cues map[string]cueEntry) map[string]bool {
	m := map[string]bool{}
	for lemma := range cues {
		if _, particle, ok := strings.Cut(lemma, "_"); ok {
			m[particle] = true
		}
	}
	return m
}

// accordingTo is how "according to" is read.
var accordingTo = cueEntry{class: claims.CueSay, commitment: claims.Asserts, frames: "p"}

// inTheView is how "in the view of" is read.
var inTheView = cueEntry{class: claims.CueBelieve, commitment: claims.Asserts, frames: "p"}

// colonCue is how a colon is read that alone joins speaker and words.
var colonCue = cueEntry{class: claims.CueSay, commitment: claims.Asserts, frames: "q"}

// otherCue is how a cue is read that is in no lexicon, or that reports no
// statement.
var otherCue = cueEntry{class: claims.CueOther, commitment: claims.Asserts}
