// Package parser finds how the words of a sentence hang together. In come the
// words with their tags; out comes for each word its head and its relation to
// it, as Universal Dependencies have them: in "Kerry said it failed" the head
// of "Kerry" is "said", and the relation "nsubj".
//
// The parser goes through a sentence once, from left to right, with a stack
// (arc-hybrid, Kuhlmann et al. 2011). At each step one linear model chooses
// between three actions, and another names the relation when a word gets its
// head. It is trained with a dynamic oracle (Goldberg and Nivre 2013). The
// models are part of the program; see MODEL_CARD.md one folder up. [Train]
// makes others.
package parser
