// Package tagger gives the words of a sentence their parts of speech. In comes
// what is seen of each word; out comes for each a fine tag of the Penn
// Treebank ("VBD") with the coarse tag of Universal Dependencies ("VERB").
//
// The words are tagged from left to right, each with the highest score among
// all tags, by an averaged perceptron (Collins 2002). The model is part of the
// program; see MODEL_CARD.md one folder up. [Train] makes another.
package tagger
