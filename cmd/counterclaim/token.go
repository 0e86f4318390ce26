package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/api/auth"
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

func tokenCommand(io streams) *cobra.Command {
	command := &cobra.Command{Use: "token", Short: "Make a token with which a program acts for a user"}
	command.AddCommand(tokenCreateCommand(io))
	return command
}

func tokenCreateCommand(io streams) *cobra.Command {
	var where place
	var user string
	var days int
	command := &cobra.Command{
		Use:   "create NAME",
		Short: "Make a token and print its secret, which is shown only this once",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if days < 0 {
				return wrongUsage("--expires takes a number of days, not %d", days)
			}
			ctx := c.Context()
			archive, err := where.open(ctx, logger(io, slog.LevelWarn))
			if err != nil {
				return err
			}
			defer archive.Close()
			keeper, err := owner(ctx, archive)
			if err != nil {
				return err
			}
			act := claims.Act{Actor: keeper.ID, At: time.Now(), Reason: "command line"}
			holder, err := holderOf(ctx, archive, act, user)
			if err != nil {
				return err
			}
			token := claims.Token{Name: args[0], User: holder.ID}
			if days > 0 {
				token.ExpiresAt = act.At.AddDate(0, 0, days)
			}
			secret, hash, err := auth.NewToken(rand.Reader)
			if err != nil {
				return err
			}
			if _, err := archive.CreateToken(ctx, act, token, hash); err != nil {
				return err
			}
			fmt.Fprintf(io.err, "Token %q acts for %s. Keep it like a password; it is not shown again.\n", args[0], holder.Name)
			fmt.Fprintln(io.out, secret)
			return nil
		},
	}
	where.flags(command)
	command.Flags().StringVar(&user, "user", "owner", "the user it acts for; a new name makes a reviewer")
	command.Flags().IntVar(&days, "expires", 0, "days until it ends; 0 means never")
	return command
}

// holderOf gives the user of a name with the role he has; a new name makes a
// reviewer.
func holderOf(ctx context.Context, archive *store.Store, act claims.Act, name string) (claims.User, error) {
	users, err := archive.Users(ctx)
	if err != nil {
		return claims.User{}, err
	}
	for _, u := range users {
		if u.Name == name {
			return u, nil
		}
	}
	return archive.EnsureUser(ctx, act, name, claims.Reviewer)
}
