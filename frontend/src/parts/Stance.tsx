import { useTranslation } from 'react-i18next'
import type { Statement } from '../api/types'
import classes from './Stance.module.css'

/** Says in front of a statement's words that the speaker does not put them
 * forward: denied words must never look like asserted ones. */
export function Stance({ statement }: { statement: Pick<Statement, 'commitment' | 'cue_class'> }) {
  const { t } = useTranslation()
  const { commitment, cue_class } = statement
  // Where the words themselves say "not aware", they need no help.
  const inCue = commitment === 'denies' ? cue_class === 'deny' : commitment !== 'not_aware'
  if (commitment === 'asserts' || !inCue) return null
  return (
    <span className={classes.stance}>{t('pair.stance', { stance: t(`commitment.${commitment}`) })} </span>
  )
}
