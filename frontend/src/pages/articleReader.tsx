import { useMediaQuery } from '@mantine/hooks'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation, Article, Conflict, Motivation, Statement } from '../api/types'
import { useKeys } from '../keys/KeysProvider'
import { useAnnotationActs } from '../parts/annotationActs'
import type { EntryActs } from '../parts/StatementList'
import { copyText, useCopyQuotation } from '../state/clipboard'
import { useAnnounce, useTrouble } from '../state/Services'
import classes from './article.module.css'
import { useComposer } from './articleCompose'
import { entriesOf, sideOf, useMarkedText } from './articleData'
import { hullOf, readWords, sameSpan } from './articleMarks'
import { PairTray, useFirstOfPair } from './articlePair'
import { ArticlePanel, ChosenCard, type Tab } from './articlePanel'
import { runAttribute } from './articleSelection'
import { type Selected, SelectionBar, useSelectedWords } from './articleSelectionBar'
import { ArticleText } from './articleText'

const route = getRouteApi('/articles/$id')

type Props = {
  article: Article
  statements: Statement[]
  conflicts: Conflict[]
  notes: Annotation[]
  isReading: boolean // whether the statements are still being fetched
}

/** The text beside its statements and annotations: choosing in one shows in the other. */
export function ArticleReader({ article, statements, conflicts, notes, isReading }: Props) {
  const { t } = useTranslation()
  const text = useRef<HTMLDivElement>(null)
  const marked = useMarkedText(article, statements, notes)
  const entries = useMemo(() => entriesOf(statements, conflicts, notes), [statements, conflicts, notes])
  const [tab, setTab] = useState<Tab>('statements')
  const chosen = useChosen(article, statements, text, marked.points.length)
  const composer = useComposer(article.id)
  const words = useSelectedWords(text, marked.points)
  const pair = useFirstOfPair()
  const annotate = useAnnotate(article, composer.start, marked.points)
  const copy = useCopyQuotation()

  const chosenEntry = entries.find(e => e.statement.id === chosen.statement)
  const isNarrow = useMediaQuery('(max-width: 1000px)') ?? false

  const byId = (id: string) => statements.find(s => s.id === id)
  const acts = useStable({
    onSelect: (id: string) => (id === chosen.statement ? chosen.setOpen(!chosen.isOpen) : chosen.select(id)),
    onCopy: (id: string) => {
      const statement = byId(id)
      if (statement) copy(sideOf(article, statement))
    },
    onCompare: (id: string) => {
      const statement = byId(id)
      if (statement) pair.choose({ id, speaker: statement.speaker.name, text: statement.text })
    },
    onAnnotate: (id: string) => composer.start({ kind: 'statement', id }),
  })
  const step = (by: 1 | -1) => {
    setTab('statements')
    chosen.step(by)
  }
  useReaderKeys({
    step,
    selected: chosen.statement,
    conflict: chosenEntry?.conflicts[0]?.id,
    toggle: () => chosen.setOpen(!chosen.isOpen),
    acts,
    annotate: () =>
      words
        ? annotate.words('commenting', words.span)
        : chosen.statement
          ? acts.onAnnotate(chosen.statement)
          : composer.start({ kind: 'article' }),
  })
  const onText = useCallback(
    (id: string) => {
      setTab('statements')
      chosen.selectInText(id)
    },
    [chosen.selectInText],
  )
  const [note, setNote] = useState('')
  const onNote = useCallback((id: string) => {
    setTab('notes')
    setNote(id)
  }, [])
  const onTab = (next: Tab) => {
    setTab(next)
    if (isNarrow) chosen.setOpen(false) // the card at the foot would cover the tab
  }
  const subject = composer.current?.subject
  return (
    <div className={classes.columns}>
      <section className={classes.sheet} aria-label={t('article.text')}>
        <Legend />
        <div className={classes.textPlace}>
          <ArticleText
            ref={text}
            {...marked}
            selected={chosen.statement}
            found={chosen.found}
            pending={subject?.kind === 'words' ? subject.span : undefined}
            onSelect={onText}
            onNote={onNote}
          />
          <WordsBar words={words} annotate={annotate.words} points={marked.points} />
        </div>
      </section>
      <ArticlePanel
        {...{ article, entries, notes, tab, onTab, acts, composer, isReading, note, onNote: setNote }}
        points={marked.points}
        selected={chosen.statement}
        isOpen={chosen.isOpen && !isNarrow}
        firstOfPair={pair.first?.id ?? ''}
        onWords={chosen.show}
      />
      {isNarrow && chosenEntry && chosen.isOpen && !composer.current && !words && (
        <ChosenCard
          entry={chosenEntry}
          acts={acts}
          isFirst={pair.first?.id === chosen.statement}
          onClose={() => chosen.setOpen(false)}
        />
      )}
      <PairTray pair={pair} />
    </div>
  )
}

type WordsBarProps = {
  words: Selected | undefined
  annotate: (motivation: Motivation, span: Selected['span']) => void
  points: { slice: (start: number, end: number) => string }
}

