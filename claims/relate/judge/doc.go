// Package judge knows what words mean. In come pairs of texts, out come logits
// and probabilities for conflict, agreement and neither, and the words that
// carry a conflict most. Beside it stand static vectors: in comes a text, out
// come a unit vector and the keys under which texts of like meaning are found.
//
// The judge is a small BERT encoder that reads both texts at once ("[CLS] a
// [SEP] b [SEP]", Devlin and others 2019, arXiv:1810.04805), trained by the
// Python scripts in training/ and run here in plain Go. It sees nothing but
// the words of the two texts. Text is data: "[SEP]" in an article is five
// characters, never the mark between the texts, and whatever a text asks for
// can change the judgement of its own pairs alone.
//
// Both kinds of model lie in one container, see container.go.
package judge
