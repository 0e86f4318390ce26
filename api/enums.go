package api

import (
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/counterclaim/counterclaim/claims"
)

// enum stands for a word of the vocabulary in the OpenAPI document, where it
// gets a schema of its own with the values it can have.
type enum[T ~string] struct{}

// Schema makes huma use a reference to the named list of values.
func (enum[T]) Schema(r huma.Registry) *huma.Schema {
	t := reflect.TypeFor[T]()
	if _, ok := r.Map()[t.Name()]; !ok {
		s := &huma.Schema{Type: huma.TypeString}
		for _, v := range valuesOf(t.Name()) {
			s.Enum = append(s.Enum, v)
		}
		s.PrecomputeMessages()
		r.Map()[t.Name()] = s
	}
	return &huma.Schema{Ref: schemaPrefix + t.Name()}
}

func nameEnum[T ~string](r huma.Registry) {
	r.RegisterTypeAlias(reflect.TypeFor[T](), reflect.TypeFor[enum[T]]())
}

func nameEnums(r huma.Registry) {
	nameEnum[claims.Label](r)
	nameEnum[claims.Relation](r)
	nameEnum[claims.ReasonKind](r)
	nameEnum[claims.StatementType](r)
	nameEnum[claims.SpeakerKind](r)
	nameEnum[claims.SpeakerGrounds](r)
	nameEnum[claims.CueClass](r)
	nameEnum[claims.Commitment](r)
	nameEnum[claims.ConflictState](r)
	nameEnum[claims.Origin](r)
	nameEnum[claims.Strength](r)
	nameEnum[claims.Sureness](r)
	nameEnum[claims.Motivation](r)
	nameEnum[claims.Role](r)
	nameEnum[claims.ArticleState](r)
	nameEnum[claims.JobKind](r)
	nameEnum[claims.JobState](r)
}

// valuesOf lists the values of an enum by the name of its type.
func valuesOf(name string) []string {
	switch name {
	case "Label":
		return words(claims.Labels()...)
	case "Relation":
		return words(claims.RelationConflict, claims.RelationAgree, claims.RelationNeutral)
	case "ReasonKind":
		return words(claims.ReasonNegation, claims.ReasonAntonym, claims.ReasonEffect, claims.ReasonDenial, claims.ReasonNotAware,
			claims.ReasonNumber, claims.ReasonDate, claims.ReasonAgent, claims.ReasonModality, claims.ReasonCause,
			claims.ReasonMeaning, claims.ReasonPlace, claims.ReasonTime, claims.ReasonScope, claims.ReasonEvent,
			claims.ReasonHedge, claims.ReasonUpdate, claims.ReasonParaphrase, claims.ReasonOpinion)
	case "StatementType":
		return words(claims.Direct, claims.Indirect, claims.Mixed, claims.Narration)
	case "SpeakerKind":
		return words(claims.Person, claims.Organisation, claims.Group, claims.DocumentSource, claims.UnknownSpeaker)
	case "SpeakerGrounds":
		return words(claims.SameName, claims.PartOfName, claims.KnownAsAlias, claims.Initials, claims.OtherSpelling)
	case "CueClass":
		return words(claims.CueSay, claims.CueDeny, claims.CueAsk, claims.CueBelieve, claims.CueExpect, claims.CuePlan,
			claims.CueOrder, claims.CueFeel, claims.CueOther)
	case "Commitment":
		return words(claims.Asserts, claims.Denies, claims.Doubts, claims.Suggests, claims.Expects, claims.NotAware,
			claims.Asks, claims.Wants)
	case "ConflictState":
		return words(claims.Open, claims.Judged, claims.Differing)
	case "Origin":
		return words(claims.BySoftware, claims.ByPerson)
	case "Strength":
		return words(claims.Weak, claims.Fair, claims.Strong)
	case "Sureness":
		return words(claims.Low, claims.Medium, claims.High)
	case "Motivation":
		return words(claims.Commenting, claims.Tagging, claims.Questioning, claims.Linking, claims.Editing, claims.Highlighting)
	case "Role":
		return words(claims.Owner, claims.Reviewer)
	case "ArticleState":
		return words(claims.ArticleWaiting, claims.ArticleReady, claims.ArticleFailed)
	case "JobKind":
		return words(claims.CollectJob, claims.AnalyseJob, claims.DeepenJob)
	case "JobState":
		return words(claims.JobQueued, claims.JobRunning, claims.JobDone, claims.JobFailed)
	}
	return nil
}

func words[T ~string](values ...T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
