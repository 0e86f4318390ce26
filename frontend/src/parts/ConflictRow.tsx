import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conflict, ConflictFilter, Side } from '../api/types'
import { shortDate } from '../text/dates'
import { DepthMark, LabelMark, StateMark, StrengthMark } from './Badges'
import classes from './ConflictRow.module.css'
import { Stance } from './Stance'

type Props = {
  conflict: Conflict
  filter: ConflictFilter // of the list it stands in: the pair goes on from there
  selected?: boolean
  onSelect?: () => void
}

/** One possible conflict as a row: both speakers and quotations, how strong it
 * is, how far people are. The whole row is one link. */
export function ConflictRow({ conflict, filter, selected, onSelect }: Props) {
  const { t } = useTranslation()
  const { a, b } = conflict
  const name = t('inbox.rowName', {
    a: nameOf(a, t('inbox.noSpeaker')),
    b: nameOf(b, t('inbox.noSpeaker')),
    kind: t(`label.${conflict.kind}`),
    strength: t(`strength.${conflict.strength}`),
  })
  return (
    <div className={classes.row} data-selected={selected || undefined}>
      <Link
        to="/conflicts/$id"
        params={{ id: conflict.id }}
        search={filter}
        className={classes.link}
        data-conflict={conflict.id}
        onFocus={onSelect}
        aria-label={conflict.not_in_depth ? `${name}, ${t('depth.mark')}` : name}
      />
      <div className={classes.strength}>
        <StrengthMark strength={conflict.strength} />
        <DepthMark conflict={conflict} />
      </div>
      <Quote side={a} />
      <Quote side={b} />
      <div className={classes.marks}>
        <LabelMark label={conflict.kind} />
        <StateMark conflict={conflict} />
      </div>
    </div>
  )
}

const nameOf = (side: Side, otherwise: string) => side.statement.speaker.name || otherwise

function Quote({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { statement, article } = side
  return (
    <div className={classes.side}>
      <p className={classes.who}>
        <bdi className={classes.speaker}>{nameOf(side, t('inbox.noSpeaker'))}</bdi>{' '}
        <span className={classes.where}>
          <bdi>{article.publisher || article.title}</bdi>
          {(statement.said_at || article.date) && <> · {shortDate(statement.said_at || article.date)}</>}
        </span>
      </p>
      <p className={classes.quote} dir="auto">
        <Stance statement={statement} />
        {statement.text}
      </p>
    </div>
  )
}
