import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnnotationTarget, Motivation } from '../api/types'
import { AnnotationForm, type NoteDraft } from '../parts/AnnotationForm'
import { useSaving } from '../parts/AnnotationThread'
import { useKept } from '../state/kept'
import type { Points, Span } from '../text/points'
import classes from './articleCompose.module.css'
import { type Edge, nudged } from './articleSelection'

/** What is being annotated on the page of an article. */
export type Subject = { kind: 'words'; span: Span } | { kind: 'statement'; id: string } | { kind: 'article' }

type Draft = NoteDraft & { subject: Subject }
type Drafts = Record<string, Draft>

const nameOf = (subject: Subject) =>
  subject.kind === 'words'
    ? `words ${subject.span.join('-')}`
    : subject.kind === 'statement'
      ? `statement ${subject.id}`
      : 'article'

/** The annotations that are being written about one article, and which of them
 * is open. Each has its own draft, which stays until it is saved or thrown away. */
export function useComposer(article: string) {
  const [drafts, setDrafts] = useKept<Drafts>(`note.drafts.${article}`, {})
  const [open, setOpen] = useState<string>()
  const put = useCallback(
    (draft: Draft) => setDrafts(old => ({ ...old, [nameOf(draft.subject)]: draft })),
    [setDrafts],
  )
  const drop = useCallback(
    (subject: Subject) => setDrafts(({ [nameOf(subject)]: _gone, ...rest }) => rest),
    [setDrafts],
  )
  const start = useCallback(
    (subject: Subject, motivation?: Motivation) => {
      setDrafts(old => {
        const there = old[nameOf(subject)] ?? { subject, motivation: 'commenting', body: '' }
        return { ...old, [nameOf(subject)]: { ...there, motivation: motivation ?? there.motivation } }
      })
      setOpen(nameOf(subject))
    },
    [setDrafts],
  )
  /** Closes the form; a draft in which nothing was typed is forgotten. */
  const close = useCallback(() => {
    setDrafts(old => Object.fromEntries(Object.entries(old).filter(([, draft]) => draft.body.trim() !== '')))
    setOpen(undefined)
  }, [setDrafts])
  const move = useCallback(
    (draft: Draft, subject: Subject) => {
      drop(draft.subject)
      put({ ...draft, subject })
      setOpen(nameOf(subject))
    },
    [drop, put],
  )
  const current = open === undefined ? undefined : drafts[open]
  const waiting = useMemo(
    () => Object.entries(drafts).flatMap(([name, d]) => (name === open || d.body.trim() === '' ? [] : [d])),
    [drafts, open],
  )
  return { current, waiting, start, put, drop, close, move }
}

type Composer = ReturnType<typeof useComposer>

type Props = {
  article: string
  points: Points
  composer: Composer
  /** The words of a statement, to narrow an annotation down to some of them. */
  wordsOf: (statement: string) => Span | undefined
}

/** The form for the annotation that is open. */
export function ComposeNote({ article, points, composer, wordsOf }: Props) {
  const { t } = useTranslation()
  const { saving, problem, run, clear } = useSaving()
  const draft = composer.current
  if (!draft) return null
  const { subject, motivation, body } = draft
  const leave = () => {
    clear()
    composer.close()
  }
  const onSave = () =>
    run({ motivation, body: body.trim(), target: targetOf(article, points, subject) }, () => {
      composer.drop(subject)
      composer.close()
    })
  const hull = subject.kind === 'statement' ? wordsOf(subject.id) : undefined
  return (
    <section className={classes.compose} aria-label={t('article.compose')}>
      <AnnotationForm
        key={subject.kind === 'statement' ? subject.id : subject.kind}
        draft={draft}
        onChange={next => composer.put({ ...draft, ...next })}
        onSave={onSave}
        onClose={leave}
        onDiscard={() => {
          clear()
          composer.drop(subject)
          composer.close()
        }}
        saving={saving}
        problem={problem}
      >
        <p className={classes.about}>
          {subject.kind === 'article' ? t('article.aboutArticle') : t(`article.about.${subject.kind}`)}
        </p>
        {subject.kind === 'words' && (
          <WordsChoice
            points={points}
            span={subject.span}
            onSpan={span => composer.move(draft, { kind: 'words', span })}
          />
        )}
        {hull && (
          <>
            <Quoted points={points} span={hull} />
            <button
              type="button"
              className={classes.step}
              onClick={() => composer.move(draft, { kind: 'words', span: hull })}
            >
              {t('article.someWords')}
            </button>
          </>
        )}
      </AnnotationForm>
    </section>
  )
}

function targetOf(article: string, points: Points, subject: Subject): AnnotationTarget {
  if (subject.kind === 'statement') return { statement: subject.id }
  if (subject.kind === 'article') return { article }
  const [start, end] = subject.span
  return { article, start, end, exact: points.slice(start, end) }
}

function Quoted({ points, span }: { points: Points; span: Span }) {
  return (
    <blockquote className={classes.quoted} dir="auto">
      {points.slice(...span)}
    </blockquote>
  )
}

/** The chosen words, and buttons that move their ends by a word: the way to
 * choose words without a mouse. */
function WordsChoice({ points, span, onSpan }: { points: Points; span: Span; onSpan: (span: Span) => void }) {
  const { t } = useTranslation()
  const step = (edge: Edge, direction: -1 | 1) => (
    <button
      type="button"
      className={classes.step}
      aria-label={t(`article.step.${edge}.${direction === 1 ? 'later' : 'earlier'}`)}
      onClick={() => onSpan(nudged(points, span, edge, direction))}
    >
      {direction === 1 ? '›' : '‹'}
    </button>
  )
  return (
    <div>
      <Quoted points={points} span={span} />
      <div className={classes.steps}>
        {t('article.step.startLabel')} {step('start', -1)} {step('start', 1)}
        <span className={classes.gap} />
        {t('article.step.endLabel')} {step('end', -1)} {step('end', 1)}
      </div>
    </div>
  )
}
