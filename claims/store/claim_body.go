package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// claimBody is a claim as it is stored, without its ids. An article is compared
// with hundreds of claims, so this form is made to be read fast: a line of JSON
// for what there is once, and then a line for each term and each key, fields
// with tabs between them, those at the end left out where they are empty.
type claimBody struct {
	Speaker    claims.Speaker    `json:"sp"`
	Publisher  string            `json:"pu,omitempty"`
	CueClass   claims.CueClass   `json:"cc,omitempty"`
	Commitment claims.Commitment `json:"co,omitempty"`
	SaidAt     string            `json:"sa,omitempty"`
	About      string            `json:"ab,omitempty"`
	Text       string            `json:"tx"`
	Terms      []claims.Term     `json:"-"`
	Keys       []claims.Key      `json:"-"`
}

// What a line begins with.
const (
	termLine = "t"
	keyLine  = "k"
)

// MarshalJSON gives the stored form as a JSON string, for the digest of a run.
func (b claimBody) MarshalJSON() ([]byte, error) {
	text, err := b.text()
	if err != nil {
		return nil, err
	}
	return json.Marshal(text)
}

// Value gives the text to store.
func (b claimBody) Value() (driver.Value, error) { return b.text() }

func (b claimBody) text() (string, error) {
	type head claimBody // without its methods
	line, err := json.Marshal(head(b))
	out := append(make([]byte, 0, 64*(8+len(b.Terms)+len(b.Keys)/2)), line...)
	for i := range b.Terms {
		out = appendTerm(out, &b.Terms[i])
	}
	for _, k := range b.Keys {
		out = appendFields(out, keyLine, k.Text, number(k.Weight))
	}
	return string(out), err
}

// appendTerm writes a term; what few terms have comes last.
func appendTerm(out []byte, t *claims.Term) []byte {
	return appendFields(out, termLine, t.Text, t.Lemma, string(t.Kind), number(t.At.Start), number(t.At.End), flag(t.Context), flag(t.Negated),
		number(t.Clause), t.Role, number(t.Head), decimal(t.Number), decimal(t.Upper), t.Unit, t.Bound)
}

// appendFields writes a line.
func appendFields(out []byte, fields ...string) []byte {
	for len(fields) > 1 && fields[len(fields)-1] == "" {
		fields = fields[:len(fields)-1]
	}
	out = append(out, '\n')
	for i, f := range fields {
		if i > 0 {
			out = append(out, '\t')
		}
		out = append(out, escaped(f)...)
	}
	return out
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func decimal(x float64) string {
	if x == 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

func flag(is bool) string {
	if is {
		return "1"
	}
	return ""
}

// escaped keeps the marks of the form, and what a database does not take, out
// of a field.
func escaped(field string) string {
	field = strings.ToValidUTF8(field, "\uFFFD")
	if !strings.ContainsAny(field, "\\\t\n\x00") {
		return field
	}
	return strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\x00", `\0`).Replace(field)
}

func unescaped(field string) string {
	if !strings.Contains(field, `\`) {
		return field
	}
	return strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\0`, "\x00").Replace(field)
}

// Scan takes what was stored.
func (b *claimBody) Scan(stored any) error {
	var text string
	switch s := stored.(type) {
	case string:
		text = s
	case []byte:
		text = string(s)
	default:
		return fmt.Errorf("cannot read %T as a claim", stored)
	}
	line, rest, _ := strings.Cut(text, "\n")
	type head claimBody
	if err := json.Unmarshal([]byte(line), (*head)(b)); err != nil {
		return err
	}
	b.Terms = make([]claims.Term, 0, strings.Count(rest, "\n"+termLine)+1)
	b.Keys = make([]claims.Key, 0, strings.Count(rest, "\n"+keyLine)+1)
	for line := range strings.SplitSeq(rest, "\n") {
		if err := b.add(line); err != nil {
			return err
		}
	}
	b.Terms, b.Keys = orNil(b.Terms), orNil(b.Keys)
	return nil
}

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// add reads a line.
func (b *claimBody) add(line string) error {
	f := fields{rest: line, more: true}
	switch f.text() {
	case termLine:
		b.Terms = append(b.Terms, claims.Term{
			Text: f.text(), Lemma: f.text(), Kind: claims.TermKind(f.text()), At: claims.Span{Start: f.number(), End: f.number()}, Context: f.flag(), Negated: f.flag(),
			Clause: f.number(), Role: f.text(), Head: f.number(), Number: f.decimal(), Upper: f.decimal(), Unit: f.text(), Bound: f.text(),
		})
	case keyLine:
		b.Keys = append(b.Keys, claims.Key{Text: f.text(), Weight: f.number()})
	}
	if f.err != nil {
		return fmt.Errorf("a line of a claim is damaged: %w", f.err)
	}
	return nil
}

// fields reads a line field by field; those left out are empty.
type fields struct {
	rest string
	more bool
	err  error
}

func (f *fields) text() string {
	if !f.more {
		return ""
	}
	var field string
	field, f.rest, f.more = strings.Cut(f.rest, "\t")
	return unescaped(field)
}

func (f *fields) number() int {
	text := f.text()
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		f.err = err
	}
	return n
}

func (f *fields) decimal() float64 {
	text := f.text()
	if text == "" {
		return 0
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		f.err = err
	}
	return x
}

func (f *fields) flag() bool { return f.text() != "" }
