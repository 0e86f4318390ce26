// Package extract finds who said what. In comes an article with its text as
// read by english; out come its statements: source, cue and content as spans
// of the text, with the speaker, how far he stands behind the words, and when
// they were said.
//
// The way: each sentence is laid out with its quotations as single units; the
// verbs of the cue lexicon (cues.txt) are looked up in it; what stands around
// a cue says where source and content are. Quotations that no cue claims go to
// the speaker before them. What the rules find so is advice for a learned
// tagger (attribution), which knows more ways of reporting, and the two are put
// together (settle.go). Then names are linked to speakers.
package extract
