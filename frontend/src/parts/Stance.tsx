import { useTranslation } from 'react-i18next'
import { type Stated, stanceOf } from '../text/stance'
import classes from './Stance.module.css'

/** Says in front of a statement's words that the speaker does not put them
 * forward: denied words must never look like asserted ones. */
export function Stance({ statement }: { statement: Stated }) {
  const { t } = useTranslation()
  const stance = stanceOf(statement)
  if (!stance) return null
  return <span className={classes.stance}>{t('pair.stance', { stance: t(`commitment.${stance}`) })} </span>
}
