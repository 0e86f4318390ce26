package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
)

// treebankFiles are the files that a training reads and writes.
type treebankFiles struct {
	train, test []string
	out         string
}

func (f *treebankFiles) flags(command *cobra.Command) {
	command.Flags().StringSliceVar(&f.train, "train", nil, "treebanks to learn from (.conllu.gz)")
	command.Flags().StringSliceVar(&f.test, "test", nil, "treebanks to measure with (.conllu.gz)")
	command.Flags().StringVarP(&f.out, "out", "o", "", "file to write the model to; without it only the figures are printed")
	_ = command.MarkFlagRequired("train")
}

// testSets gives the sentences of each file to measure with, by its name.
func (f *treebankFiles) testSets() ([]testSet, error) {
	var sets []testSet
	for _, path := range f.test {
		trees, err := readTreebanks([]string{path})
		if err != nil {
			return nil, err
		}
		sets = append(sets, testSet{filepath.Base(path), trees})
	}
	return sets, nil
}

type testSet struct {
	name  string
	trees []sentence
}

func (f *treebankFiles) write(model []byte) error {
	if f.out == "" {
		return nil
	}
	return os.WriteFile(f.out, model, 0o644)
}

// perSecond gives how many words were gone through in a second since a time.
func perSecond(words int, since time.Time) string {
	return fmt.Sprintf("%.0f words a second", float64(words)/max(time.Since(since).Seconds(), 1e-9))
}

func percent(part, whole int) string {
	return fmt.Sprintf("%.2f", 100*float64(part)/float64(max(whole, 1)))
}
