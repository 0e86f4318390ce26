-- Wire copy, and disputes that people put together or took apart. Beside this
-- file stands the same for PostgreSQL.

-- +goose Up

-- Two statements of different articles that are one passage: low and high are
-- the two ids in order. Rows come and go with the runs over either article.
create table copies (
  low  text not null references statements (id),
  high text not null references statements (id),
  primary key (low, high),
  check (low < high)
) strict, without rowid;
create index copies_high on copies (high);

-- 1: a person put the conflict into the dispute it is in, and no run takes it
-- out.
alter table conflicts add column placed integer not null default 0;

-- +goose Down
alter table conflicts drop column placed;
drop table copies;
