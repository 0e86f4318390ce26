-- Wire copy, and disputes that people put together or took apart. Beside this
-- file stands the same for SQLite.

-- +goose Up

-- Two statements of different articles that are one passage: low and high are
-- the two ids in order. Rows come and go with the runs over either article.
create table copies (
  low  text collate "C" not null references statements (id),
  high text collate "C" not null references statements (id),
  primary key (low, high),
  check (low < high)
);
create index copies_high on copies (high);

-- True: a person put the conflict into the dispute it is in, and no run takes it
-- out.
alter table conflicts add column placed boolean not null default false;

-- +goose Down
alter table conflicts drop column placed;
drop table copies;
