package relate

import (
	"fmt"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/google/go-cmp/cmp"
)

const wire = "the two lifeboats of the ferry were launched within ten minutes of the first alarm on Monday night"

// inArticle gives a claim of an article of its own.
func inArticle(article, speaker, text string) claims.Claim {
	c := ProposeText(Bare{ID: "s of " + article, Text: text, Speaker: speaker})
	c.Article, c.Speaker.Kind = claims.ArticleID(article), claims.Person
	return c
}

func TestFindCopies(t *testing.T) {
	first := inArticle("a", "Ida Brannock", wire)
	tests := []struct {
		name  string
		other claims.Claim
		want  bool
	}{
		{"word for word", inArticle("b", "Ida Brannock", wire), true},
		{"other marks and letters", inArticle("b", "ida brannock", "“The two lifeboats of the ferry” were launched within ten minutes of the first alarm on Monday night."), true},
		{"a word changed", inArticle("b", "Brannock", "the two lifeboats of the ferry were launched within ten minutes of the first alarm late on Monday night"), true},
		{"nobody named", inArticle("b", "", wire), true},
		{"another speaker", inArticle("b", "Jon Falk", wire), false},
		{"another figure", inArticle("b", "Ida Brannock", "the two lifeboats of the ferry were launched within forty minutes of the first alarm on Monday night"), false},
		{"denied", inArticle("b", "Ida Brannock", "the two lifeboats of the ferry were not launched within ten minutes of the first alarm on Monday night"), false},
		{"the same article", inArticle("a", "Ida Brannock", wire), false},
		{"in other words", inArticle("b", "Ida Brannock", "the crew put both boats to sea before ten minutes had gone by on Monday night"), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.other.Statement = "other"
			copies := FindCopies([]claims.Claim{first, test.other})
			if got := len(copies.Others(refOf(first))) == 1; got != test.want {
				t.Errorf("copies %v, want %v", got, test.want)
			}
		})
	}
	if short := inArticle("b", "Ida Brannock", "it was safe"); newPassage(&short) != nil {
		t.Error("a few words that anybody says count as copied")
	}
}

// One conflict stays of those between the same passages, whatever the order,
// and the one that is stored already if there is one.
func TestFold(t *testing.T) {
	var says, denies []claims.Claim
	for i := range 3 {
		c := inArticle(fmt.Sprint("a", i), "Ida Brannock", wire)
		c.SaidAt = fmt.Sprintf("2030-05-0%d", 5-i)
		says = append(says, c)
	}
	for i := range 2 {
		denies = append(denies, inArticle(fmt.Sprint("b", i), "Jon Falk", "neither of the lifeboats was launched before the ferry went down on Monday night"))
	}
	var all []claims.Conflict
	for _, a := range says {
		for _, b := range denies {
			all = append(all, claims.Conflict{A: refOf(a), B: refOf(b), Score: 0.8})
		}
	}
	copies := FindCopies(append(says, denies...))
	want := []claims.Conflict{{A: refOf(says[2]), B: refOf(denies[0]), Score: 0.8}}
	if diff := cmp.Diff(want, copies.Fold(all, nil, nil)); diff != "" {
		t.Error(diff)
	}
	reversed := append([]claims.Conflict{}, all...)
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	if diff := cmp.Diff(want, copies.Fold(reversed, nil, nil)); diff != "" {
		t.Error("in another order:", diff)
	}
	stored := []claims.Conflict{all[0]}
	if got := copies.Fold(all[1:], stored, nil); len(got) != 0 {
		t.Errorf("%d conflicts beside the one that is stored", len(got))
	}
	if got := copies.Fold(all[:1], stored, nil); len(got) != 1 {
		t.Error("the stored one is left out when it is found again")
	}
	earlier := []claims.Pair{{A: all[3].B.Statement, B: all[3].A.Statement}}
	if diff := cmp.Diff(all[3:4], copies.Fold(all, nil, earlier)); diff != "" {
		t.Error("where an earlier run kept another one:", diff)
	}
	if want := []claims.Ref{refOf(says[1]), refOf(says[0])}; !cmp.Equal(want, copies.Others(refOf(says[2]))) {
		t.Errorf("also in %v", copies.Others(refOf(says[2])))
	}
}

// The time grows with the number of claims, not with its square: many copies of
// one passage and many unlike ones.
func BenchmarkFindCopies(b *testing.B) {
	var all []claims.Claim
	for i := range 4000 {
		text := wire
		if i%2 == 0 {
			text = fmt.Sprintf("in district %d the %d tanks of the army crossed the river before dawn on day %d", i, i*7, i*3)
		}
		c := claims.Claim{Article: claims.ArticleID(fmt.Sprint("a", i)), Statement: "s", Text: text}
		all = append(all, c)
	}
	b.ResetTimer()
	for range b.N {
		FindCopies(all)
	}
}
