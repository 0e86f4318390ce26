/** The values of the HTTP contract, as the pages use them: made from the API's
 * own description, with offsets as pairs. Offsets are Unicode code points of
 * the article's text, end exclusive. */
import type * as api from './schema'

/** The description can only say "lists of numbers" of a list of spans. */
export type WithSpans<T> = T extends number[][]
  ? [start: number, end: number][]
  : T extends object
    ? { [K in keyof T]: WithSpans<T[K]> }
    : T

export type Label = api.Label
export type Sureness = api.Sureness
export type Strength = api.Strength
export type ConflictState = api.ConflictState
export type Origin = api.Origin
export type Relation = api.Relation
export type Motivation = api.Motivation
export type ReasonKind = api.ReasonKind
export type CueClass = api.CueClass
export type Commitment = api.Commitment

export type User = api.User
export type Session = api.Session
export type Coverage = api.Coverage
export type Stats = api.Stats
export type Job = api.Job
export type Review = api.Review
export type Reviews = api.Reviews
export type ReviewInput = api.ReviewInput
export type EngineNow = api.EngineNow
export type Annotation = api.Annotation
export type AnnotationTarget = api.AnnotationTargetInput
export type ArticleHead = api.ArticleHead
export type Article = api.Article
export type SideArticle = api.SideArticle
export type Speaker = api.SpeakerView

export type Statement = WithSpans<api.StatementView>
export type Side = WithSpans<api.Side>
export type Reason = WithSpans<api.ReasonView>
export type Comparison = WithSpans<api.Comparison>
export type Conflict = WithSpans<api.Conflict>
export type Dispute = WithSpans<api.Dispute>

/** One page of a list; `next` is absent on the last. */
export type Page<T> = { items: T[]; next?: string; total?: number }

/** Which possible conflicts a list shows. An absent field does not narrow. */
export type ConflictFilter = Omit<
  NonNullable<api.operations['list-conflicts']['parameters']['query']>,
  'limit' | 'cursor'
>
