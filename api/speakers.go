package api

import (
	"context"

	"github.com/counterclaim/counterclaim/claims"
)

// SpeakerEntryView is a speaker across articles.
type SpeakerEntryView struct {
	ID         claims.SpeakerID   `json:"id"`
	Name       string             `json:"name"`
	Kind       claims.SpeakerKind `json:"kind"`
	Roles      []string           `json:"roles" nullable:"false" doc:"as the articles word them"`
	Aliases    []string           `json:"aliases" nullable:"false"`
	Statements int                `json:"statements"`
	Articles   int                `json:"articles"`
}

// SpeakerDetailView is a speaker with those who may be the same one.
type SpeakerDetailView struct {
	SpeakerEntryView
	MayBe []SpeakerSuggestionView `json:"may_be" nullable:"false" doc:"other speakers who may be the same one; nobody has linked them"`
}

// SpeakerSuggestionView is somebody who may be the same speaker, and why.
type SpeakerSuggestionView struct {
	Speaker SpeakerEntryView      `json:"speaker"`
	Grounds claims.SpeakerGrounds `json:"grounds"`
}

type speakerOutput struct{ Body SpeakerDetailView }

func speakerEntry(e claims.SpeakerEntry) SpeakerEntryView {
	return SpeakerEntryView{ID: e.ID, Name: e.Name, Kind: e.Kind, Roles: viewAll(e.Roles, asIs), Aliases: viewAll(e.Aliases, asIs),
		Statements: e.Statements, Articles: e.Articles}
}

func asIs(text string) string { return text }

func (s *server) speakerRoutes() {
	get(s, "/speakers", "list-speakers", "Speakers across articles, by name", func(ctx context.Context, in *struct {
		Paged
		Text string             `query:"q" maxLength:"500" doc:"part of the name, any case"`
		Kind claims.SpeakerKind `query:"kind"`
	}) (*pageOutput[SpeakerEntryView], error) {
		page, err := s.Archive.ListSpeakers(ctx, claims.SpeakerQuery{Query: in.query(), Text: in.Text, Kind: in.Kind})
		if err != nil {
			return nil, err
		}
		return pageOf(page, speakerEntry), nil
	})
	get(s, "/speakers/{id}", "get-speaker", "One speaker, and who may be the same one", func(ctx context.Context, in *struct {
		ID claims.SpeakerID `path:"id"`
	}) (*speakerOutput, error) {
		entry, others, err := s.Archive.Speaker(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return &speakerOutput{SpeakerDetailView{speakerEntry(entry), viewAll(others, func(o claims.SpeakerSuggestion) SpeakerSuggestionView {
			return SpeakerSuggestionView{speakerEntry(o.Entry), o.Grounds}
		})}}, nil
	})
}
