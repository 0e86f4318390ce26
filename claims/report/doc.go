// Package report turns disputes, reviews and annotations into documents that
// a reader takes away. In go the archive's details of disputes; out comes one
// [Report] value, and from it one document per format. Nothing is fetched,
// stored or decided here: a report renders what people and software said, and
// every quotation in it is cut from the article's text by its offsets.
package report
