// Package sample holds the articles of the first start: the one that the
// project was started from, and two on one invented event by two invented
// outlets that contradict each other. Out come files and what is known about
// them, ready to be read like any other article.
package sample

import (
	"embed"
	"fmt"

	"github.com/counterclaim/counterclaim/claims"
)

//go:embed *.txt
var files embed.FS

// Item is one article of the sample: the name and bytes of a file, and what
// its publisher says about it.
type Item struct {
	Name string
	Data []byte
	Head claims.ArticleHead
}

// Items gives the articles of the sample, oldest first.
func Items() ([]Item, error) {
	items := []Item{
		{Name: "coalition.txt", Head: claims.ArticleHead{
			Title:     "Kerry: coalition will fight Islamic State group for as long as it takes",
			Publisher: "FRANCE 24", Date: "2014-12-03", Language: "en"}},
		{Name: "terminal-courier.txt", Head: claims.ArticleHead{
			Title:     "Fire guts grain terminal in Halvern harbour",
			Publisher: "Halvern Courier", Author: "Mia Torvald", Date: "2027-05-12", Language: "en",
			URL: "https://courier.example/2027/05/12/terminal-fire"}},
		{Name: "terminal-observer.txt", Head: claims.ArticleHead{
			Title:     "Dockers say no alarm sounded as Halvern terminal burned",
			Publisher: "The Northern Observer", Date: "2027-05-13", Language: "en",
			URL: "https://observer.example/news/halvern-terminal"}},
	}
	for i := range items {
		data, err := files.ReadFile(items[i].Name)
		if err != nil {
			return nil, fmt.Errorf("reading the sample: %w", err)
		}
		items[i].Data = data
	}
	return items, nil
}
