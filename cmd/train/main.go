// Command train makes the models that are part of the program from labelled
// text. In come files named by flags; out come a model and what it gets right
// of text that it was not trained on. The same files and flags give the same
// model.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use:           "train",
		Short:         "Train the models that are part of Counterclaim",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(newTaggerCommand(), newParserCommand(), newLemmasCommand(), newLexiconCommand(), newWordnetCommand(), newExtractCommand(), newRelateCommand(), newJudgedCommand(), newStoriesCommand(), newRetrievalCommand())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}
