package worker

import (
	"context"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// Asker words disputes that people put together or take apart.
type Asker struct {
	Archive interface {
		// ClaimsOf gives the claims of the statements; those without one are left out.
		ClaimsOf(ctx context.Context, ids []claims.StatementID) ([]claims.Claim, error)
	}
}

// Ask gives the question that the conflicts are about, and who stands where.
func (a Asker) Ask(ctx context.Context, conflicts []claims.Conflict) (asked claims.Dispute, err error) {
	sides := map[claims.StatementID]bool{}
	for _, c := range conflicts {
		sides[c.A.Statement], sides[c.B.Statement] = true, true
	}
	found, err := a.Archive.ClaimsOf(ctx, keys(sides))
	if err != nil {
		return asked, err
	}
	claimOf := make(map[claims.StatementID]claims.Claim, len(found))
	for _, c := range found {
		claimOf[c.Statement] = c
	}
	err = safely(func() error {
		asked = relate.Ask(conflicts, claimOf)
		return nil
	})
	return asked, err
}
