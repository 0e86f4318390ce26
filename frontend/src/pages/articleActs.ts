import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import type { Article, Motivation, Statement } from '../api/types'
import { useKeys } from '../keys/KeysProvider'
import { useAnnotationActs } from '../parts/annotationActs'
import type { EntryActs } from '../parts/StatementList'
import { useCopyQuotation } from '../state/clipboard'
import { useTrouble } from '../state/Services'
import type { Points, Span } from '../text/points'
import type { useChosen } from './articleChosen'
import type { useComposer } from './articleCompose'
import { sideOf } from './articleData'
import type { useFirstOfPair } from './articlePair'

/** What can be done with a statement of the list, of the text or of the card. */
export function useStatementActs(
  article: Article,
  statements: Statement[],
  chosen: ReturnType<typeof useChosen>,
  composer: ReturnType<typeof useComposer>,
  pair: ReturnType<typeof useFirstOfPair>,
): EntryActs {
  const copy = useCopyQuotation()
  const withStatement = (act: (statement: Statement) => void) => (id: string) => {
    const statement = statements.find(s => s.id === id)
    if (statement) act(statement)
  }
  return useStable({
    onSelect: id => (id === chosen.statement ? chosen.setOpen(!chosen.isOpen) : chosen.select(id)),
    onCopy: withStatement(statement => copy(sideOf(article, statement))),
    onCompare: withStatement(({ id, speaker, text }) => pair.choose({ id, speaker: speaker.name, text })),
    onAnnotate: id => composer.start({ kind: 'statement', id }),
  })
}

/** The same acts for good, each doing what its latest version does: rows that
 * hold them need not be drawn anew. */
function useStable(acts: EntryActs): EntryActs {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  return useMemo(
    () => ({
      onSelect: id => latest.current.onSelect(id),
      onCopy: id => latest.current.onCopy(id),
      onCompare: id => latest.current.onCompare(id),
      onAnnotate: id => latest.current.onAnnotate(id),
    }),
    [],
  )
}

/** Starts an annotation of words; a highlight needs no text and is saved at once. */
export function useAnnotateWords(
  article: Article,
  start: ReturnType<typeof useComposer>['start'],
  points: Points,
) {
  const acts = useAnnotationActs()
  const trouble = useTrouble()
  return (motivation: Motivation, span: Span) => {
    window.getSelection()?.removeAllRanges()
    if (motivation !== 'highlighting') return start({ kind: 'words', span }, motivation)
    const [from, end] = span
    const target = { article: article.id, start: from, end, exact: points.slice(from, end) }
    acts.add({ motivation, body: '', target }).catch(error => {
      start({ kind: 'words', span }, motivation)
      trouble(error)
    })
  }
}

type ReaderKeys = {
  step: (by: 1 | -1) => void
  selected: string
  conflict?: string
  toggle: () => void
  acts: { onCopy: (id: string) => void; onCompare: (id: string) => void }
  annotate: () => void
}

export function useReaderKeys({ step, selected, conflict, toggle, acts, annotate }: ReaderKeys) {
  const navigate = useNavigate()
  useKeys('article', {
    next: () => step(1),
    previous: () => step(-1),
    annotate,
    editHead: () => document.querySelector<HTMLElement>('[data-edit-head]')?.click(),
    ...(selected && {
      open: toggle,
      copy: () => acts.onCopy(selected),
      compare: () => acts.onCompare(selected),
    }),
    ...(conflict && { conflict: () => void navigate({ to: '/conflicts/$id', params: { id: conflict } }) }),
  })
}
