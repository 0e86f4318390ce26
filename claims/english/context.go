package english

// settle changes the tag of an ambiguous word by what stands around it. It
// looks at tags already settled to the left, and at first tags to the right.
func (d *Document) settle(i int) {
	t := &d.Tokens[i]
	switch t.Lower {
	case "to":
		t.Tag = d.tagOfTo(i)
	case "that":
		t.Tag = d.tagOfThat(i)
	case "her":
		t.Tag = d.possessiveOr(i, Pron)
	case "'s":
		t.Tag = d.tagOfS(i)
	case "'", "’":
		t.Tag = d.tagOfApostrophe(i)
	case "this", "these", "those":
		if next := d.at(i+1, i); next.Tag == Aux || next.Tag == Punct {
			t.Tag = Pron
		}
	case "al":
		if d.at(i+1, i).Text == "-" && d.touches(i+1) {
			t.Tag = NameTag
		}
	case "have", "has", "had", "having", "do", "does", "did":
		t.Tag = d.auxOrVerb(i)
	default:
		d.settleOpen(i)
	}
}

// at gives the token at an index of the same sentence as i, or an empty one.
func (d *Document) at(index, i int) Token {
	if index < 0 || index >= len(d.Tokens) || d.Tokens[index].Sentence != d.Tokens[i].Sentence {
		return Token{}
	}
	return d.Tokens[index]
}

// before gives the nearest token before i that is no adverb or negation,
// looking back a few places.
func (d *Document) before(i int) Token {
	for k := i - 1; k > i-5; k-- {
		t := d.at(k, i)
		if t.Tag != Adv && !(t.Tag == Part && t.Negation) && t.Lower != "n't" && t.Lower != "not" {
			return t
		}
	}
	return Token{}
}

func (d *Document) tagOfTo(i int) Tag {
	if d.at(i-1, i).Lower == "according" {
		return Prep
	}
	next := d.at(i+1, i)
	if next.Tag == Adv {
		next = d.at(i+2, i)
	}
	if f, verb := verbForms[next.Lower]; verb && f.kind&baseForm != 0 && next.Tag != NameTag || next.Lower == "be" || next.Lower == "have" || next.Lower == "do" {
		return Part
	}
	return Prep
}

// tagOfThat tells "said that he" from "that man" and from "that is".
func (d *Document) tagOfThat(i int) Tag {
	next, prev := d.at(i+1, i), d.at(i-1, i)
	switch {
	case next.Tag == Noun && prev.Tag != Noun && prev.Tag != Verb:
		return Det
	case (next.Tag == Aux || next.Lower == "'s") && prev.Tag != Noun && prev.Tag != NameTag && prev.Tag != Verb:
		return Pron
	case next.Tag == Punct && prev.Tag == Prep:
		return Pron
	}
	return Conj
}

func (d *Document) possessiveOr(i int, other Tag) Tag {
	switch d.at(i+1, i).Tag {
	case Noun, Adj, Number, NameTag:
		return Det
	}
	return other
}

// tagOfS tells the possessive from "is" and "has".
func (d *Document) tagOfS(i int) Tag {
	prev := d.at(i-1, i)
	next := d.at(i+1, i)
	if prev.Tag == Pron || prev.Lower == "that" || prev.Lower == "there" || prev.Lower == "here" || prev.Lower == "what" || prev.Lower == "where" {
		return Aux
	}
	if next.Tag == Det || next.Lower == "not" || next.Lower == "been" {
		return Aux
	}
	return Part
}

// tagOfApostrophe tells the possessive of a plural from a quotation mark.
func (d *Document) tagOfApostrophe(i int) Tag {
	prev := d.at(i-1, i)
	if d.touches(i) && len(prev.Lower) > 1 && prev.Lower[len(prev.Lower)-1] == 's' && i+1 < len(d.Tokens) && !d.touches(i+1) {
		return Part
	}
	return Punct
}

