// Command counterclaim reads news articles, finds who said what, puts the
// statements that contradict each other side by side with the reasons, and
// serves the desk where people judge them. Each file holds one subcommand:
// flags and wiring; the work is done elsewhere.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// version is set by the linker.
var version = "dev"

// The exit codes: done, failed, wrong usage.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// run carries out one command line and gives its exit code.
func run(ctx context.Context, args []string, io streams) int {
	root, started := rootCommand(io)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	if errors.Is(err, errReported) {
		return exitFailed
	}
	fmt.Fprintf(io.err, "counterclaim: %v\n", err)
	var usage usageError
	if !*started || errors.As(err, &usage) {
		fmt.Fprintln(io.err, "Run `counterclaim help` for the commands and their flags.")
		return exitUsage
	}
	return exitFailed
}

// errReported is returned by a command that has already said what failed.
var errReported = errors.New("failed, as reported")

// usageError is an error in how a command was called.
type usageError struct{ error }

func wrongUsage(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// rootCommand builds the command line. The flag it also gives is set once
// arguments and flags are in order and a command has begun.
func rootCommand(io streams) (*cobra.Command, *bool) {
	var started bool
	root := &cobra.Command{
		Use:               "counterclaim",
		Short:             "Finds who said what in news articles, and what contradicts it",
		Version:           version,
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		PersistentPreRun:  func(*cobra.Command, []string) { started = true },
		Args:              cobra.NoArgs,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetIn(io.in)
	root.SetOut(io.out)
	root.SetErr(io.err)
	root.AddCommand(
		collectCommand(io), extractCommand(io), relateCommand(io),
		importCommand(io), serveCommand(io), reportCommand(io), tokenCommand(io), openapiCommand(io),
	)
	return root, &started
}

// explain says a problem with one of several inputs on standard error.
func explain(io streams, err error) {
	fmt.Fprintf(io.err, "counterclaim: %v\n", err)
}
