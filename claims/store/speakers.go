package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// ListSpeakers gives speakers across articles, by name, with the numbers of
// their statements and articles.
func (s *Store) ListSpeakers(ctx context.Context, q claims.SpeakerQuery) (claims.Page[claims.SpeakerEntry], error) {
	const list = "speakers"
	var page claims.Page[claims.SpeakerEntry]
	n, err := pageSize(q.Query)
	if err != nil {
		return page, err
	}
	from, more, err := after[string](list, q.Cursor)
	if err != nil {
		return page, err
	}
	if err := checkParts("", q.Text); err != nil {
		return page, err
	}
	err = s.view(ctx, func(tx *gorm.DB) error {
		found := tx.Where("exists (select 1 from statements where statements.speaker_id = speakers.id and not statements.retired)")
		if q.Text != "" {
			found = found.Where(`search like ? escape '\'`, containing(q.Text))
		}
		if q.Kind != "" {
			found = found.Where("kind = ?", q.Kind)
		}
		if more {
			found = found.Where("(search, id) > (?, ?)", from.Key, from.ID)
		}
		var rows []speakerRow
		if err := found.Order("search, id").Limit(n + 1).Find(&rows).Error; err != nil {
			return err
		}
		rows, page.Next = cut(rows, n, list, func(r speakerRow) (string, string) { return r.Search, string(r.ID) })
		page.Items, err = speakerEntries(tx, rows)
		return err
	})
	return page, err
}

// Speaker gives one speaker, and those who may be the same one, best known
// first, at most 50.
func (s *Store) Speaker(ctx context.Context, id claims.SpeakerID) (claims.SpeakerEntry, []claims.SpeakerSuggestion, error) {
	var entry claims.SpeakerEntry
	var suggestions []claims.SpeakerSuggestion
	err := s.view(ctx, func(tx *gorm.DB) error {
		var rows []speakerRow
		if err := tx.Where("id = ?", id).Find(&rows).Error; err != nil {
			return err
		}
		entries, err := speakerEntries(tx, rows)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			return noSuch("speaker", string(id))
		}
		entry = entries[0]
		suggestions, err = suggest(tx, entry)
		return err
	})
	return entry, suggestions, err
}

// suggest looks at the entries with a trace in common.
func suggest(tx *gorm.DB, entry claims.SpeakerEntry) ([]claims.SpeakerSuggestion, error) {
	const looked, most = 500, 50
	var rows []speakerRow
	err := tx.Where(`id <> ? and id in (select other.speaker_id from speaker_traces as own
		join speaker_traces as other on other.trace = own.trace where own.speaker_id = ?)`, entry.ID, entry.ID).
		Order("search, id").Limit(looked).Find(&rows).Error
	if err != nil {
		return nil, err
	}
	entries, err := speakerEntries(tx, rows)
	if err != nil {
		return nil, err
	}
	var out []claims.SpeakerSuggestion
	for _, other := range entries {
		if grounds, ok := entry.MayBeSame(other); ok && other.Statements > 0 {
			out = append(out, claims.SpeakerSuggestion{Entry: other, Grounds: grounds})
		}
	}
	slices.SortStableFunc(out, func(a, b claims.SpeakerSuggestion) int { return b.Entry.Statements - a.Entry.Statements })
	return out[:min(len(out), most)], nil
}

// speakerEntries counts what the speakers said, for all at once.
func speakerEntries(tx *gorm.DB, rows []speakerRow) ([]claims.SpeakerEntry, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = string(r.ID)
	}
	statements, err := countBy(tx, `select speaker_id as id, count(*) as n from statements
		where speaker_id in ? and not retired group by speaker_id`, ids)
	if err != nil {
		return nil, err
	}
	articles, err := countBy(tx, `select speaker_id as id, count(distinct article_id) as n from statements
		where speaker_id in ? and not retired group by speaker_id`, ids)
	if err != nil {
		return nil, err
	}
	out := make([]claims.SpeakerEntry, len(rows))
	for i, r := range rows {
		out[i] = r.entry()
		out[i].Statements, out[i].Articles = statements[string(r.ID)], articles[string(r.ID)]
	}
	return out, nil
}
