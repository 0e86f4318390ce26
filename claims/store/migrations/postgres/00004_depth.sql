-- Comparison in depth. Beside this file stands the same for SQLite.

-- +goose Up

-- True: compared by its words alone so far, the comparison in depth is to come.
alter table conflicts add column shallow boolean not null default false;

-- How many pairs of an article are not yet compared in depth; no row for none.
create table waiting (
  article_id text collate "C" primary key not null references articles (id),
  pairs      bigint not null check (pairs > 0)
);

-- A new kind of job.
alter table jobs drop constraint jobs_kind_check,
  add constraint jobs_kind_check check (kind in ('collect', 'analyse', 'deepen'));

-- +goose Down
delete from jobs where kind = 'deepen';
alter table jobs drop constraint jobs_kind_check,
  add constraint jobs_kind_check check (kind in ('collect', 'analyse'));
drop table waiting;
alter table conflicts drop column shallow;
