import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict, Label, Review, Sureness } from '../api/types'
import { useKeyHint, useKeySettings, useKeys } from '../keys/KeysProvider'
import { ariaKey, keyOf } from '../keys/table'
import { useTouch } from '../keys/touch'
import type { Draft } from '../state/drafts'
import { useAnnounce, useServices } from '../state/Services'
import { momentInWords } from '../text/dates'
import classes from './DecisionPanel.module.css'
import { Icon } from './Icon'
import { Kbd } from './Kbd'

const groups = [
  { name: 'conflict', labels: ['contradicts', 'differs_in_number', 'denies_knowledge'] },
  { name: 'no_conflict', labels: ['different_time_place_scope', 'updated', 'agrees', 'unrelated'] },
  { name: 'uncounted', labels: ['cannot_tell', 'bad_extraction'] },
] as const satisfies readonly { name: string; labels: readonly Label[] }[]
const labels: Label[] = groups.flatMap(group => [...group.labels])
const degrees: Sureness[] = ['low', 'medium', 'high']

type Props = {
  conflict: Conflict
  onSave: (conflict: Conflict, draft: Draft & { judgement: Label }, moved: Promise<void>) => void
  onNext: () => Promise<void>
}

/** Where a pair is judged: one key or click chooses, Enter saves and goes on.
 * Sureness and note may stay away. Give it `key` when the pair changes. */
export function DecisionPanel({ conflict, onSave, onNext }: Props) {
  const { t } = useTranslation()
  const { draft, value, change, discard, isStale, keepMine } = useDraft(conflict)
  const note = useRef<HTMLTextAreaElement>(null)
  const announce = useAnnounce()
  const { hint, ...aria } = useKeyHint('save', 'pair')
  const mine = conflict.reviews.mine

  const save = () => {
    const { judgement } = value
    if (isStale) return announce(t('review.staleFirst'))
    if (!judgement) return announce(t('review.chooseFirst'))
    const moved = onNext()
    if (draft) onSave(conflict, { ...value, judgement }, moved)
  }
  useKeys('pair', {
    ...Object.fromEntries(labels.map(judgement => [`judge.${judgement}`, () => change({ judgement })])),
    ...Object.fromEntries(
      degrees.map(s => [`sure.${s}`, () => change({ sureness: value.sureness === s ? undefined : s })]),
    ),
    note: () => {
      const end = value.note?.length ?? 0 // go on behind what is there
      note.current?.focus()
      note.current?.setSelectionRange(end, end)
    },
    save,
  })
  return (
    <section className={classes.panel} aria-labelledby="decide-title">
      <h2 id="decide-title" className="hidden">
        {t('review.title')}
      </h2>
      {isStale && draft && <Stale draft={draft} mine={mine} onKeep={keepMine} onTake={discard} />}
      <div className={classes.choices}>
        <Judgements value={value.judgement} onChange={judgement => change({ judgement })} />
        <SurenessChoice value={value.sureness} onChange={sureness => change({ sureness })} />
        <NoteField
          inputRef={note}
          value={value.note ?? ''}
          onChange={text => change({ note: text })}
          onSave={save}
        />
        <div className={classes.saving}>
          <Button onClick={save} rightSection={<Kbd keys={hint} hidden />} {...aria}>
            {t(draft || !mine ? 'review.save' : 'review.next')}
          </Button>
        </div>
      </div>
      {mine && !isStale && (
        <p className={classes.mine}>
          <Icon name="check" size={15} />{' '}
          {t(draft ? 'review.changing' : 'review.yours', {
            label: t(`label.${mine.judgement}`),
            when: momentInWords(mine.updated_at),
          })}
          {draft && (
            <Button size="compact-xs" variant="subtle" onClick={discard}>
              {t('review.discard')}
            </Button>
          )}
        </p>
      )}
    </section>
  )
}

/** What is chosen: the unsaved draft where there is one, else the saved review. */
function useDraft(conflict: Conflict) {
  const { drafts } = useServices()
  const { mine } = conflict.reviews
  const base = mine?.version ?? 0
  const [draft, setDraft] = useState(() => drafts.get(conflict.id))
  const saved: Draft = { judgement: mine?.judgement, sureness: mine?.sureness, note: mine?.note, base }
  const keep = (next: Draft | undefined) => {
    if (next) drafts.set(conflict.id, next)
    else drafts.clear(conflict.id)
    setDraft(next)
  }
  return {
    draft,
    value: draft ?? saved,
    change: (part: Partial<Draft>) => keep({ ...(draft ?? saved), ...part }),
    discard: () => keep(undefined),
    isStale: draft !== undefined && draft.base !== base,
    keepMine: () => draft && keep({ ...draft, base }),
  }
}

