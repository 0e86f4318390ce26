package report

import "io"

func writeHTML(w io.Writer, r Report) error {
	_, err := io.WriteString(w, "<!doctype html>\n")
	return err
}