function WordsBar({ words, annotate, points }: WordsBarProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  if (!words) return null
  const onCopy = async () => {
    if (await copyText(points.slice(...words.span))) announce(t('article.wordsCopied'))
  }
  return <SelectionBar at={words} onChoose={motivation => annotate(motivation, words.span)} onCopy={onCopy} />
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

/** What the marks in the text mean. */
function Legend() {
  const { t } = useTranslation()
  return (
    <p className={classes.legend}>
      <span className={classes.keyContent}>{t('article.legend.content')}</span>
      <span className={classes.keySource}>{t('article.legend.source')}</span>
      <span className={classes.keyCue}>{t('article.legend.cue')}</span>
      <span className={classes.keyNote}>{t('article.legend.note')}</span>
    </p>
  )
}

/** Starts an annotation of words; a highlight needs no text and is saved at once. */
function useAnnotate(
  article: Article,
  start: ReturnType<typeof useComposer>['start'],
  points: { slice: (start: number, end: number) => string },
) {
  const acts = useAnnotationActs()
  const trouble = useTrouble()
  const words = (motivation: Motivation, span: Selected['span']) => {
    window.getSelection()?.removeAllRanges()
    if (motivation !== 'highlighting') return start({ kind: 'words', span }, motivation)
    const [from, end] = span
    const target = { article: article.id, start: from, end, exact: points.slice(from, end) }
    acts.add({ motivation, body: '', target }).catch(error => {
      start({ kind: 'words', span }, motivation)
      trouble(error)
    })
  }
  return { words }
}

type ReaderKeys = {
  step: (by: 1 | -1) => void
  selected: string
  conflict?: string
  toggle: () => void
  acts: { onCopy: (id: string) => void; onCompare: (id: string) => void }
  annotate: () => void
}

function useReaderKeys({ step, selected, conflict, toggle, acts, annotate }: ReaderKeys) {
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

/** The statement that is chosen, kept in the address, and the words that the
 * address leads to. Choosing shows the words in the text and the row in the list. */
function useChosen(
  article: Article,
  statements: Statement[],
  text: React.RefObject<HTMLDivElement | null>,
  length: number,
) {
  const search = route.useSearch()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(true)
  const found = useMemo(() => readWords(search.at, length), [search.at, length])
  const atWords = useMemo(
    () => found && statements.find(s => sameSpan(hullOf(s.content), found))?.id,
    [found, statements],
  )
  const statement = search.statement ?? atWords ?? ''

  const go = useCallback(
    (id: string) => {
      setOpen(true)
      navigate({
        to: '/articles/$id',
        params: { id: article.id },
        search: { statement: id },
        replace: true,
        resetScroll: false,
      })
    },
    [navigate, article.id],
  )
  const show = useCallback((point: number) => revealPoint(text.current, point), [text])
  const select = useCallback(
    (id: string) => {
      go(id)
      const at = hullOf(statements.find(s => s.id === id)?.content ?? [])
      if (at) show(at[0])
    },
    [go, show, statements],
  )
  const selectInText = useCallback(
    (id: string) => {
      go(id)
    },
    [go],
  )
  const step = (by: 1 | -1) => {
    const at = statements.findIndex(s => s.id === statement)
    const next = statements[at < 0 ? (by === 1 ? 0 : statements.length - 1) : at + by]
    if (next) select(next.id)
  }
  useArrival(search, statements, found, show)
  return { statement, found, isOpen, setOpen, select, selectInText, step, show }
}

/** Scrolls to what the address names, once, when it is there. */
function useArrival(
  search: { at?: string; statement?: string },
  statements: Statement[],
  found: readonly [number, number] | undefined,
  show: (point: number) => void,
) {
  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current) return
    const content = statements.find(s => s.id === search.statement)?.content
    const point = found?.[0] ?? (content && hullOf(content)?.[0])
    if (point === undefined) return
    arrived.current = true
    // The browser has to lay the page out first, or there is nowhere to scroll to.
    requestAnimationFrame(() => show(point))
  }, [search, statements, found, show])
}

const behavior = () =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? ('auto' as const) : ('smooth' as const)

/** Brings the run of text at a point into view, unless it is there already. */
function revealPoint(text: HTMLElement | null, point: number) {
  const run = text && runAt(text, point)
  if (!run) return
  const box = run.getBoundingClientRect()
  if (box.top < 90 || box.bottom > window.innerHeight * 0.7) {
    run.scrollIntoView({ block: 'center', behavior: behavior() })
  }
}

/** The run that holds a point: the block by halving, as there may be thousands. */
function runAt(text: HTMLElement, point: number): HTMLElement | undefined {
  const startOf = (element: Element) => Number((element as HTMLElement).dataset.at)
  const firstRun = (block: Element | undefined) => block?.querySelector(`[${runAttribute}]`)
  let low = 0
  let high = text.children.length
  while (low < high) {
    const mid = (low + high) >> 1
    const run = firstRun(text.children[mid])
    if (run && startOf(run) <= point) low = mid + 1
    else high = mid
  }
  const runs = text.children[low - 1]?.querySelectorAll<HTMLElement>(`[${runAttribute}]`)
  return [...(runs ?? [])].findLast(run => startOf(run) <= point)
}
