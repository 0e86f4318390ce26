package english

// longestNickname is how many words stand in quotation marks within a name:
// "Dwayne “The Rock” Olin".
const longestNickname = 3

// isNickname says whether the tokens from one up to the other, quotation marks
// included, are a nickname and no quotation: words with capitals between two
// words of a name. A heading may write all words with capitals; there a first
// name must stand in front.
func (d *Document) isNickname(from, to int) bool {
	before, after := d.at(from-1, from), d.at(to, from)
	if to-from-2 > longestNickname || to-from < 3 || before.Tag != NameTag || after.Tag != NameTag || d.Tokens[to-1].Sentence != d.Tokens[from].Sentence {
		return false
	}
	if capitalTitles[before.Lower] || organisations[before.Text] || d.Sentences[before.Sentence].Heading && !isGivenName(before.Text) {
		return false
	}
	for _, t := range d.Tokens[from+1 : to-1] {
		if !startsUpper(t.Text) && t.Lower != "the" {
			return false
		}
	}
	return true
}

// takeNickname makes words of a name of a nickname and of its marks.
func (d *Document) takeNickname(from, to int) {
	for i := from; i < to; i++ {
		d.Tokens[i].Tag = NameTag
	}
}
