import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation, Article, Conflict, Motivation, Statement } from '../api/types'
import { Icon } from '../parts/Icon'
import { copyText } from '../state/clipboard'
import { useAnnounce } from '../state/Services'
import type { Points } from '../text/points'
import classes from './article.module.css'
import { useAnnotateWords, useReaderKeys, useStatementActs } from './articleActs'
import { ChosenCard } from './articleCard'
import { useChosen } from './articleChosen'
import { useComposer } from './articleCompose'
import { entriesOf, useMarkedText } from './articleData'
import { PairTray, useFirstOfPair } from './articlePair'
import { ArticlePanel, type Tab } from './articlePanel'
import { type Selected, SelectionBar, useSelectedWords } from './articleSelectionBar'
import { ArticleText } from './articleText'

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
  const annotateWords = useAnnotateWords(article, composer.start, marked.points)

  const chosenEntry = entries.find(e => e.statement.id === chosen.statement)
  const isNarrow = useMediaQuery('(max-width: 1000px)') ?? false

  const acts = useStatementActs(article, statements, chosen, composer, pair)
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
        ? annotateWords('commenting', words.span)
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
        {isNarrow && <ToPanel count={entries.length} />}
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
          <WordsBar words={words} annotate={annotateWords} points={marked.points} />
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
  points: Points
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

/** On a narrow screen the statements stand below the text: the way there. */
function ToPanel({ count }: { count: number }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={classes.toPanel}
      onClick={() => document.querySelector('[data-panel]')?.scrollIntoView({ block: 'start' })}
    >
      {t('article.toPanel', { count })} <Icon name="down" size={14} />
    </button>
  )
}