// auxOrVerb tells "has launched" from "has a plan".
func (d *Document) auxOrVerb(i int) Tag {
	for k := i + 1; k < i+5; k++ {
		next := d.at(k, i)
		f, verb := verbForms[next.Lower]
		switch {
		case next.Tag == Adv || next.Negation || next.Tag == Pron && k == i+1:
		case next.Tag == Aux || verb && (f.kind&participleForm != 0 || f.kind&baseForm != 0) && next.Tag != NameTag:
			return Aux
		case next.Tag == Part && next.Lower == "to":
			return Aux
		case next.Tag == Verb:
			return Aux
		default:
			return Verb
		}
	}
	return Verb
}

// settleOpen decides between noun, verb and adjective.
func (d *Document) settleOpen(i int) {
	t := &d.Tokens[i]
	f, verb := verbForms[t.Lower]
	if !verb || t.Tag == NameTag || t.Tag == Adv || closed[t.Lower] != "" {
		return
	}
	prev := d.before(i)
	switch {
	case d.wantsVerb(prev, f, i):
		t.Tag = Verb
	case f.kind&participleForm != 0 && prev.Tag == Aux:
		t.Tag = Verb
	case f.kind&(participleForm|ingForm) != 0 && f.kind&baseForm == 0:
		t.Tag = d.participle(i, prev, f)
	case t.Tag == Adj:
		return
	case prev.Tag == Det || prev.Tag == Adj || prev.Tag == Number || prev.Tag == Prep || prev.Tag == Part && prev.Lower != "to":
		t.Tag = Noun
	case f.noun:
		t.Tag = d.nounOrVerb(i, prev, f)
	default:
		t.Tag = Verb
	}
}

// wantsVerb says whether the word before leaves only a verb.
func (d *Document) wantsVerb(prev Token, f form, i int) bool {
	switch {
	case prev.Tag == Part && prev.Lower == "to":
		return f.kind&baseForm != 0
	case prev.Tag == Aux && (auxLemmas[prev.Lower] != "be" && auxLemmas[prev.Lower] != "have" && prev.Lower != "be" && prev.Lower != "have"):
		return f.kind&baseForm != 0
	case subjectPronouns[prev.Lower]:
		return f.kind != ingForm
	}
	return false
}

// participle tells "the wounded man" and "a building" from the verb.
func (d *Document) participle(i int, prev Token, f form) Tag {
	next := d.at(i+1, i)
	if prev.Tag == Det || prev.Tag == Part && prev.Lower != "to" || prev.Tag == Number || prev.Tag == Adj && f.kind == ingForm {
		if next.Tag == Noun || next.Tag == Adj || next.Tag == NameTag {
			return Adj
		}
		if f.kind == ingForm {
			return Noun
		}
	}
	return Verb
}

// nounOrVerb decides about a word that is as often the one as the other, with
// nothing telling before it.
func (d *Document) nounOrVerb(i int, prev Token, f form) Tag {
	next := d.at(i+1, i)
	object := next.Tag == Det || next.Tag == Pron || next.Tag == Adv || next.Tag == Part && next.Lower == "to" ||
		next.Lower == "that" || next.Lower == "on" && f.kind&baseForm == 0
	singular := prev.Tag == NameTag || prev.Tag == Noun && (prev.Lower == "" || prev.Lower[len(prev.Lower)-1] != 's')
	switch {
	case f.kind&thirdForm != 0 && f.kind&baseForm == 0 && singular && object:
		return Verb
	case f.kind&baseForm != 0 && f.kind&thirdForm == 0 && prev.Tag == Noun && !singular && object:
		return Verb
	case f.kind&pastForm != 0 && f.kind&baseForm == 0:
		return Verb
	case f.kind&pastForm != 0 && (singular || prev.Text == ",") && object: // "Olin, 27, hit back"
		return Verb
	}
	return Noun
}
