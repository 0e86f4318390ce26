package collect

import (
	"net/url"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"

	"github.com/counterclaim/counterclaim/claims"
)

// pageMeta is what a page says about itself in its head and in JSON-LD.
type pageMeta struct {
	head claims.ArticleHead
	body string // articleBody of JSON-LD
	base *url.URL
	// account is the outlet's name on a social network, "@" included.
	account string
}

// readMeta reads the properties that pages declare. base is the address the
// page came from, nil for a file.
func readMeta(doc *html.Node, base *url.URL) pageMeta {
	if base == nil {
		base = &url.URL{}
	}
	m := pageMeta{base: base}
	tags := map[string]string{}
	var ld linked
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			set(&m.head.Language, strings.TrimSpace(attr(n, "lang")))
		case atom.Meta:
			addTag(tags, n)
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				setTag(tags, "canonical", attr(n, "href"))
			}
		case atom.Time:
			if _, ok := attrOK(n, "pubdate"); ok || attr(n, "itemprop") == "datePublished" {
				setTag(tags, "time", attr(n, "datetime"))
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				ld.read(n.FirstChild.Data)
			}
		}
	}
	m.fill(tags, ld)
	return m
}

func addTag(tags map[string]string, n *html.Node) {
	for _, key := range []string{"property", "name", "itemprop"} {
		if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" {
			setTag(tags, k, attr(n, "content"))
		}
	}
}

// setTag keeps the first value of each tag.
func setTag(tags map[string]string, key, value string) {
	if _, ok := tags[key]; !ok && strings.TrimSpace(value) != "" {
		tags[key] = strings.TrimSpace(value)
	}
}

func attr(n *html.Node, key string) string {
	v, _ := attrOK(n, key)
	return v
}

func attrOK(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func (m *pageMeta) fill(tags map[string]string, ld linked) {
	set(&m.head.Language, ld.language)
	set(&m.head.Title, ld.headline)
	set(&m.head.Author, ld.author)
	set(&m.head.Publisher, tags["og:site_name"])
	set(&m.head.Publisher, ld.publisher)
	for _, k := range []string{"application-name", "dc.publisher", "dcterms.publisher", "publisher"} {
		if v := tags[k]; !strings.Contains(v, "/") && !strings.HasPrefix(v, "@") {
			set(&m.head.Publisher, v)
		}
	}
	m.body = ld.body
	for _, k := range []string{"twitter:site", "publisher", "article:publisher", "dc.publisher"} {
		if strings.HasPrefix(tags[k], "@") {
			set(&m.account, tags[k])
		}
	}
	dates := []string{ld.published}
	for _, k := range []string{
		"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
		"sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "date", "pubdate", "publish-date", "time",
	} {
		dates = append(dates, tags[k])
	}
	for _, d := range dates {
		if date, ok := parseTime(d); ok {
			set(&m.head.Date, date)
		}
	}
	m.head.URL = m.address(tags["canonical"], tags["og:url"], ld.address)
}

// address chooses the page's address: the first that it declares as its own
// and that is of the site it came from, as anybody can write any address into
// a page; else the one it came from.
func (m *pageMeta) address(declared ...string) string {
	for _, d := range declared {
		u, err := m.base.Parse(d)
		if d == "" || err != nil || claims.CheckURL("", u.String()) != nil {
			continue
		}
		if m.base.Host == "" || site(u) == site(m.base) {
			u.Fragment = ""
			return u.String()
		}
	}
	return m.base.String()
}

// site is the registered domain: "example.co.uk" for "www.example.co.uk".
func site(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	if s, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return s
	}
	return host
}

// complete fills what the page did not declare in so many words with what the
// extractor made out, and leaves out what is plainly no name.
func (m *pageMeta) complete(t trafilatura.Metadata) claims.ArticleHead {
	h := m.head
	set(&h.Title, t.Title)
	set(&h.Author, strings.ReplaceAll(t.Author, "; ", ", "))
	if !strings.Contains(t.Sitename, "/") && !strings.EqualFold("@"+t.Sitename, m.account) {
		set(&h.Publisher, t.Sitename)
	}
	if h.Date == "" && !t.Date.IsZero() {
		h.Date = t.Date.Format("2006-01-02")
	}
	h.Publisher = outlet(h.Publisher, h.Title, t.Hostname)
	h.Title = bareTitle(h.Title, h.Publisher)
	if strings.EqualFold(h.Author, h.Publisher) || noAuthors[strings.ToLower(h.Author)] {
		h.Author = ""
	}
	return h
}

// noAuthors are words that pages show where an author's name would stand.
var noAuthors = map[string]bool{
	"admin": true, "administrator": true, "article by": true, "author": true, "by": true, "editor": true, "guest": true,
	"no author": true, "news": true, "posted": true, "posted by": true, "staff": true, "staff reporter": true, "staff writer": true,
	"unknown": true, "user": true, "web desk": true, "webmaster": true,
}

// outlet leaves off a slogan after a bar, and gives nothing where the name is
// only an address, the host as the browser shows it, or the title again.
func outlet(name, title, host string) string {
	name, _, _ = strings.Cut(name, " | ")
	bare := strings.TrimPrefix(name, "www.")
	if name == title || bare == "" || strings.Contains(name, "://") || bare != name || strings.HasSuffix(host, bare) {
		return ""
	}
	return name
}

// bareTitle leaves off the outlet's name where the title ends in it.
func bareTitle(title, publisher string) string {
	rest, ok := strings.CutSuffix(title, publisher)
	if !ok || publisher == "" {
		return title
	}
	bare := strings.TrimRight(rest, " ")
	bare = strings.TrimRight(strings.TrimRight(bare, "-–—|·:"), " ")
	if bare == strings.TrimRight(rest, " ") || bare == "" {
		return title
	}
	return bare
}
