package main

import (
	"encoding/json"
	"io"
	"os"
)

// streams are where a command reads and writes: results go to out, messages
// to err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// terminal says whether messages go to a person at a terminal, who gets
// colour and a progress bar.
func (s streams) terminal() bool {
	file, ok := s.err.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb" && os.Getenv("NO_COLOR") == ""
}

// writeJSON prints a value as JSON, indented or on one line. Characters that
// HTML gives a meaning stay as they are: this is no page.
func (s streams) writeJSON(value any, indent bool) error {
	encoder := json.NewEncoder(s.out)
	encoder.SetEscapeHTML(false)
	if indent {
		encoder.SetIndent("", "  ")
	}
	return encoder.Encode(value)
}
