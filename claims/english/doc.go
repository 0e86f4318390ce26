// Package english reads clean English news text. In comes one article's
// text, which may be hostile; out comes a [Document]: paragraphs, sentences,
// words with their tags, dictionary forms and places in the sentence's tree,
// quotations, names, quantities and dates, each with its span in the text.
//
// Tags and trees come from models that were learned from treebanks (see
// MODEL_CARD.md), the rest from rules and word lists. It needs no settings and
// keeps no state but the models, which the first call reads; see [Load]. Its
// time is linear in the length of the text.
package english
