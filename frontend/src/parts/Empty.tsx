import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Coverage } from '../api/types'
import classes from './Empty.module.css'
import { Icon, type IconName } from './Icon'

type Props = { title: string; icon?: IconName; children?: ReactNode }

/** A page or a list that has nothing to show, and what to do about it. */
export function Empty({ title, icon = 'inbox', children }: Props) {
  return (
    <div className={classes.empty}>
      <Icon name={icon} size={34} />
      <p className={classes.title}>{title}</p>
      {children}
    </div>
  )
}

/** What was compared and what was not: said beside every result, above all
 * beside an empty one. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  return (
    <p className={classes.coverage}>
      {t('coverage.compared', { count: coverage.compared, statements: coverage.statements })}{' '}
      {coverage.not_compared > 0
        ? t('coverage.left', { count: coverage.not_compared })
        : coverage.compared > 0 && t('coverage.all')}
      {coverage.waiting > 0 && ` ${t('coverage.waiting', { count: coverage.waiting })}`}
    </p>
  )
}
