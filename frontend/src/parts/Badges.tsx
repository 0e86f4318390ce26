import { useTranslation } from 'react-i18next'
import type { Conflict, Label, Strength } from '../api/types'
import classes from './Badges.module.css'
import { Icon } from './Icon'

const bars = { weak: 1, fair: 2, strong: 3 } as const

/** The strength of a possible conflict: bars, and the word itself. */
export function StrengthMark({ strength }: { strength: Strength }) {
  const { t } = useTranslation()
  return (
    <span className={classes.strength} data-strength={strength}>
      <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true" focusable="false">
        {[0, 1, 2].map(bar => (
          <rect
            key={bar}
            x={bar * 6}
            y={9 - bar * 4}
            width="4"
            height={5 + bar * 4}
            rx="1"
            className={bar < bars[strength] ? classes.full : classes.hollow}
          />
        ))}
      </svg>
      {t(`strength.${strength}`)}
    </span>
  )
}

/** Beside the strength of a pair that software has compared by its words alone. */
export function DepthMark({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  if (!conflict.not_in_depth) return null
  return (
    <span className={classes.depth} title={t('depth.help')}>
      {t('depth.mark')}
    </span>
  )
}

/** What software or people call a pair. */
export function LabelMark({ label, by }: { label: Label; by?: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes.label} data-class={classOf(label)} title={t(`labelHelp.${label}`)}>
      {by && <span className={classes.by}>{by}</span>} {t(`label.${label}`)}
    </span>
  )
}

/** What a label comes down to. */
export function classOf(label: Label): 'conflict' | 'no_conflict' | 'uncounted' {
  if (label === 'contradicts' || label === 'differs_in_number' || label === 'denies_knowledge')
    return 'conflict'
  return label === 'cannot_tell' || label === 'bad_extraction' ? 'uncounted' : 'no_conflict'
}

/** How far people are with a pair, and what the person himself said. */
export function StateMark({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  const { mine, count } = conflict.reviews
  if (conflict.state === 'differing') {
    return (
      <span className={classes.state} data-state="differing">
        <Icon name="warning" size={15} /> {t('conflictState.differing')}
      </span>
    )
  }
  if (mine) {
    return (
      <span className={classes.state} data-state="mine">
        <Icon name="check" size={15} /> {t('inbox.mine', { label: t(`label.${mine.judgement}`) })}
      </span>
    )
  }
  return (
    <span className={classes.state} data-state="open">
      <span className={classes.ring} aria-hidden="true" />
      {count > 0 ? t('inbox.othersOnly', { count }) : t('conflictState.open')}
    </span>
  )
}
