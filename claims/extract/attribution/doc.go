// Package attribution is the learned part of finding statements: a linear
// sequence tagger marks which words of a document are sources, cues and
// contents, and a linker ties them into attributions and says how probable
// each is.
//
// A read [english.Document] goes in, with what hand-written rules make of it,
// which the tagger takes as advice; attributions as stretches of tokens come
// out. Nothing here knows who a source is. [Train] makes the model, which is
// embedded; MODEL_CARD.md beside package extract says from what and how good it is.
package attribution
