import { useTranslation } from 'react-i18next'
import type { Conflict } from '../api/types'
import { momentInWords } from '../text/dates'
import { LabelMark } from './Badges'
import classes from './ReviewList.module.css'

/** The reviews of a pair. Others' are hidden until one's own is saved: nobody
 * is to be swayed. */
export function ReviewList({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  const { count, mine, items } = conflict.reviews
  if (!items) {
    const others = count - (mine ? 1 : 0)
    return (
      <p className={classes.soft}>{others > 0 ? t('review.blind', { count: others }) : t('review.none')}</p>
    )
  }
  return (
    <>
      {conflict.state === 'differing' && <p className={classes.differing}>{t('review.differing')}</p>}
      <ul className={classes.list}>
        {items.map(review => (
          <li key={review.reviewer.id} className={classes.review}>
            <bdi className={classes.who}>{review.reviewer.name}</bdi>
            <LabelMark label={review.judgement} />
            {review.sureness && (
              <span className={classes.soft}>
                {t('review.sureOf', { degree: t(`sureness.${review.sureness}`) })}
              </span>
            )}
            <time className={classes.soft} dateTime={review.updated_at}>
              {momentInWords(review.updated_at)}
            </time>
            {review.note && (
              <p className={classes.note} dir="auto">
                {review.note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
