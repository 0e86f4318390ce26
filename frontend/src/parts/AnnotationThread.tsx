import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem, type Problem } from '../api/problem'
import { itemsOf, useAnnotations } from '../api/queries'
import { useKeyHint } from '../keys/KeysProvider'
import type { Place } from '../keys/table'
import { useKept } from '../state/kept'
import { AnnotationForm, type NoteDraft } from './AnnotationForm'
import { AnnotationItem } from './AnnotationItem'
import { useAnnotationActs } from './annotationActs'
import classes from './annotations.module.css'
import { Icon } from './Icon'
import { Kbd } from './Kbd'
import { ProblemNote } from './ProblemNote'

/** Exactly one of the three. */
export type ThreadTarget = { statement: string } | { conflict: string } | { dispute: string }

type Props = {
  target: ThreadTarget
  /** Whether the form is open; the page may open it with a key. */
  writing: boolean
  onWriting: (writing: boolean) => void
  /** Where the key that opens the form is shown. */
  keyHint?: { act: 'comment' | 'annotate'; place: Place }
}

/** The annotations of a statement, a conflict or a dispute, and a form for
 * another. Give it `key` when the target changes. */
export function AnnotationThread({ target, writing, onWriting, keyHint }: Props) {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useAnnotations(target)
  const { t } = useTranslation()
  return (
    <div className={classes.thread}>
      {error && <ProblemNote problem={error} onRetry={refetch} />}
      {itemsOf(data).map(note => (
        <AnnotationItem key={note.id} note={note} />
      ))}
      {hasNextPage && (
        <Button size="xs" variant="subtle" onClick={() => fetchNextPage()}>
          {t('act.more')}
        </Button>
      )}
      <NewNote target={target} writing={writing} onWriting={onWriting} keyHint={keyHint} />
    </div>
  )
}

const emptyDraft: NoteDraft = { motivation: 'commenting', body: '' }

function NewNote({ target, writing, onWriting, keyHint }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useKept(`note.new.${JSON.stringify(target)}`, emptyDraft)
  const save = useSaving()
  if (!writing)
    return <AddButton onClick={() => onWriting(true)} keyHint={keyHint} hasDraft={draft.body !== ''} />
  const onSave = () =>
    save.run({ ...draft, body: draft.body.trim(), target }, () => {
      setDraft(() => emptyDraft)
      onWriting(false)
    })
  return (
    <AnnotationForm
      draft={draft}
      onChange={next => setDraft(() => next)}
      onSave={onSave}
      onClose={() => onWriting(false)}
      onDiscard={() => {
        setDraft(() => emptyDraft)
        onWriting(false)
      }}
      saving={save.saving}
      problem={save.problem}
    >
      <span className="hidden">{t('note.add')}</span>
    </AnnotationForm>
  )
}

function AddButton({
  onClick,
  keyHint,
  hasDraft,
}: {
  onClick: () => void
  keyHint?: Props['keyHint']
  hasDraft: boolean
}) {
  const { t } = useTranslation()
  const { hint, ...aria } = useKeyHint(keyHint?.act ?? 'annotate', keyHint?.place ?? 'article')
  return (
    <Button
      size="xs"
      variant="default"
      className={classes.add}
      leftSection={<Icon name="comment" size={16} />}
      rightSection={keyHint && <Kbd keys={hint} hidden />}
      onClick={onClick}
      {...(keyHint && aria)}
    >
      {t(hasDraft ? 'note.continue' : 'note.add')}
    </Button>
  )
}

/** Saves a new annotation; a refusal is kept to be shown beside the form. */
export function useSaving() {
  const acts = useAnnotationActs()
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = async (value: Parameters<typeof acts.add>[0], onDone: () => void) => {
    setSaving(true)
    setProblem(undefined)
    try {
      await acts.add(value)
      onDone()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setSaving(false)
    }
  }
  return { saving, problem, run, clear: () => setProblem(undefined) }
}
