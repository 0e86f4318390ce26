import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../api/problem'
import { Icon } from './Icon'
import classes from './ProblemNote.module.css'

/** What went wrong, where, and what to do. */
export function ProblemNote({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.note} role="alert">
      <Icon name="warning" size={20} />
      <div className={classes.words}>
        <p className={classes.detail}>{problem.message}</p>
        {problem.hint && <p>{problem.hint}</p>}
        {problem.errors.length > 0 && (
          <ul className={classes.errors}>
            {problem.errors.map(e => (
              <li key={e.location + e.message}>
                {e.location && <code>{e.location}</code>} {e.message}
              </li>
            ))}
          </ul>
        )}
        {onRetry && (
          <Button size="xs" variant="default" mt={8} onClick={onRetry}>
            {t('act.retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
