package english

type dateExpr struct{}

func (dateExpr) resolve(string) string { return "" }
func (d *Document) tagAll() {
	for i := range d.Tokens {
		d.Tokens[i].Lemma = d.Tokens[i].Lower
		d.Tokens[i].Tag = Noun
	}
}
func (d *Document) findQuotations() {}
func (d *Document) findNames()      {}
func (d *Document) findDates()      {}
func (d *Document) findQuantities() {}
