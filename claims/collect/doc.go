// Package collect turns the outside world into articles. Bytes come in (a
// file, a pasted text, a line of JSON, a web page by its address), a
// [claims.Article] goes out: clean text, what is known about it, and the
// snapshot of the bytes as received. Nothing is stored.
//
// It is the only reader of foreign formats and holds the one client that
// connects to addresses given from outside; see [NewClient]. Whatever it reads
// is taken to be hostile: sizes, times and depths have limits, and panics of
// libraries become errors.
//
// Plain text, Markdown and JSON keep their text code point for code point,
// line ends too; only a leading byte-order mark is dropped. HTML is cleaned.
package collect
