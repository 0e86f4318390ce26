import { useTranslation } from 'react-i18next'
import type { Comparison } from '../api/types'
import { LabelMark, StrengthMark } from '../parts/Badges'
import classes from './compare.module.css'

const parts = ['conflict', 'agree', 'neutral'] as const

/** What the engine says of the two, with the numbers for whoever wants them. */
export function CompareVerdict({ answer }: { answer: Comparison }) {
  const { t } = useTranslation()
  const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })
  return (
    <section className={classes.verdict} role="status">
      <p className={classes.verdictLine}>
        <span className={classes.soft}>{t('compare.verdict')}</span>
        <b>{t(`compare.relation.${answer.relation}`)}</b>
        <LabelMark label={answer.kind} />
        {answer.relation === 'conflict' && <StrengthMark strength={answer.strength} />}
      </p>
      <details className={classes.numbers}>
        <summary>{t('compare.details')}</summary>
        <dl className={classes.shares}>
          {parts.map(part => (
            <div key={part}>
              <dt>{t(`compare.probability.${part}`)}</dt>
              <dd>{percent.format(answer.probabilities[part])}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
