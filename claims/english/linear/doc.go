// Package linear holds linear models over hashed features: the scores of a
// few classes are sums of the weights of the features that are present.
//
// In come features, which are hashes of a template's number and the values
// that the template looks at. A [Learner] learns weights from mistakes, and
// [Pack] writes weights, from it or from elsewhere, small enough to live
// inside the program. [Read] makes of those bytes a [Model], which gives
// scores fast: it is the inner loop of everything that reads text.
package linear
