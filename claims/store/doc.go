// Package store keeps everything of an archive and finds it again: articles
// with their snapshots, statements, claims, conflicts, disputes, reviews,
// annotations, jobs, users and history. Values of package claims go in and
// come out; rows, SQL and byte offsets stay inside. It behaves alike on SQLite
// and on PostgreSQL, which package storetest proves for both.
//
// What it promises:
//
//   - What was acknowledged is on disk: a crash or a power cut loses nothing.
//   - Every human act writes its row of history in its own transaction, and
//     every job's results one row; history can only grow.
//   - Nothing is overwritten unseen: who changes a thing names the version he
//     has seen.
//   - A new run of the engine never changes what people did; see
//     [Store.SaveAnalysis].
//   - Every wait has a limit, and every error a person may see is a
//     [claims.Error].
package store
