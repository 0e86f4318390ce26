package api

import (
	"context"

	"github.com/counterclaim/counterclaim/claims"
)

type statementOutput struct{ Body SideView }

func (s *server) statementRoutes() {
	get(s, "/statements", "list-statements", "Find statements, by words and speaker", func(ctx context.Context, in *struct {
		Paged
		Text    string           `query:"q" maxLength:"500" doc:"part of the words, any case"`
		Speaker string           `query:"speaker" maxLength:"500" doc:"part of the speaker's name, any case"`
		By      claims.SpeakerID `query:"speaker_id" maxLength:"100" doc:"of a speaker across articles"`
		Article claims.ArticleID `query:"article"`
	}) (*pageOutput[SideView], error) {
		page, err := s.Archive.ListStatements(ctx, claims.StatementQuery{
			Query: in.query(), Article: in.Article, Speaker: in.Speaker, SpeakerID: in.By, Text: in.Text})
		if err != nil {
			return nil, err
		}
		return pageOf(page, offsets{}.side), nil
	})
	get(s, "/statements/{id}", "get-statement", "One statement in its context", func(ctx context.Context, in *struct {
		ID claims.StatementID `path:"id"`
	}) (*statementOutput, error) {
		side, err := s.Archive.Statement(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return &statementOutput{offsets{}.side(side)}, nil
	})
}
