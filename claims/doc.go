// Package claims holds the words of the project and the rules a value must
// keep: articles, statements, claims, conflicts, disputes, reviews,
// annotations, jobs, history and kinds of error. It does no work of its own
// and imports only the standard library.
//
// The folders beneath it read as the way of an article: collect, english,
// extract, relate, report. The folders review, store and worker judge, keep
// and drive what those stages make. A new stage is named so that this order
// survives in the alphabet.
//
// Text is stored once; everything found in it is a [Span] of byte offsets.
// Whatever leaves the program carries Unicode code points instead; span.go
// and view.go are the only place where one becomes the other.
package claims
