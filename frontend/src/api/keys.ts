import type { ConflictFilter } from './types'

/** Names under which answers are remembered. A shorter key covers every longer
 * one that starts with it. */
export const keys = {
  session: ['session'] as const,
  stats: ['stats'] as const,
  conflicts: ['conflicts'] as const,
  conflictList: (filter: ConflictFilter) => ['conflicts', filter] as const,
  conflict: (id: string) => ['conflict', id] as const,
  disputes: ['disputes'] as const,
  dispute: (id: string) => ['dispute', id] as const,
  articles: ['articles'] as const,
  article: (id: string) => ['article', id] as const,
  articleStatements: (id: string) => ['article', id, 'statements'] as const,
  statements: (filter: object) => ['statements', filter] as const,
  statement: (id: string) => ['statement', id] as const,
  comparison: (a: string, b: string) => ['comparison', a, b] as const,
  annotations: (target: object) => ['annotations', target] as const,
  jobs: ['jobs'] as const,
  job: (id: string) => ['job', id] as const,
}
