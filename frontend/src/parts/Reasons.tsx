import { useTranslation } from 'react-i18next'
import type { Conflict, Reason, Side } from '../api/types'
import { shortDate } from '../text/dates'
import { signOf } from '../text/marks'
import { Points, type Span } from '../text/points'
import classes from './Reasons.module.css'

type Props = {
  conflict: Pick<Conflict, 'reasons' | 'a' | 'b'>
  active?: number
  onActive: (reason?: number) => void
}

/** Why the two may be in conflict and why not, side by side and of equal
 * weight. Pointing at a reason, or focusing it, lights its words above. */
export function Reasons({ conflict, ...lit }: Props) {
  const { t } = useTranslation()
  return (
    <section className={classes.reasons} aria-labelledby="reasons-title">
      <h2 id="reasons-title" className="hidden">
        {t('pair.reasons')}
      </h2>
      <Column title={t('pair.for')} isFor conflict={conflict} {...lit} />
      <Column title={t('pair.against')} isFor={false} conflict={conflict} {...lit} />
    </section>
  )
}

function Column({ title, isFor, conflict, ...lit }: Props & { title: string; isFor: boolean }) {
  const { t } = useTranslation()
  const reasons = conflict.reasons
    .map((reason, index) => ({ reason, index }))
    .filter(r => r.reason.for === isFor)
  return (
    <div className={classes.column} data-for={isFor}>
      <h3 className={classes.title}>
        {title} <span className={classes.count}>{reasons.length}</span>
      </h3>
      {reasons.length === 0 && <p className={classes.none}>{t('pair.noReasons')}</p>}
      <ul className={classes.list}>
        {reasons.map(({ reason, index }) => (
          <li key={index}>
            <OneReason reason={reason} index={index} conflict={conflict} {...lit} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function OneReason({ reason, index, conflict, active, onActive }: Props & { reason: Reason; index: number }) {
  const { t } = useTranslation()
  const isActive = active === index
  const words = (['a', 'b'] as const)
    .map(side => ({ side, text: wordsOf(conflict[side], reason[side]) }))
    .filter(word => word.text !== '')
  const values = reason.values.filter(v => !words.some(word => word.text === v)).map(v => shortDate(v))
  return (
    <button
      type="button"
      className={classes.reason}
      data-reason={index}
      aria-pressed={isActive}
      onPointerEnter={event => event.pointerType === 'mouse' && onActive(index)}
      onPointerLeave={event => event.pointerType === 'mouse' && onActive()}
      onFocus={() => onActive(index)}
      onBlur={() => onActive()}
      onClick={() => onActive(index)}
    >
      <span className={classes.sign}>{signOf(index)}</span>
      <span>
        {t(`reason.${reason.kind}`)}
        {words.length > 0 && (
          <span className={classes.words}>
            {words.map(word => (
              <q key={word.side} dir="auto">
                {word.text}
              </q>
            ))}
          </span>
        )}
        {values.length > 0 && <span className={classes.values}>{values.join(' · ')}</span>}
      </span>
    </button>
  )
}

/** The words of spans, as far as the paragraph holds them. */
function wordsOf({ context }: Side, spans: readonly Span[]): string {
  const points = new Points(context.text)
  return spans
    .map(([start, end]) => points.slice(start - context.start, end - context.start))
    .filter(Boolean)
    .join(' … ')
}
