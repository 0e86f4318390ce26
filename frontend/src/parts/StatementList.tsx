import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict, Statement } from '../api/types'
import { useKeyHint } from '../keys/KeysProvider'
import type { Act } from '../keys/table'
import { longDate } from '../text/dates'
import { Icon, type IconName } from './Icon'
import { Kbd } from './Kbd'
import classes from './StatementList.module.css'

/** A statement with what the archive knows around it. */
export type Entry = {
  statement: Statement
  number: number // in the order of the article, from 1
  conflicts: Conflict[]
  notes: number
}

export type EntryActs = {
  onSelect: (id: string) => void
  onCopy: (id: string) => void
  onCompare: (id: string) => void
  onAnnotate: (id: string) => void
}

type Props = {
  acts: EntryActs // the same value for as long as the list is shown
  ref?: Ref<HTMLOListElement>
  entries: readonly Entry[]
  selected: string
  isOpen: boolean // whether the selected one shows its details
  firstOfPair: string // a statement that waits for a second one
  children?: ReactNode // shown at the end of the open one
}

/** All statements of an article, numbered as in the text; the selected one open. */
export function StatementList({ ref, entries, selected, isOpen, firstOfPair, acts, children }: Props) {
  return (
    <ol className={classes.list} ref={ref}>
      {entries.map(entry => {
        const isSelected = entry.statement.id === selected
        return (
          <Row
            key={entry.statement.id}
            entry={entry}
            isSelected={isSelected}
            isOpen={isSelected && isOpen}
            isFirst={isSelected && firstOfPair === selected}
            acts={acts}
          >
            {isSelected && children}
          </Row>
        )
      })}
    </ol>
  )
}

type RowProps = {
  entry: Entry
  isSelected: boolean
  isOpen: boolean
  isFirst: boolean
  acts: EntryActs
  children: ReactNode
}

/** Drawn anew only when it changes: an article may have thousands. */
const Row = memo(function Row({ entry, isSelected, isOpen, isFirst, acts, children }: RowProps) {
  const { id } = entry.statement
  return (
    <li className={classes.item} data-entry={id} data-selected={isSelected || undefined}>
      <Summary entry={entry} isSelected={isSelected} isOpen={isOpen} onSelect={acts.onSelect} />
      {isOpen && (
        <EntryDetails entry={entry} acts={acts} isFirst={isFirst}>
          {children}
        </EntryDetails>
      )}
    </li>
  )
})

type SummaryProps = { entry: Entry; isSelected: boolean; isOpen: boolean; onSelect: (id: string) => void }

function Summary({ entry, isSelected, isOpen, onSelect }: SummaryProps) {
  const { t } = useTranslation()
  const { statement, number } = entry
  return (
    <button
      type="button"
      className={classes.summary}
      aria-expanded={isOpen}
      aria-current={isSelected || undefined}
      onClick={() => onSelect(statement.id)}
    >
      <span className={classes.number}>{number}</span>
      <span className={classes.words}>
        <SpeakerLine statement={statement} />
        <span className={classes.quote} dir="auto">
          {statement.text}
        </span>
        <span className={classes.facts}>
          <Facts statement={statement} />
          {entry.conflicts.length > 0 && (
            <span className={classes.conflicts}>
              <Icon name="disputes" size={13} /> {t('statement.conflicts', { count: entry.conflicts.length })}
            </span>
          )}
          {entry.notes > 0 && (
            <span className={classes.fact}>
              <Icon name="comment" size={13} /> {t('note.title_count', { count: entry.notes })}
            </span>
          )}
        </span>
      </span>
    </button>
  )
}

export function SpeakerLine({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const { name, role } = statement.speaker
  return (
    <span className={classes.speaker}>
      <bdi>{name || t('article.noSpeaker')}</bdi>
      {role && (
        <span className={classes.role}>
          {' '}
          <bdi>{role}</bdi>
        </span>
      )}
    </span>
  )
}

/** Voice, kind of cue and commitment; the last only where it adds something. */
function Facts({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const cue = t(`cueClass.${statement.cue_class}`)
  const commitment = t(`commitment.${statement.commitment}`)
  const isPlain = statement.commitment === 'asserts' || commitment === cue
  return (
    <>
      <span className={classes.fact}>{t(`statementType.${statement.type}`)}</span>
      <span className={classes.fact}>{cue}</span>
      {!isPlain && <span className={classes.fact}>{commitment}</span>}
    </>
  )
}

type DetailsProps = { entry: Entry; acts: EntryActs; isFirst: boolean; children?: ReactNode }

/** Everything about one statement, and what can be done with it. */
export function EntryDetails({ entry, acts, isFirst, children }: DetailsProps) {
  const { t } = useTranslation()
  const { statement, conflicts } = entry
  const rows: [string, string | undefined][] = [
    [t('statement.kind'), t(`speakerKind.${statement.speaker.kind}`)],
    [t('statement.aliases'), statement.speaker.aliases?.join(', ')],
    [t('statement.commitment'), t(`commitment.${statement.commitment}`)],
    [t('statement.saidAt'), longDate(statement.said_at)],
    [t('statement.about'), longDate(statement.about)],
    [t('statement.chain'), statement.chain?.join(' › ')],
  ]
  return (
    <div className={classes.details}>
      <dl className={classes.rows}>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      <ConflictLinks conflicts={conflicts} statement={statement.id} />
      <div className={classes.acts}>
        <ActButton act="copy" icon="copy" onClick={() => acts.onCopy(statement.id)}>
          {t('statement.copy')}
        </ActButton>
        <ActButton act="compare" icon="compare" isOn={isFirst} onClick={() => acts.onCompare(statement.id)}>
          {t('statement.compare')}
        </ActButton>
        <ActButton act="annotate" icon="comment" onClick={() => acts.onAnnotate(statement.id)}>
          {t('note.add')}
        </ActButton>
      </div>
      {children}
    </div>
  )
}

type ActProps = {
  act: Act
  icon: IconName
  isOn?: boolean // for an act that is switched on and off
  onClick: () => void
  children: ReactNode
}

function ActButton({ act, icon, isOn, onClick, children }: ActProps) {
  const { hint, ...aria } = useKeyHint(act, 'article')
  return (
    <Button
      size="xs"
      variant={isOn ? 'filled' : 'default'}
      aria-pressed={isOn}
      leftSection={<Icon name={icon} size={15} />}
      rightSection={<Kbd keys={hint} hidden />}
      onClick={onClick}
      {...aria}
    >
      {children}
    </Button>
  )
}

/** Which possible conflicts the statement is in, each with the other side. */
function ConflictLinks({ conflicts, statement }: { conflicts: Conflict[]; statement: string }) {
  const { t } = useTranslation()
  if (conflicts.length === 0) return <p className={classes.soft}>{t('statement.noConflicts')}</p>
  return (
    <ul className={classes.pairs}>
      {conflicts.map(conflict => {
        const other = conflict.a.statement.id === statement ? conflict.b : conflict.a
        return (
          <li key={conflict.id}>
            <Link to="/conflicts/$id" params={{ id: conflict.id }} className={classes.pair}>
              <span className={classes.pairHead}>
                {t(`label.${conflict.judgement ?? conflict.kind}`)} ·{' '}
                {t(conflict.judgement ? 'statement.judged' : 'statement.possible')}
              </span>
              <span className={classes.pairWords} dir="auto">
                <b>
                  <bdi>{other.statement.speaker.name || t('article.noSpeaker')}</bdi>
                </b>{' '}
                {other.statement.text}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
