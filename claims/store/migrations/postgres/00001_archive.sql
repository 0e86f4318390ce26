-- The archive on PostgreSQL. Beside this file stands the same schema for
-- SQLite; a change goes into a new file in both folders.
--
-- Times are microseconds since 1970 in UTC, 0 for none. Columns that hold JSON
-- say so. Offsets are bytes of an article's text and never leave the store as
-- they are. Columns named *_search hold lower-case copies for finding. Ids and
-- keys sort by their bytes (collate "C"), as they do on SQLite.

-- +goose Up

-- People, and what they sign in with. Secrets are here as hashes only.
create table users (
  id         text collate "C" primary key not null,
  name       text not null unique,
  role       text not null check (role in ('owner', 'reviewer')),
  created_at bigint not null
);

create table sign_ins (
  hash       text collate "C" primary key not null,
  user_id    text collate "C" not null references users (id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at    bigint not null
);

create table sessions (
  hash       text collate "C" primary key not null,
  user_id    text collate "C" not null references users (id),
  created_at bigint not null,
  expires_at bigint not null
);

create table tokens (
  id         text collate "C" primary key not null,
  hash       text collate "C" not null unique,
  name       text not null,
  user_id    text collate "C" not null references users (id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at    bigint not null
);
create index tokens_user on tokens (user_id, created_at);

-- What was received, stored once by content.
create table snapshots (
  sha256 text collate "C" primary key not null,
  size   bigint not null,
  bytes  bytea not null
);

-- given is a digest of the address and outlet under which an article came in:
-- the same bytes from there are the same article, even after somebody has
-- corrected url or publisher. text stands last, so that a list does not read
-- through it.
create table articles (
  id              text collate "C" primary key not null,
  version         bigint not null,
  created_at      bigint not null,
  title           text not null,
  author          text not null,
  publisher       text not null,
  url             text not null,
  date            text not null,
  language        text not null,
  state           text not null check (state in ('waiting', 'ready', 'failed')),
  problem         text not null,
  statements      bigint not null,
  compared        bigint not null,
  not_compared    bigint not null,
  snapshot        text collate "C" not null references snapshots (sha256),
  media_type      text not null,
  received_from   text not null,
  received_at     bigint not null,
  given           text not null,
  text            text not null
);
create unique index articles_given on articles (snapshot, given);
create index articles_newest on articles (created_at, id);

-- One pass of the engine; settings and models are JSON.
create table runs (
  id       text collate "C" primary key not null,
  engine   text not null,
  settings text not null,
  models   text not null,
  at       bigint not null
);

-- source, cue, content and commitment_words are JSON lists of [start, end] in
-- bytes; speaker_aliases and chain JSON lists of text. A retired statement is
-- one that a later run did not find again, and that people had touched.
create table statements (
  id               text collate "C" primary key not null,
  article_id       text collate "C" not null references articles (id),
  run_id           text collate "C" not null references runs (id),
  version          bigint not null,
  retired          boolean not null,
  start            bigint not null,
  type             text not null,
  source           text not null,
  cue              text not null,
  content          text not null,
  text             text not null,
  speaker_name     text not null,
  speaker_aliases  text not null,
  speaker_kind     text not null,
  speaker_role     text not null,
  cue_class        text not null,
  commitment       text not null,
  commitment_words text not null,
  said_at          text not null,
  about            text not null,
  chain            text not null,
  speaker_search   text not null,
  text_search      text not null
);
create index statements_order on statements (article_id, start, id);

-- What a statement puts forward; body is a line of JSON and one for each term and key.
create table claims (
  statement_id text collate "C" primary key not null references statements (id),
  article_id   text collate "C" not null references articles (id),
  run_id       text collate "C" not null references runs (id),
  body         text not null
);
create index claims_article on claims (article_id);

-- The index by which claims find one another: one row per key of a claim.
-- Rows are written and removed with the claim, whose body names its keys, so
-- that no second index on statement_id is needed.
create table claim_keys (
  key          text collate "C" not null,
  statement_id text collate "C" not null,
  weight       bigint not null,
  primary key (key, statement_id) include (weight)
);

-- positions is JSON: labels, and the statements under each.
create table disputes (
  id         text collate "C" primary key not null,
  version    bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  question   text not null,
  positions  text not null
);

-- Two statements that are, or may be, in conflict; at most one row for two
-- statements, whichever comes first: low and high are the two ids in order.
-- reasons and engine_now are JSON.
create table conflicts (
  id          text collate "C" primary key not null,
  version     bigint not null,
  created_at  bigint not null,
  updated_at  bigint not null,
  a_article   text collate "C" not null references articles (id),
  a_statement text collate "C" not null references statements (id),
  b_article   text collate "C" not null references articles (id),
  b_statement text collate "C" not null references statements (id),
  low         text collate "C" not null,
  high        text collate "C" not null,
  origin      text not null check (origin in ('software', 'person')),
  kind        text not null,
  score       double precision not null,
  reasons     text not null,
  note        text not null,
  dispute_id  text collate "C" references disputes (id),
  run_id      text collate "C" references runs (id),
  state       text not null check (state in ('open', 'judged', 'differing')),
  judgement   text not null,
  engine_now  text,
  unique (low, high),
  check (low < high)
);
create index conflicts_strongest on conflicts (score desc, id);
create index conflicts_dispute on conflicts (dispute_id, score desc, id);
create index conflicts_a_article on conflicts (a_article);
create index conflicts_b_article on conflicts (b_article);
create index conflicts_a_statement on conflicts (a_statement);
create index conflicts_b_statement on conflicts (b_statement);

create table reviews (
  conflict_id text collate "C" not null references conflicts (id),
  reviewer_id text collate "C" not null references users (id),
  judgement   text not null,
  sureness    text not null,
  note        text not null,
  version     bigint not null,
  created_at  bigint not null,
  updated_at  bigint not null,
  primary key (conflict_id, reviewer_id)
);
create index reviews_reviewer on reviews (reviewer_id, conflict_id);

-- Exactly one of the four targets is set; words_start and words_end are bytes.
create table annotations (
  id           text collate "C" primary key not null,
  version      bigint not null,
  created_at   bigint not null,
  updated_at   bigint not null,
  author_id    text collate "C" not null references users (id),
  motivation   text not null,
  body         text not null,
  article_id   text collate "C" references articles (id),
  statement_id text collate "C" references statements (id),
  conflict_id  text collate "C" references conflicts (id),
  dispute_id   text collate "C" references disputes (id),
  words_start  bigint,
  words_end    bigint,
  exact        text not null,
  prefix       text not null,
  suffix       text not null
);
create index annotations_oldest on annotations (created_at, id);
create index annotations_article on annotations (article_id);
create index annotations_statement on annotations (statement_id);
create index annotations_conflict on annotations (conflict_id);
create index annotations_dispute on annotations (dispute_id);

-- Work in progress; head and problem are JSON. attempt only ever grows and so
-- tells one holder of a job from the next; attempt_limit is where a job whose
-- holder vanished is given up.
create table jobs (
  id            text collate "C" primary key not null,
  kind          text not null check (kind in ('collect', 'analyse')),
  state         text not null check (state in ('queued', 'running', 'done', 'failed')),
  article_id    text collate "C" references articles (id),
  link          text not null,
  head          text not null,
  by_user       text not null,
  attempt       bigint not null,
  attempt_limit bigint not null,
  stage         text not null,
  done          bigint not null,
  total         bigint not null,
  problem       text,
  run_at        bigint not null,
  lease_until   bigint not null,
  created_at    bigint not null,
  updated_at    bigint not null
);
create index jobs_due on jobs (run_at, id) where state = 'queued';
create index jobs_leased on jobs (lease_until) where state = 'running';
create index jobs_newest on jobs (created_at, id);
create index jobs_article on jobs (article_id);

-- Who or what changed what, when and why. Rows are only ever added.
create table history (
  seq        bigint generated always as identity primary key,
  at         bigint not null,
  actor      text not null,
  run_id     text collate "C" not null,
  action     text not null,
  subject    text not null,
  subject_id text collate "C" not null,
  reason     text not null,
  before     text,
  after      text
);
create index history_subject on history (subject, subject_id, seq);

-- +goose StatementBegin
create function history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only';
end;
$$;
-- +goose StatementEnd
create trigger history_keeps_rows before update or delete on history
  for each row execute function history_is_append_only();
create trigger history_keeps_all before truncate on history
  for each statement execute function history_is_append_only();

-- Requests that asked to have one effect, with what came of them.
create table once (
  user_id text collate "C" not null,
  key     text collate "C" not null,
  digest  text not null,
  kind    text not null,
  id      text collate "C" not null,
  at      bigint not null,
  primary key (user_id, key)
);
create index once_at on once (at);

-- +goose Down
drop table once;
drop table history;
drop function history_is_append_only();
drop table jobs;
drop table annotations;
drop table reviews;
drop table conflicts;
drop table disputes;
drop table claim_keys;
drop table claims;
drop table statements;
drop table runs;
drop table articles;
drop table snapshots;
drop table tokens;
drop table sessions;
drop table sign_ins;
drop table users;
