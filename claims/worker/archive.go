package worker

import (
	"context"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// Archive is what the worker needs of the store.
type Archive interface {
	// TakeJob gives the oldest job that is due and leases it until now+lease:
	// queued ones, and running ones whose lease has run out; comparisons in
	// depth after everything else. NotFound when there is none. Two workers
	// never get the same one.
	TakeJob(ctx context.Context, now time.Time, lease time.Duration) (claims.Job, error)
	// Progress stores stage, done and total of a job and renews its lease. It
	// fails with Stale when the lease was lost to another worker.
	Progress(ctx context.Context, j claims.Job, now time.Time, lease time.Duration) error
	// EndJob ends a job as done that has nothing left to do.
	EndJob(ctx context.Context, j claims.Job, now time.Time) error
	// FailJob ends this try. A zero retryAt ends the job for good.
	FailJob(ctx context.Context, j claims.Job, p claims.Problem, now, retryAt time.Time) error
	// SaveCollected stores the article that a link gave and ties it to the job.
	SaveCollected(ctx context.Context, j claims.Job, a claims.Article, now time.Time) (claims.Article, error)
	// SaveAnalysis stores all results of one run on one article and ends the
	// job, in one transaction. What people touched stays; see [claims.Analysis].
	// Where pairs wait for a comparison in depth, it queues the job for them.
	SaveAnalysis(ctx context.Context, j claims.Job, r claims.Analysis, now time.Time) error

	Article(ctx context.Context, id claims.ArticleID) (claims.Article, error)
	// StatementsOf gives all statements of an article, by start.
	StatementsOf(ctx context.Context, id claims.ArticleID) ([]claims.Statement, error)
	// Near gives for each of the claims the k nearest to it, best first; see
	// [claims.Key]. The claim itself is left out.
	Near(ctx context.Context, of []claims.Claim, k int) ([][]claims.Claim, error)
	// ClaimsOf gives the claims of the statements; those without one are left out.
	ClaimsOf(ctx context.Context, ids []claims.StatementID) ([]claims.Claim, error)
	// Neighbours gives all conflicts of the disputes that hold any of these
	// statements, apart from conflicts with a side in the given article that
	// nobody has touched: those are about to be replaced.
	Neighbours(ctx context.Context, article claims.ArticleID, statements []claims.StatementID) ([]claims.Conflict, error)
	// Paired gives the statements that conflicts of the article set against each
	// other, as the last run left them.
	Paired(ctx context.Context, article claims.ArticleID) ([]claims.Pair, error)
	// NewID makes an id that was never used.
	NewID() string
}
