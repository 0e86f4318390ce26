package report

import (
	"net/url"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

func TestDeepLink(t *testing.T) {
	const page = "https://x.example/news"
	tests := []struct{ name, address, words, want string }{
		{"short words", page, "it did not fall", page + "#:~:text=it%20did%20not%20fall"},
		{"what means something in a directive", page, "well-known, & so on", page + "#:~:text=well%2Dknown%2C%20%26%20so%20on"},
		{"long words", page, "one two three four five six seven eight nine ten eleven", page + "#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"},
		{"line ends and tabs", page, "it\r\n\tfell", page + "#:~:text=it%20fell"},
		{"arabic", page, "لم", page + "#:~:text=%D9%84%D9%85"},
		{"a fragment is kept", page + "#top", "it fell", page + "#top:~:text=it%20fell"},
		{"a directive is replaced", page + "#top:~:text=old", "it fell", page + "#top:~:text=it%20fell"},
		{"a directive alone is replaced", page + "#:~:text=old", "it fell", page + "#:~:text=it%20fell"},
		{"no address", "", "it fell", ""},
		{"another scheme", "javascript:alert(1)", "it fell", ""},
		{"a password", "https://a:b@x.example/", "it fell", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "He said " + tt.words + "."
			i := strings.Index(text, tt.words)
			side := claims.Side{Article: claims.Article{URL: tt.address, Text: text}, Statement: claims.Statement{Content: []claims.Span{{Start: i, End: i + len(tt.words)}}}}
			got := deepLink(side)
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if _, err := url.Parse(got); err != nil {
				t.Error(err)
			}
		})
	}
}
