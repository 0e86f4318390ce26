package api

import (
	"context"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// Archive is what the API needs of the store, resource by resource. Methods
// that change something take the [claims.Act] that history will show, and the
// version the caller has seen where there is something to overwrite: another
// version gives an error of kind Stale, a missing thing one of kind NotFound.
type Archive interface {
	Articles
	Statements
	Conflicts
	Disputes
	Annotations
	Jobs
	People
	// Ping says whether the database answers.
	Ping(ctx context.Context) error
}

// Articles keeps articles and their snapshots.
type Articles interface {
	// AddArticle stores an article with its snapshot, and in the same
	// transaction the job that will analyse it. The same bytes from the same
	// address and outlet a second time give an error of kind Exists whose Ref
	// is the id of the article that is there.
	AddArticle(ctx context.Context, act claims.Act, a claims.Article) (claims.Article, claims.Job, error)
	// AddLink stores a job that will fetch the address and analyse what it finds.
	AddLink(ctx context.Context, act claims.Act, address string, head claims.ArticleHead) (claims.Job, error)
	Article(ctx context.Context, id claims.ArticleID) (claims.Article, error)
	ListArticles(ctx context.Context, q claims.Query) (claims.Page[claims.ArticleSummary], error)
	// UpdateArticle changes what is known about an article. A changed date
	// also queues a new analysis, as the times spoken about hang on it.
	UpdateArticle(ctx context.Context, act claims.Act, id claims.ArticleID, version int64, p claims.ArticlePatch) (claims.Article, error)
	// Snapshot gives the bytes as received.
	Snapshot(ctx context.Context, id claims.ArticleID) (claims.Snapshot, error)
	// Coverage sums up what was compared over all articles.
	Coverage(ctx context.Context) (claims.Coverage, error)
}

// Statements gives what was found in articles, and who said it.
type Statements interface {
	ListStatements(ctx context.Context, q claims.StatementQuery) (claims.Page[claims.Side], error)
	Statement(ctx context.Context, id claims.StatementID) (claims.Side, error)
	ListSpeakers(ctx context.Context, q claims.SpeakerQuery) (claims.Page[claims.SpeakerEntry], error)
	// Speaker gives one speaker, and those who may be the same one.
	Speaker(ctx context.Context, id claims.SpeakerID) (claims.SpeakerEntry, []claims.SpeakerSuggestion, error)
}

// Conflicts keeps possible conflicts and their reviews.
type Conflicts interface {
	ListConflicts(ctx context.Context, q claims.ConflictQuery) (claims.Page[claims.ConflictDetail], error)
	CountConflicts(ctx context.Context, q claims.ConflictQuery) (int, error)
	Conflict(ctx context.Context, id claims.ConflictID) (claims.ConflictDetail, error)
	// JoinByHand stores a conflict of origin person, with what the engine said
	// when asked; Exists with Ref when the two are joined already. A dispute
	// that begins with it asks the question.
	JoinByHand(ctx context.Context, act claims.Act, a, b claims.StatementID, said claims.Comparison, note, question string) (claims.ConflictDetail, error)
	// CreateReview, UpdateReview and DeleteReview also settle the state of the
	// conflict. Delete is the undo of a judgement; history keeps it.
	CreateReview(ctx context.Context, act claims.Act, r claims.Review) (claims.Review, error)
	UpdateReview(ctx context.Context, act claims.Act, r claims.Review, version int64) (claims.Review, error)
	DeleteReview(ctx context.Context, act claims.Act, id claims.ConflictID, version int64) error
}

// Disputes gives conflicts grouped by question.
type Disputes interface {
	ListDisputes(ctx context.Context, q claims.Query) (claims.Page[claims.DisputeDetail], error)
	// DisputeDetails gives the named disputes, or all for none named.
	DisputeDetails(ctx context.Context, ids []claims.DisputeID) ([]claims.DisputeDetail, error)
	// MergeDisputes moves all conflicts of one dispute into another; asked is
	// how the whole is worded. No run parts them again.
	MergeDisputes(ctx context.Context, act claims.Act, into, from claims.DisputeID, asked claims.Dispute) (claims.DisputeDetail, error)
	// SplitDispute moves some conflicts of a dispute into a new one and gives
	// that; left and parted are how the two are worded. No run brings them
	// together again.
	SplitDispute(ctx context.Context, act claims.Act, id claims.DisputeID, moved []claims.ConflictID, left, parted claims.Dispute) (claims.DisputeDetail, error)
}

// Annotations keeps annotations.
type Annotations interface {
	// CreateAnnotation stores an annotation. Where its target names words, the
	// quotation around them is filled in; one that was given and differs gives
	// an error of kind Invalid with the code "quote-mismatch".
	CreateAnnotation(ctx context.Context, act claims.Act, a claims.Annotation) (claims.Annotation, error)
	Annotation(ctx context.Context, id claims.AnnotationID) (claims.Annotation, error)
	ListAnnotations(ctx context.Context, q claims.AnnotationQuery) (claims.Page[claims.Annotation], error)
	UpdateAnnotation(ctx context.Context, act claims.Act, id claims.AnnotationID, version int64, body string) (claims.Annotation, error)
	DeleteAnnotation(ctx context.Context, act claims.Act, id claims.AnnotationID, version int64) error
}

// Jobs shows work in progress.
type Jobs interface {
	Job(ctx context.Context, id claims.JobID) (claims.Job, error)
	ListJobs(ctx context.Context, q claims.Query) (claims.Page[claims.Job], error)
	// RetryJob queues a failed job again.
	RetryJob(ctx context.Context, act claims.Act, id claims.JobID) (claims.Job, error)
}

// People keeps users, what they sign in with, and their tokens. Secrets come
// in as hashes only.
type People interface {
	User(ctx context.Context, id claims.UserID) (claims.User, error)
	// UseSignIn spends a sign-in link: a second use, or a use after it expired,
	// gives Unauthenticated.
	UseSignIn(ctx context.Context, hash string, now time.Time) (claims.User, error)
	CreateSession(ctx context.Context, user claims.UserID, hash string, now, expires time.Time) error
	SessionUser(ctx context.Context, hash string, now time.Time) (claims.User, error)
	DeleteSession(ctx context.Context, hash string) error
	CreateToken(ctx context.Context, act claims.Act, t claims.Token, hash string) (claims.Token, error)
	TokenUser(ctx context.Context, hash string, now time.Time) (claims.User, error)
	ListTokens(ctx context.Context, user claims.UserID) ([]claims.Token, error)
	DeleteToken(ctx context.Context, act claims.Act, id string) error
}

// Reader turns bytes from outside into an article, without storing anything.
type Reader interface {
	// Read reads one file or pasted text. The name tells the format by its
	// ending ("" for pasted text).
	Read(ctx context.Context, name, mediaType string, data []byte, head claims.ArticleHead, now time.Time) (claims.Article, error)
	// CheckLink refuses an address that will certainly not be fetched, such as
	// one that names a host inside the network. It does not connect.
	CheckLink(address string) error
}

// Asker words disputes that people put together or take apart.
type Asker interface {
	Ask(ctx context.Context, conflicts []claims.Conflict) (claims.Dispute, error)
}

// Comparer compares any two statements of the archive.
type Comparer interface {
	Compare(ctx context.Context, a, b claims.StatementID) (claims.Comparison, error)
}
