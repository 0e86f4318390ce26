import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRetryJob } from '../api/mutations'
import type { Article, Job } from '../api/types'
import { Icon } from '../parts/Icon'
import { useTrouble } from '../state/Services'
import classes from './articleProgress.module.css'

/** How far the reading of an article is, or why it failed. */
export function ArticleProgress({ article, job }: { article: Article; job?: Job }) {
  const { t } = useTranslation()
  if (article.state === 'failed') {
    return <JobFailure detail={article.problem || job?.problem?.detail || t('job.unknown')} job={job} />
  }
  return job ? <JobProgress job={job} /> : <p className={classes.waiting}>{t('job.queued')}</p>
}

/** Says of an article that is ready how many pairs still wait for a comparison
 * in depth, and why one failed. */
export function DepthProgress({ waiting, job }: { waiting: number; job?: Job }) {
  const { t } = useTranslation()
  if (waiting === 0) return null
  return (
    <div className={classes.depth}>
      <p role="status">
        {t('job.compared')} {t('coverage.waiting', { count: waiting })}
      </p>
      {job?.state === 'failed' && (
        <>
          <p>
            {t('job.depthFailed')} {job.problem?.detail}
          </p>
          <RetryButton job={job.id} />
        </>
      )}
    </div>
  )
}

/** A bar for a job that is under way. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation()
  const share = job.total > 0 ? Math.round((100 * job.done) / job.total) : undefined
  const stage = job.stage || t('job.working')
  return (
    <div className={classes.progress}>
      <p role="status">
        {job.state === 'queued' ? t('job.queued') : <span className={classes.stage}>{stage}</span>}
        {job.attempt > 1 && ` ${t('job.attempt', { count: job.attempt })}`}
      </p>
      <Progress value={share ?? 100} animated={share === undefined} size="sm" aria-label={stage} />
      {share !== undefined && (
        <p className={classes.count}>{t('job.count', { done: job.done, total: job.total })}</p>
      )}
    </div>
  )
}

/** Why a job failed, and the way to try again. */
export function JobFailure({ detail, job }: { detail: string; job?: Job }) {
  const { t } = useTranslation()
  return (
    <div className={classes.failure} role="alert">
      <Icon name="warning" size={20} />
      <div>
        <p>
          <b>{t('job.failed')}</b> {detail}
        </p>
        {job && <RetryButton job={job.id} />}
      </div>
    </div>
  )
}

export function RetryButton({ job }: { job: string }) {
  const { t } = useTranslation()
  const retry = useRetryJob()
  const trouble = useTrouble()
  return (
    <Button
      size="xs"
      variant="default"
      mt={8}
      loading={retry.isPending}
      onClick={() => retry.mutate(job, { onError: trouble })}
    >
      {t('act.retry')}
    </Button>
  )
}