function Judgements({ value, onChange }: { value?: Label; onChange: (label: Label) => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.groups} role="radiogroup" aria-label={t('review.judgement')}>
      {groups.map(group => (
        <div key={group.name} className={classes.group} data-class={group.name}>
          <p className={classes.groupName} aria-hidden="true">
            {t(`class.${group.name}`)}
          </p>
          <div className={classes.options}>
            {group.labels.map(label => (
              <Option key={label} label={label} checked={value === label} onChange={() => onChange(label)} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function Option({ label, checked, onChange }: { label: Label; checked: boolean; onChange: () => void }) {
  const { t } = useTranslation()
  const { enabled } = useKeySettings()
  const key = keyOf(`judge.${label}`, 'pair')
  return (
    <label className={classes.option} title={t(`labelHelp.${label}`)}>
      <input
        type="radio"
        name="judgement"
        checked={checked}
        onChange={onChange}
        aria-keyshortcuts={enabled && key ? ariaKey(key) : undefined}
        aria-description={t(`labelHelp.${label}`)}
      />
      <span className={classes.face}>
        {enabled && <Kbd keys={key} hidden />}
        {t(`label.${label}`)}
        {checked && (
          <span className={classes.tick}>
            <Icon name="check" size={12} />
          </span>
        )}
      </span>
    </label>
  )
}

type SurenessProps = { value?: Sureness; onChange: (value?: Sureness) => void }

function SurenessChoice({ value, onChange }: SurenessProps) {
  const { t } = useTranslation()
  const { enabled } = useKeySettings()
  return (
    <fieldset className={classes.sureness}>
      <legend className={classes.groupName}>{t('review.sure')}</legend>
      <div className={classes.options}>
        {degrees.map(degree => {
          const key = keyOf(`sure.${degree}`, 'pair')
          return (
            <button
              key={degree}
              type="button"
              className={classes.degree}
              aria-pressed={value === degree}
              aria-keyshortcuts={enabled ? key : undefined}
              onClick={() => onChange(value === degree ? undefined : degree)}
            >
              {enabled && <Kbd keys={key} hidden />}
              {t(`sureness.${degree}`)}
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}

type NoteProps = {
  value: string
  onChange: (text: string) => void
  onSave: () => void
  inputRef: Ref<HTMLTextAreaElement>
}

function NoteField({ value, onChange, onSave, inputRef }: NoteProps) {
  const { t } = useTranslation()
  const { enabled } = useKeySettings()
  const touch = useTouch()
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSave()
    }
  }
  return (
    <Textarea
      ref={inputRef}
      className={classes.note}
      classNames={{ label: classes.groupName, input: classes.noteInput }}
      label={t('review.note')}
      placeholder={t(enabled && !touch ? 'review.notePlaceholderKeys' : 'review.notePlaceholder')}
      autosize
      minRows={1}
      maxRows={5}
      maxLength={20_000}
      dir="auto"
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}

type StaleProps = { draft: Draft; mine?: Review; onKeep: () => void; onTake: () => void }

/** Somebody, or the same person elsewhere, changed the review meanwhile: both
 * are shown, and nothing is overwritten unasked. */
function Stale({ draft, mine, onKeep, onTake }: StaleProps) {
  const { t } = useTranslation()
  const words = (label?: Label, note?: string) =>
    [label && t(`label.${label}`), note && `“${note}”`].filter(Boolean).join(', ')
  return (
    <div className={classes.stale} role="alert">
      <p>
        <strong>{t('review.stale')}</strong>
      </p>
      <dl>
        <dt>{t('review.staleSaved')}</dt>
        <dd>{mine ? words(mine.judgement, mine.note) : t('review.staleNone')}</dd>
        <dt>{t('review.staleMine')}</dt>
        <dd>{words(draft.judgement, draft.note) || t('review.staleNone')}</dd>
      </dl>
      <Button size="xs" onClick={onKeep}>
        {t('review.staleKeep')}
      </Button>{' '}
      <Button size="xs" variant="default" onClick={onTake}>
        {t('review.staleTake')}
      </Button>
    </div>
  )
}
