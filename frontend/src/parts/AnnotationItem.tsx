import { ActionIcon, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem, type Problem } from '../api/problem'
import type { Annotation } from '../api/types'
import { useKept } from '../state/kept'
import { useTrouble } from '../state/Services'
import { AnnotationForm, isAddress } from './AnnotationForm'
import { asNew, fetchAnnotation, useAnnotationActs } from './annotationActs'
import classes from './annotations.module.css'
import { Icon } from './Icon'

type Props = {
  note: Annotation
  /** Shows where the annotation is anchored; absent where the place says it. */
  onShow?: () => void
  current?: boolean
}

/** One annotation, with what its writer and others can do with it. */
export function AnnotationItem({ note, onShow, current }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useKept<string | null>(`note.${note.id}`, null)
  const [editing, setEditing] = useState(draft !== null)
  const acts = useAnnotationActs()
  const trouble = useTrouble()
  const onEdit = () => {
    setDraft(old => old ?? note.body)
    setEditing(true)
  }
  const onDone = () => {
    setDraft(() => null)
    setEditing(false)
  }
  const names = { kind: t(`note.motivation.${note.motivation}`), author: note.author.name }
  return (
    <article className={classes.note} data-current={current || undefined} id={`note-${note.id}`}>
      <header className={classes.noteHead}>
        <span className={classes.badge} data-kind={note.motivation}>
          {names.kind}
        </span>
        <span className={classes.author}>
          <bdi>{names.author}</bdi>
        </span>
        <When note={note} />
        <span className={classes.noteActs}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('note.edit', names)} onClick={onEdit}>
            <Icon name="edit" size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('note.delete', names)}
            onClick={() => acts.remove(note).catch(trouble)}
          >
            <Icon name="trash" size={16} />
          </ActionIcon>
        </span>
      </header>
      <Anchor note={note} onShow={onShow} />
      {editing && draft !== null ? (
        <EditNote
          note={note}
          body={draft}
          onChange={body => setDraft(() => body)}
          onDone={onDone}
          onClose={() => (draft === note.body ? onDone() : setEditing(false))}
        />
      ) : (
        <NoteBody note={note} />
      )}
      {!editing && draft !== null && (
        <Button size="compact-xs" variant="subtle" onClick={onEdit} style={{ justifySelf: 'start' }}>
          {t('note.unsaved')}: {t('note.continue')}
        </Button>
      )}
    </article>
  )
}

function When({ note }: { note: Annotation }) {
  const { t } = useTranslation()
  const edited = note.updated_at !== note.created_at
  return (
    <time
      className={classes.soft}
      dateTime={note.updated_at}
      title={new Date(note.updated_at).toLocaleString('en-GB')}
    >
      {new Date(note.created_at).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      })}
      {edited && ` · ${t('note.edited')}`}
    </time>
  )
}

function Anchor({ note, onShow }: { note: Annotation; onShow?: () => void }) {
  const { t } = useTranslation()
  if (!onShow) return null
  const words = note.target.exact
  return (
    <button
      type="button"
      className={classes.anchor}
      onClick={onShow}
      title={words ? t('note.words') : undefined}
    >
      {words ? <q dir="auto">{words}</q> : t(note.target.statement ? 'note.onStatement' : 'note.onArticle')}
    </button>
  )
}

/** The annotation's text, as text; evidence is a link only if it is a plain address. */
function NoteBody({ note }: { note: Annotation }) {
  if (note.body === '') return null
  if (note.motivation === 'linking' && isAddress(note.body)) {
    return (
      <a className={classes.body} href={note.body} target="_blank" rel="noreferrer noopener">
        {note.body}
      </a>
    )
  }
  return (
    <p className={classes.body} dir="auto">
      {note.body}
    </p>
  )
}

type EditProps = {
  note: Annotation
  body: string
  onChange: (body: string) => void
  onDone: () => void // forgets what was typed
  onClose: () => void // keeps it
}

/** Changes an annotation's text. Where somebody else changed or deleted it
 * meanwhile, both texts are shown and nothing is overwritten unasked. */
function EditNote({ note, body, onChange, onDone, onClose }: EditProps) {
  const acts = useAnnotationActs()
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [theirs, setTheirs] = useState<Annotation | 'gone'>()

  const attempt = async (act: () => Promise<unknown>) => {
    setSaving(true)
    setProblem(undefined)
    try {
      await act()
      onDone()
    } catch (error) {
      const found = asProblem(error)
      if (found.status === 412) await fetchAnnotation(note.id).then(setTheirs, setProblem)
      else if (found.status === 404) setTheirs('gone')
      else setProblem(found)
    } finally {
      setSaving(false)
    }
  }
  return (
    <AnnotationForm
      draft={{ motivation: note.motivation, body }}
      onChange={draft => onChange(draft.body)}
      onSave={() => attempt(() => acts.change(theirs && theirs !== 'gone' ? theirs : note, body.trim()))}
      onClose={onClose}
      onDiscard={onDone}
      saving={saving}
      problem={problem}
      fixedKind
    >
      {theirs && (
        <Meanwhile
          theirs={theirs}
          onTake={() => acts.refresh().then(onDone)}
          onAgain={() => attempt(() => acts.add({ ...asNew(note), body: body.trim() }))}
          onKeep={() => theirs !== 'gone' && attempt(() => acts.change(theirs, body.trim()))}
        />
      )}
    </AnnotationForm>
  )
}

type MeanwhileProps = {
  theirs: Annotation | 'gone'
  onTake: () => void
  onAgain: () => void
  onKeep: () => void
}

function Meanwhile({ theirs, onTake, onAgain, onKeep }: MeanwhileProps) {
  const { t } = useTranslation()
  const isGone = theirs === 'gone'
  return (
    <div className={classes.meanwhile} role="alert">
      <p>{t(isGone ? 'note.gone' : 'note.staleTitle')}</p>
      {!isGone && <NoteBody note={theirs} />}
      <div className={classes.formFoot}>
        <Button size="xs" variant="default" onClick={isGone ? onAgain : onKeep}>
          {t(isGone ? 'note.again' : 'note.staleKeep')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onTake}>
          {t(isGone ? 'note.discard' : 'note.staleTake')}
        </Button>
      </div>
    </div>
  )
}
