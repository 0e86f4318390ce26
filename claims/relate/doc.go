// Package relate finds statements that may be in conflict. In come a text as
// package english read it and the statements found in it; out come claims
// ([Propose]), comparisons of two claims ([Compare]), possible conflicts
// ([Conflicts]) and disputes ([Group]).
//
// A comparison works in three steps. The words of the two claims are put side
// by side (align.go). Detectors, a file each, look for one reason for or
// against a conflict and name the words it rests on: negation, denial,
// notaware, antonym, effect, number, date, agent, cause, place, modality,
// meaning, and on the other side time, place, scope, event, hedge, update,
// paraphrase, opinion. A table of weights turns what they found into
// probabilities (decide.go): weights.txt for a pair, archive.txt for statements
// of an archive.
//
// What the detectors know about words stands in lexicon/, in tables that a
// reader can check. No step keeps state, and every step takes time about
// linear in the length of the claims, which are capped at [MaxTerms] terms.
package relate
