package main

import (
	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims/relate"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

// judging is the flag that says whether claims are compared in depth.
type judging struct{ mode string }

func (j *judging) flag(command *cobra.Command) {
	command.Flags().StringVar(&j.mode, "judge", "on", "on: compare in depth too, by the judge, a neural network that knows meaning; off: by words alone, which is quicker and finds less")
}

// load gives the judge, or nil where it is off.
func (j judging) load() (relate.Judge, error) {
	if err := oneOf("--judge", j.mode, "on", "off"); err != nil {
		return nil, err
	}
	if j.mode == "off" {
		return nil, nil
	}
	model, err := judge.Embedded()
	if err != nil {
		return nil, err
	}
	return model, nil
}
