// Package worker does the jobs of an archive once, retries them, and says how
// far they are; and it holds the one place where the order of the stages is
// written, line.go. In come articles and links, out go the results of a run,
// stored in one transaction. Pairs that an analysis leaves for a comparison in
// depth are a job of their own, done after all others. The command line runs the stages through the
// same [Line], in memory.
package worker
