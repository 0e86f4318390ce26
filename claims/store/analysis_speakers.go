package store

import (
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// maxRoles is how many roles, and how many aliases, an entry keeps.
const maxRoles = 20

type speakerRow struct {
	ID      claims.SpeakerID `gorm:"column:id;primaryKey"`
	Created stamp            `gorm:"column:created_at"`
	Name    string
	Kind    claims.SpeakerKind
	Roles   asJSON[[]string]
	Aliases asJSON[[]string]
	Key     string
	Search  string
}

func (speakerRow) TableName() string { return "speakers" }

func (r speakerRow) entry() claims.SpeakerEntry {
	return claims.SpeakerEntry{ID: r.ID, Name: r.Name, Kind: r.Kind, Roles: r.Roles.V, Aliases: r.Aliases.V}
}

type traceRow struct {
	Trace     string           `gorm:"primaryKey"`
	SpeakerID claims.SpeakerID `gorm:"column:speaker_id;primaryKey"`
}

func (traceRow) TableName() string { return "speaker_traces" }

// linkSpeakers gives the statements with their speakers' ids: of an entry that
// is surely the same speaker, else of a new one. Somebody with less than a full
// name is an entry of this article alone, and so is somebody whose role goes
// with no entry of that name.
func (a saving) linkSpeakers(found []claims.Statement) ([]claims.Statement, error) {
	linked := slices.Clone(found)
	known, err := a.knownSpeakers(linked)
	if err != nil {
		return nil, err
	}
	for i := range linked {
		s := &linked[i].Speaker
		if s.ID = ""; !s.Named() {
			continue
		}
		row := known.match(*s)
		if row == nil {
			row = &speakerRow{ID: claims.SpeakerID(a.newID()), Created: a.now, Name: s.Name, Kind: s.Kind, Key: keyName(s.Key()), Search: fold(s.Name)}
			known.add(row)
			if err := a.tx.Create(row).Error; err != nil {
				return nil, err
			}
		}
		s.ID = row.ID
		if err := a.enrich(row, *s); err != nil {
			return nil, err
		}
	}
	return linked, nil
}

// knownSpeakers loads the entries that the statements may join: those with
// their full names, and those of the article's earlier reading.
func (a saving) knownSpeakers(found []claims.Statement) (speakerTable, error) {
	table := speakerTable{}
	var keys []string
	for _, s := range found {
		if key := s.Speaker.Key(); key != "" {
			keys = append(keys, keyName(key))
		}
	}
	var rows []speakerRow
	err := batches(distinct(keys), batch, func(some []string) error {
		var part []speakerRow
		err := a.tx.Where("key in ?", some).Order("created_at, id").Find(&part).Error
		rows = append(rows, part...)
		return err
	})
	if err != nil {
		return nil, err
	}
	var own []speakerRow
	err = a.tx.Where("key = '' and id in (select speaker_id from statements where article_id = ?)", a.article.ID).Order("created_at, id").Find(&own).Error
	for _, r := range append(rows, own...) {
		table.add(&r)
	}
	return table, err
}

// speakerTable holds entries by full name, or by name where that is not full.
type speakerTable map[string][]*speakerRow

func (t speakerTable) add(r *speakerRow) {
	at := tableKey(claims.Speaker{Name: r.Name, Kind: r.Kind})
	t[at] = append(t[at], r)
}

func tableKey(s claims.Speaker) string {
	if key := s.Key(); key != "" {
		return "key " + key
	}
	return "name " + string(s.Kind) + " " + fold(s.Name)
}

// match gives the entry that is surely this speaker: a role that goes with all
// roles known of it. Within one article a name is one speaker's.
func (t speakerTable) match(s claims.Speaker) *speakerRow {
	for _, r := range t[tableKey(s)] {
		if r.Kind == s.Kind && (r.Key == "" || !slices.ContainsFunc(r.Roles.V, func(role string) bool { return !claims.RolesGoTogether(role, s.Role) })) {
			return r
		}
	}
	return nil
}

// enrich adds what this statement says of the speaker.
func (a saving) enrich(r *speakerRow, s claims.Speaker) error {
	roles, aliases := withText(r.Roles.V, s.Role), r.Aliases.V
	for _, alias := range s.Aliases {
		if alias != r.Name {
			aliases = withText(aliases, alias)
		}
	}
	first := r.Roles.V == nil && r.Aliases.V == nil
	if !first && len(roles) == len(r.Roles.V) && len(aliases) == len(r.Aliases.V) {
		return nil
	}
	r.Roles.V, r.Aliases.V = orNone(roles), orNone(aliases)
	if err := a.tx.Model(&speakerRow{}).Where("id = ?", r.ID).Select("roles", "aliases").Updates(r).Error; err != nil {
		return err
	}
	if err := a.tx.Where("speaker_id = ?", r.ID).Delete(&traceRow{}).Error; err != nil {
		return err
	}
	var traces []traceRow
	for _, trace := range claims.SpeakerTraces(claims.Speaker{Name: r.Name, Kind: r.Kind, Aliases: r.Aliases.V}) {
		traces = append(traces, traceRow{keyName(trace), r.ID})
	}
	if len(traces) == 0 {
		return nil
	}
	return a.tx.Create(&traces).Error
}

// withText adds a text to a list that lacks it and has room.
func withText(list []string, text string) []string {
	if text == "" || len(list) >= maxRoles || slices.ContainsFunc(list, func(o string) bool { return strings.EqualFold(o, text) }) {
		return list
	}
	return append(list, text)
}

func orNone(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// articleSpeakers gives the entries that statements of the article name.
func (a saving) articleSpeakers() (ids []string, err error) {
	err = a.tx.Raw("select distinct speaker_id from statements where article_id = ? and speaker_id is not null", a.article.ID).Scan(&ids).Error
	return ids, err
}

// removeSpeakers removes those of the entries that no statement names any more.
func (a saving) removeSpeakers(ids []string) error {
	const unused = " in ? and not exists (select 1 from statements where statements.speaker_id = "
	return batches(ids, batch, func(some []string) error {
		if err := a.tx.Exec("delete from speaker_traces where speaker_id"+unused+"speaker_traces.speaker_id)", some).Error; err != nil {
			return err
		}
		return a.tx.Exec("delete from speakers where id"+unused+"speakers.id)", some).Error
	})
}
