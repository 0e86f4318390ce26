// Package english reads clean English news text. In comes one article's
// text, which may be hostile; out comes a [Document]: paragraphs, sentences,
// words with their tag and lemma, quotations, names, quantities and dates,
// each with its span in the text.
//
// It works by rules and small word lists, keeps no state and needs no
// settings. Its time is linear in the length of the text.
package english
