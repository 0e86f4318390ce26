import { Button, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../api/problem'
import type { Motivation } from '../api/types'
import classes from './annotations.module.css'
import { ProblemNote } from './ProblemNote'

export type NoteDraft = { motivation: Motivation; body: string }

export const motivations: Motivation[] = [
  'commenting',
  'questioning',
  'tagging',
  'linking',
  'editing',
  'highlighting',
]

/** Whether the draft can be saved: something must be said, and evidence is an address. */
export function isComplete({ motivation, body }: NoteDraft): boolean {
  const text = body.trim()
  return motivation === 'highlighting' || (motivation === 'linking' ? isAddress(text) : text !== '')
}

/** Whether the text is a plain web address, safe to be a link. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text)
}

type Props = {
  draft: NoteDraft
  onChange: (draft: NoteDraft) => void
  onSave: () => void
  onClose: () => void // closes the form; what was typed is kept
  onDiscard?: () => void
  saving: boolean
  problem?: Problem
  fixedKind?: boolean // the kind of a saved annotation does not change
  autoFocus?: boolean
  children?: ReactNode // what the annotation is about
}

/** Writes one annotation: its kind and its text. */
export function AnnotationForm(props: Props) {
  const { draft, onChange, onSave, onClose, onDiscard, saving, problem, fixedKind, children } = props
  const { t } = useTranslation()
  const help = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isComplete(draft) && !saving) {
      event.preventDefault()
      onSave()
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.stopPropagation()
      onClose()
    }
  }
  return (
    <form
      className={classes.form}
      onKeyDown={onKeyDown}
      onSubmit={event => {
        event.preventDefault()
        if (isComplete(draft) && !saving) onSave()
      }}
    >
      {children}
      {!fixedKind && (
        <KindChoice value={draft.motivation} onChange={motivation => onChange({ ...draft, motivation })} />
      )}
      <Body {...props} help={help} />
      {problem && <ProblemNote problem={problem} />}
      <div className={classes.formFoot}>
        <Button type="submit" size="xs" loading={saving} disabled={!isComplete(draft)}>
          {t(fixedKind ? 'act.save' : 'note.save')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onDiscard ?? onClose} disabled={saving}>
          {t(onDiscard ? 'note.discard' : 'act.cancel')}
        </Button>
        <span id={help} className={`${classes.soft} ${classes.keysHelp}`}>
          {t('note.saveKeys')}
        </span>
      </div>
    </form>
  )
}

function Body({ draft, onChange, help, autoFocus = true }: Props & { help: string }) {
  const { t } = useTranslation()
  const shared = {
    label: t(`note.body.${draft.motivation}`),
    value: draft.body,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, body: event.currentTarget.value }),
    'aria-describedby': help,
    'data-autofocus': autoFocus || undefined,
    ref: (field: HTMLElement | null) => focusOnce(field, autoFocus),
    maxLength: 20_000,
    dir: 'auto',
  }
  if (draft.motivation === 'tagging') return <TextInput {...shared} />
  if (draft.motivation === 'linking') {
    const isBad = draft.body.trim() !== '' && !isAddress(draft.body.trim())
    return (
      <TextInput
        {...shared}
        type="url"
        placeholder={t('note.linkPlaceholder')}
        error={isBad ? t('note.linkBad') : undefined}
      />
    )
  }
  return <Textarea {...shared} autosize minRows={2} maxRows={10} />
}

/** Gives the field the focus when it appears, not with every later drawing. */
function focusOnce(field: HTMLElement | null, wanted: boolean) {
  if (!field || !wanted || field.dataset.focused) return
  field.dataset.focused = 'yes'
  field.focus({ preventScroll: true })
}

function KindChoice({ value, onChange }: { value: Motivation; onChange: (value: Motivation) => void }) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className={classes.kinds}>
      <legend className="hidden">{t('note.kind')}</legend>
      {motivations.map(motivation => (
        <label key={motivation} className={classes.kind}>
          <input
            type="radio"
            name={name}
            checked={motivation === value}
            onChange={() => onChange(motivation)}
            className={classes.kindInput}
          />
          <span>{t(`note.motivation.${motivation}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
