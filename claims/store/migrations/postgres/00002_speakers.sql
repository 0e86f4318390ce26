-- Speakers across articles. One entry is one speaker as far as is sure; key is
-- the full name under which statements of other articles join it, empty for one
-- who is known in a single article only, by a surname say. roles and aliases
-- are JSON lists of text, as the articles word them.

-- +goose Up
create table speakers (
  id         text collate "C" primary key not null,
  created_at bigint not null,
  name       text not null,
  kind       text not null,
  roles      text not null,
  aliases    text not null,
  key        text collate "C" not null,
  search     text collate "C" not null
);
create index speakers_key on speakers (key);
create index speakers_name on speakers (search, id);

-- The traces by which entries that may be one speaker are found.
create table speaker_traces (
  trace      text collate "C" not null,
  speaker_id text collate "C" not null references speakers (id),
  primary key (trace, speaker_id)
);

alter table statements add column speaker_id text collate "C" references speakers (id);
create index statements_speaker on statements (speaker_id, article_id, start);

-- +goose Down
drop index statements_speaker;
alter table statements drop column speaker_id;
drop table speaker_traces;
drop table speakers;
