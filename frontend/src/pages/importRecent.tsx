import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { itemsOf, useArticles, useJobs } from '../api/queries'
import type { Job } from '../api/types'
import { isDeepening } from '../state/jobNews'
import { momentInWords } from '../text/dates'
import { RetryButton } from './articleProgress'
import classes from './import.module.css'

const shown = 8

/** What was handed in last, and what became of it. */
export function RecentImports() {
  const { t } = useTranslation()
  const jobs = itemsOf(useJobs().data)
    .filter(job => !isDeepening(job))
    .slice(0, shown)
  const titles = new Map(itemsOf(useArticles().data).map(a => [a.id, a.title]))
  if (jobs.length === 0) return null
  return (
    <section className={classes.recent} aria-labelledby="recent-imports">
      <h2 id="recent-imports" className={classes.recentTitle}>
        {t('import.recent')}
      </h2>
      <ul className={classes.jobs}>
        {jobs.map(job => (
          <li key={job.id} className={classes.job}>
            <JobName job={job} title={titles.get(job.article ?? '')} />
            <span className={classes.soft}>{momentInWords(job.created_at)}</span>
            <span className={classes.jobState} data-state={job.state}>
              {t(`import.states.${job.state}`)}
              {job.state === 'running' && job.stage && `: ${job.stage}`}
            </span>
            {job.state === 'failed' && (
              <div className={classes.jobProblem}>
                {job.problem?.detail}
                <div>
                  <RetryButton job={job.id} />
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function JobName({ job, title }: { job: Job; title?: string }) {
  const { t } = useTranslation()
  const name = <bdi>{title || job.link || t('articles.untitled')}</bdi>
  if (job.article && job.state === 'done') {
    return (
      <Link to="/articles/$id" params={{ id: job.article }} className={classes.jobName}>
        {name}
      </Link>
    )
  }
  return (
    <Link to="/import" search={{ job: job.id }} className={classes.jobName} title={t('import.progress')}>
      {name}
    </Link>
  )
}
