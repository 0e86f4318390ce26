-- Comparison in depth. Beside this file stands the same for PostgreSQL.

-- +goose Up

-- 1: compared by its words alone so far, the comparison in depth is to come.
alter table conflicts add column shallow integer not null default 0;

-- How many pairs of an article are not yet compared in depth; no row for none.
-- It is no column of articles, where it would stand after the text.
create table waiting (
  article_id text primary key not null references articles (id),
  pairs      integer not null check (pairs > 0)
) strict, without rowid;

-- A new kind of job. SQLite cannot change a check, so the table is made anew.
create table jobs_anew (
  id            text primary key not null,
  kind          text not null check (kind in ('collect', 'analyse', 'deepen')),
  state         text not null check (state in ('queued', 'running', 'done', 'failed')),
  article_id    text references articles (id),
  link          text not null,
  head          text not null,
  by_user       text not null,
  attempt       integer not null,
  attempt_limit integer not null,
  stage         text not null,
  done          integer not null,
  total         integer not null,
  problem       text,
  run_at        integer not null,
  lease_until   integer not null,
  created_at    integer not null,
  updated_at    integer not null
) strict;
insert into jobs_anew select * from jobs;
drop table jobs;
alter table jobs_anew rename to jobs;
create index jobs_due on jobs (run_at, id) where state = 'queued';
create index jobs_leased on jobs (lease_until) where state = 'running';
create index jobs_newest on jobs (created_at, id);
create index jobs_article on jobs (article_id);

-- +goose Down
create table jobs_anew (
  id            text primary key not null,
  kind          text not null check (kind in ('collect', 'analyse')),
  state         text not null check (state in ('queued', 'running', 'done', 'failed')),
  article_id    text references articles (id),
  link          text not null,
  head          text not null,
  by_user       text not null,
  attempt       integer not null,
  attempt_limit integer not null,
  stage         text not null,
  done          integer not null,
  total         integer not null,
  problem       text,
  run_at        integer not null,
  lease_until   integer not null,
  created_at    integer not null,
  updated_at    integer not null
) strict;
insert into jobs_anew select * from jobs where kind <> 'deepen';
drop table jobs;
alter table jobs_anew rename to jobs;
create index jobs_due on jobs (run_at, id) where state = 'queued';
create index jobs_leased on jobs (lease_until) where state = 'running';
create index jobs_newest on jobs (created_at, id);
create index jobs_article on jobs (article_id);
drop table waiting;
alter table conflicts drop column shallow;
