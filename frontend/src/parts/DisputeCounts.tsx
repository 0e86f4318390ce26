import { useTranslation } from 'react-i18next'
import type { Dispute } from '../api/types'
import classes from './DisputeCounts.module.css'
import { Icon } from './Icon'

/** How far people are with a dispute's pairs. */
export function DisputeCounts({ counts }: { counts: Dispute['counts'] }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.counts} aria-label={t('dispute.counts')}>
      <li>
        <span className={classes.ring} aria-hidden="true" />{' '}
        {t('dispute.possible', { count: counts.possible })}
      </li>
      <li data-state={counts.judged > 0 ? 'judged' : undefined}>
        <Icon name="check" size={15} /> {t('dispute.judged', { count: counts.judged })}
      </li>
      {counts.differing > 0 && (
        <li data-state="differing">
          <Icon name="warning" size={15} /> {t('dispute.differing', { count: counts.differing })}
        </li>
      )}
    </ul>
  )
}
