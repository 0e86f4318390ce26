package api

import (
	"context"
	"strings"

	"github.com/counterclaim/counterclaim/api/auth"
	"github.com/counterclaim/counterclaim/claims"
)

// AnnotationInput is an annotation as it is handed in.
type AnnotationInput struct {
	Motivation claims.Motivation     `json:"motivation,omitempty" default:"commenting"`
	Body       string                `json:"body,omitempty" maxLength:"20000" doc:"may be empty for highlighting only"`
	Target     AnnotationTargetInput `json:"target"`
}

// AnnotationTargetInput names exactly one thing. Words of an article are named
// by their offsets, or by themselves where they stand in it only once.
type AnnotationTargetInput struct {
	Article   claims.ArticleID   `json:"article,omitempty"`
	Statement claims.StatementID `json:"statement,omitempty"`
	Conflict  claims.ConflictID  `json:"conflict,omitempty"`
	Dispute   claims.DisputeID   `json:"dispute,omitempty"`
	Start     *int               `json:"start,omitempty" minimum:"0"`
	End       *int               `json:"end,omitempty" minimum:"0"`
	Exact     string             `json:"exact,omitempty" maxLength:"20000" doc:"the words; refused where they differ from the text"`
}

func (s *server) createAnnotation(ctx context.Context, in *struct {
	Keyed
	Body AnnotationInput
}) (*annotationOutput, error) {
	target, err := s.anchor(ctx, in.Body.Target)
	if err != nil {
		return nil, err
	}
	act := s.repeatable(ctx, in.Keyed)
	a := claims.Annotation{Motivation: in.Body.Motivation, Body: in.Body.Body, Target: target,
		Author: act.Actor, Name: userOf(ctx).Name}
	if err := a.Check(); err != nil {
		return nil, err
	}
	if a, err = s.Archive.CreateAnnotation(ctx, act, a); err != nil {
		return nil, err
	}
	out, err := s.showAnnotation(ctx, a)
	if err != nil {
		return nil, err
	}
	out.Location = "/api/v1/annotations/" + string(a.ID)
	return out, nil
}

// anchor turns a target as given into one with the place of its words. The
// archive quotes them, and refuses others that were given for them.
func (s *server) anchor(ctx context.Context, in AnnotationTargetInput) (claims.Target, error) {
	t := claims.Target{Article: in.Article, Statement: in.Statement, Conflict: in.Conflict, Dispute: in.Dispute}
	if in.Start == nil && in.End == nil && in.Exact == "" {
		return t, nil
	}
	if in.Article == "" {
		return t, claims.Errorf(claims.Invalid, "words-without-article", "words need the article that they stand in").
			WithHint("Give target.article beside start, end and exact")
	}
	a, err := s.Archive.Article(ctx, in.Article)
	if err != nil {
		return t, err
	}
	words, err := findWords(a.Text, in)
	if err != nil {
		return t, err
	}
	t.Words, t.Exact = &words, in.Exact
	return t, nil
}

// findWords gives the words of the text that are meant.
func findWords(text string, in AnnotationTargetInput) (claims.Span, error) {
	if in.Start == nil && in.End == nil {
		return findQuote(text, in.Exact)
	}
	if in.Start == nil || in.End == nil {
		return claims.Span{}, claims.Errorf(claims.Invalid, "span-outside", "start and end go together")
	}
	return claims.NewPoints(text).Bytes([2]int{*in.Start, *in.End})
}

// findQuote finds words that stand in the text exactly once.
func findQuote(text, quote string) (claims.Span, error) {
	at := strings.Index(text, quote)
	if at < 0 {
		return claims.Span{}, claims.Errorf(claims.Invalid, "quote-mismatch", "the words do not stand in the article")
	}
	if strings.Contains(text[at+1:], quote) {
		return claims.Span{}, claims.Errorf(claims.Invalid, "quote-ambiguous", "the words stand in the article more than once").
			WithHint("Give start and end, or more of the words")
	}
	return claims.Span{Start: at, End: at + len(quote)}, nil
}

// mayChange refuses to change the annotation of somebody else.
func (s *server) mayChange(ctx context.Context, id claims.AnnotationID) error {
	a, err := s.Archive.Annotation(ctx, id)
	if err != nil {
		return err
	}
	return s.ownAnnotation(ctx, a)
}

func (s *server) ownAnnotation(ctx context.Context, a claims.Annotation) error {
	if a.Author == userOf(ctx).ID || auth.May(userOf(ctx), auth.ChangeAnnotationsOfOthers) {
		return nil
	}
	return claims.Errorf(claims.Forbidden, "not-yours", "this annotation is by %s", a.Name).
		WithHint("Write one of your own")
}
