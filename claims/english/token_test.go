package english_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"clitics", "They didn't say it's Kerry's, cannot they’ve", "They|did|n't|say|it|'s|Kerry|'s|,|can|not|they|’ve"},
		{"initials", "J. Smith left the U.S. at 5 p.m. sharp.", "J.|Smith|left|the|U.S.|at|5|p.m.|sharp|."},
		{"numbers", "1,000 of 3.5m at 10:30, 14,", "1,000|of|3.5|m|at|10:30|,|14|,"},
		{"hyphens", "the US-led coalition – al-Abadi", "the|US|-|led|coalition|–|al|-|Abadi"},
		{"addresses", "see https://example.com/a?b=1. Or mail a.b@example.com!", "see|https://example.com/a?b=1|.|Or|mail|a.b@example.com|!"},
		{"no space after the stop", "It ended.The rest", "It|ended|.|The|rest"},
		{"ellipsis", "Well... yes…", "Well|...|yes|…"},
		{"clipped words", "the '90s and 'em", "the|'90s|and|'em"},
		{"handles", "@harbour #bridge_now", "@harbour|#bridge_now"},
		{"number with a unit", "£1.2bn for 5km by 10pm, 3.5pc of 12hrs.", "£|1.2|bn|for|5|km|by|10|pm|,|3.5|pc|of|12|hrs|."},
		{"number with other letters", "the 4th G20 4x4 1970s 70's", "the|4th|G20|4x4|1970s|70's"},
		{"dates and telephones in digits", "on 08/12/2014, 9/11, 2014-12-08 call 800-273-8255, won 3-1", "on|08/12/2014|,|9/11|,|2014-12-08|call|800-273-8255|,|won|3|-|1"},
		{"prefixes", "a non-profit co-founder's mid-2015 Anti-War well-known ex-", "a|non-profit|co-founder|'s|mid-2015|Anti-War|well|-|known|ex|-"},
		{"words run together", "I'm gonna wanna", "I|'m|gon|na|wan|na"},
		{"abbreviations", "Dr. Lee, Ph.D., of Smith Inc., No. 3, p. 5, et al. said no. It", "Dr.|Lee|,|Ph.D.|,|of|Smith|Inc.|,|No.|3|,|p.|5|,|et|al.|said|no|.|It"},
		{"small words that could be abbreviations", "She is ill. He sat. The art. We sun.", "She|is|ill|.|He|sat|.|The|art|.|We|sun|."},
		{"two apostrophes", "''We go,'' he said", "''|We|go|,|''|he|said"},
		{"opening mark for an apostrophe", "the ‘90s rock ‘n’ roll of ‘em", "the|‘90s|rock|‘n’|roll|of|‘em"},
		{"mail address", "Write to Ada.Olin-Dahl@example.co.uk. Now", "Write|to|Ada.Olin-Dahl@example.co.uk|.|Now"},
		{"number sign", "#1 of #metoo", "#|1|of|#metoo"},
		{"soft hyphen", "the govern\u00adment", "the|govern\u00adment"},
		{"direction marks", "a\u202e b\u200fc", "a|b|c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, tok := range english.Analyse(c.text).Tokens {
				got = append(got, tok.Text)
			}
			if diff := cmp.Diff(strings.Split(c.want, "|"), got); diff != "" {
				t.Errorf("tokens differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLowerLeavesOutSoftHyphens(t *testing.T) {
	if got := english.Analyse("Don’t Govern\u00adment").Tokens; got[1].Lower != "n't" || got[2].Lower != "government" {
		t.Errorf("small letters are %q and %q", got[1].Lower, got[2].Lower)
	}
}
