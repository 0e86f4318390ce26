-- Speakers across articles. One entry is one speaker as far as is sure; key is
-- the full name under which statements of other articles join it, empty for one
-- who is known in a single article only, by a surname say. roles and aliases
-- are JSON lists of text, as the articles word them.

-- +goose Up
create table speakers (
  id         text primary key not null,
  created_at integer not null,
  name       text not null,
  kind       text not null,
  roles      text not null,
  aliases    text not null,
  key        text not null,
  search     text not null
) strict;
create index speakers_key on speakers (key);
create index speakers_name on speakers (search, id);

-- The traces by which entries that may be one speaker are found.
create table speaker_traces (
  trace      text not null,
  speaker_id text not null references speakers (id),
  primary key (trace, speaker_id)
) strict, without rowid;

alter table statements add column speaker_id text references speakers (id);
create index statements_speaker on statements (speaker_id, article_id, start);

-- +goose Down
drop index statements_speaker;
alter table statements drop column speaker_id;
drop table speaker_traces;
drop table speakers;
