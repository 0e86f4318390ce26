import { useTranslation } from 'react-i18next'
import type { Conflict } from '../api/types'
import { momentInWords } from '../text/dates'
import { Icon } from './Icon'
import classes from './PairDetails.module.css'

/** Two statements that a person put together: why. */
export function JoinedNotice({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  if (conflict.origin !== 'person') return null
  return (
    <div className={classes.notice}>
      <Icon name="person" />
      <p>
        <strong>{t('origin.person')}.</strong> {conflict.note && <q dir="auto">{conflict.note}</q>}
      </p>
    </div>
  )
}

/** People touched this pair, so it stays as they saw it; a later run of the
 * engine says something else. */
export function EngineNotice({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  const now = conflict.engine_now
  if (!now) return null
  return (
    <div className={classes.notice}>
      <Icon name="info" />
      <p>
        {t('pair.engineNow', { label: t(`label.${now.kind}`), strength: t(`strength.${now.strength}`) })}{' '}
        <span className={classes.soft}>{t('pair.engineBefore', { label: t(`label.${conflict.kind}`) })}</span>
      </p>
    </div>
  )
}

/** The numbers and the run behind what the software says. */
export function PairDetails({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  return (
    <details className={classes.details}>
      <summary>{t('pair.details')}</summary>
      <dl className={classes.list}>
        <dt>{t('pair.score')}</dt>
        <dd>
          {conflict.score.toFixed(2)} ({t(`strength.${conflict.strength}`)}){' '}
          <span className={classes.soft}>{t('pair.scoreHelp')}</span>
        </dd>
        <dt>{t('pair.origin')}</dt>
        <dd>{t(`origin.${conflict.origin}`)}</dd>
        {conflict.run && (
          <>
            <dt>{t('pair.run')}</dt>
            <dd>
              <code>{conflict.run}</code>
            </dd>
          </>
        )}
        <dt>{t('pair.found')}</dt>
        <dd>{momentInWords(conflict.created_at)}</dd>
        {(['a', 'b'] as const).map(which => (
          <div key={which} className={classes.pairOf}>
            <dt>{t(which === 'a' ? 'pair.snapshotLeft' : 'pair.snapshotRight')}</dt>
            <dd>
              <code>{conflict[which].article.sha256}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
