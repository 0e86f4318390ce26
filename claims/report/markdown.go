package report

import "io"

func writeMarkdown(w io.Writer, r Report) error {
	_, err := io.WriteString(w, "# Report\n")
	return err
}
