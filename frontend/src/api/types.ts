/** The values of the HTTP contract, as the pages use them. Offsets are Unicode
 * code points of the article's text, end exclusive. */
import type { Span } from '../text/points'

export type Label =
  | 'contradicts'
  | 'differs_in_number'
  | 'denies_knowledge'
  | 'different_time_place_scope'
  | 'updated'
  | 'agrees'
  | 'unrelated'
  | 'cannot_tell'
  | 'bad_extraction'
export type Sureness = 'low' | 'medium' | 'high'
export type Strength = 'weak' | 'fair' | 'strong'
export type ConflictState = 'open' | 'judged' | 'differing'
export type Origin = 'software' | 'person'
export type Relation = 'conflict' | 'agree' | 'neutral'
export type Motivation = 'commenting' | 'tagging' | 'questioning' | 'linking' | 'editing' | 'highlighting'

export type Page<T> = { items: T[]; next?: string; total?: number }

export type User = { id: string; name: string; role: string }
export type Session = { user: User }
export type Token = { id: string; name: string; created_at: string; expires_at?: string; used_at?: string }

export type Coverage = { statements: number; compared: number; not_compared: number }
export type ArticleHead = {
  id: string
  title: string
  author: string
  publisher: string
  url: string
  date: string
  language: string
  state: 'waiting' | 'ready' | 'failed'
  problem?: string
  coverage: Coverage
  snapshot: { sha256: string; size: number; media_type: string; from: string; received_at: string }
  statements: number
  conflicts: number
  created_at: string
  version: number
}
export type Article = ArticleHead & { text: string; missing: string[] }

export type Speaker = { name: string; kind: string; role?: string; aliases?: string[] }
export type Statement = {
  id: string
  type: 'direct' | 'indirect' | 'mixed' | 'narration'
  source: Span[]
  cue: Span[]
  content: Span[]
  text: string
  speaker: Speaker
  cue_class: string
  commitment: string
  commitment_words?: Span[]
  said_at?: string
  about?: string
  chain?: string[]
}
export type SideArticle = Pick<ArticleHead, 'id' | 'title' | 'publisher' | 'date' | 'url' | 'author'> & {
  sha256: string
}
export type Side = { statement: Statement; article: SideArticle; context: { start: number; text: string } }

export type Reason = { kind: string; for: boolean; a: Span[]; b: Span[]; values: string[] }
export type EngineNow = { relation: Relation; kind: Label; score: number; strength: Strength }
export type Comparison = EngineNow & {
  probabilities: { conflict: number; agree: number; neutral: number }
  reasons: Reason[]
  a: Side
  b: Side
  conflict?: string
}

export type Review = {
  conflict: string
  reviewer: { id: string; name: string }
  judgement: Label
  sureness?: Sureness
  note?: string
  version: number
  created_at: string
  updated_at: string
}
export type Reviews = { count: number; mine?: Review; items?: Review[] }
export type Conflict = {
  id: string
  version: number
  origin: Origin
  kind: Label
  score: number
  strength: Strength
  reasons: Reason[]
  note?: string
  dispute?: string
  state: ConflictState
  judgement?: Label
  engine_now?: EngineNow
  a: Side
  b: Side
  reviews: Reviews
  run?: string
  created_at: string
  updated_at: string
}

export type Dispute = {
  id: string
  version: number
  question: string
  positions: { label: string; statements: Side[] }[]
  conflicts: Conflict[]
  counts: { possible: number; judged: number; differing: number }
  coverage: Coverage
  created_at: string
  updated_at: string
}

export type AnnotationTarget = {
  article?: string
  statement?: string
  conflict?: string
  dispute?: string
  start?: number
  end?: number
  exact?: string
  prefix?: string
  suffix?: string
}
export type Annotation = {
  id: string
  version: number
  motivation: Motivation
  body: string
  target: AnnotationTarget
  author: { id: string; name: string }
  created_at: string
  updated_at: string
}

export type Job = {
  id: string
  kind: 'collect' | 'analyse'
  state: 'queued' | 'running' | 'done' | 'failed'
  article?: string
  link?: string
  attempt: number
  stage: string
  done: number
  total: number
  problem?: { code: string; detail: string; ref?: string }
  created_at: string
  updated_at: string
}

export type Stats = {
  articles: number
  statements: number
  conflicts: { open: number; judged: number; differing: number }
  coverage: Coverage
}

/** Which possible conflicts a list shows. An empty field does not narrow. */
export type ConflictFilter = {
  state?: ConflictState
  kind?: Label
  strength?: Strength
  article?: string
  dispute?: string
  speaker?: string
  q?: string
  origin?: Origin
  mine?: 'todo' | 'done'
}
