package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// goldFile is a file of labelled articles.
type goldFile struct {
	Articles []goldArticle
	Cross    struct{ Conflicts [][2]string }
}

type goldArticle struct {
	ID, Text, Date, Publisher string
	Statements                []struct {
		Key   string
		Spans [][2]int
	}
	Conflicts [][2]string
}

// pool is an archive to measure with.
type pool struct {
	claims    []claims.Claim
	byArticle map[claims.ArticleID][]claims.Claim
	order     []claims.ArticleID
	labelled  map[string][]claims.Ref // "article:key" → the statements found there
	gold      [][2]string
}

func (p *pool) readArticles(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var a goldArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return fmt.Errorf("%s, line %d is no article: %w", path, n, err)
		}
		p.add(a)
	}
	return lines.Err()
}

func (p *pool) readGold(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var g goldFile
	if err := json.Unmarshal(text, &g); err != nil {
		return fmt.Errorf("%s holds no labelled articles: %w", path, err)
	}
	for _, a := range g.Articles {
		p.add(a)
		for _, c := range a.Conflicts {
			p.gold = append(p.gold, [2]string{a.ID + ":" + c[0], a.ID + ":" + c[1]})
		}
	}
	p.gold = append(p.gold, g.Cross.Conflicts...)
	return nil
}

// add reads an article as the program does.
func (p *pool) add(g goldArticle) {
	a := claims.Article{ID: claims.ArticleID(g.ID), Text: g.Text, Date: g.Date, Publisher: g.Publisher}
	if a.ID == "" || p.byArticle[a.ID] != nil {
		a.ID = claims.ArticleID(fmt.Sprintf("%s#%d", g.ID, len(p.order)))
	}
	doc := english.Analyse(a.Text)
	points := claims.NewPoints(a.Text)
	var own []claims.Claim
	for _, s := range extract.Statements(doc, a, extract.Options{}) {
		if !s.CueClass.Compared() || s.Type == claims.Narration {
			continue
		}
		c := relate.Propose(doc, a, s)
		c.Statement = claims.StatementID(string(a.ID) + "/" + string(s.ID)) // told apart across the archive
		own = append(own, c)
		for _, l := range g.Statements {
			if meets(points, s.Content, l.Spans) {
				key := g.ID + ":" + l.Key
				p.labelled[key] = append(p.labelled[key], refOf(c))
			}
		}
	}
	p.claims, p.byArticle[a.ID], p.order = append(p.claims, own...), own, append(p.order, a.ID)
}

// meets says whether a content and a labelled one share at least half of the
// shorter.
func meets(points *claims.Points, content []claims.Span, label [][2]int) bool {
	common, own, other := 0, 0, 0
	for _, s := range content {
		own += s.Len()
		for _, l := range label {
			if o, err := points.Bytes(l); err == nil {
				common += max(0, min(s.End, o.End)-max(s.Start, o.Start))
			}
		}
	}
	for _, l := range label {
		if o, err := points.Bytes(l); err == nil {
			other += o.Len()
		}
	}
	return 2*common >= min(own, other) && common > 0
}
