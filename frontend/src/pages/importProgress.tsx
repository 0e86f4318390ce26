import { Button, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/keys'
import { useArticle, useJob } from '../api/queries'
import type { Article, Job } from '../api/types'
import { ProblemNote } from '../parts/ProblemNote'
import { ArticleHeadForm } from './articleHead'
import { JobFailure, JobProgress } from './articleProgress'
import classes from './import.module.css'
import { AlreadyThere } from './importForm'

type Props = { id: string; onAnother: () => void }

/** How far the program is with an article that was handed in. */
export function ImportProgress({ id, onAnother }: Props) {
  const { t } = useTranslation()
  const job = useJob(id)
  if (job.error && !job.data) return <ProblemNote problem={job.error} onRetry={() => job.refetch()} />
  if (!job.data) return <Skeleton height={90} />
  return (
    <div className={classes.stack}>
      {job.data.link && <p className={classes.soft}>{job.data.link}</p>}
      <State job={job.data} />
      {job.data.article && <Arrived key={job.data.article} id={job.data.article} job={job.data} />}
      <Button variant="subtle" size="xs" className={classes.another} onClick={onAnother}>
        {t('import.another')}
      </Button>
    </div>
  )
}

function State({ job }: { job: Job }) {
  const { t } = useTranslation()
  if (job.state === 'done') return <p role="status">{t('import.done')}</p>
  if (job.state !== 'failed') return <JobProgress job={job} />
  const { problem } = job
  if (problem?.code === 'article-exists' && problem.ref) {
    return <AlreadyThere article={problem.ref} label={t('import.exists')} />
  }
  return <JobFailure detail={problem?.detail ?? t('job.unknown')} job={job} />
}

/** The article is in the archive: asks for what was not found, while the
 * program goes on reading, and goes there when both are done. */
function Arrived({ id, job }: { id: string; job: Job }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: article } = useArticle(id)
  const [isAnswered, setAnswered] = useState(false)
  const isRead = job.state === 'done'
  const mustAsk = article && article.missing.length > 0 && !isAnswered
  useEffect(() => {
    if (!isRead) return
    for (const key of [keys.article(id), keys.articles, keys.conflicts, keys.disputes, keys.stats]) {
      client.invalidateQueries({ queryKey: key })
    }
  }, [isRead, id, client])
  useEffect(() => {
    if (isRead && article && !mustAsk) navigate({ to: '/articles/$id', params: { id }, replace: true })
  }, [isRead, article, mustAsk, id, navigate])
  if (!article) return null
  return (
    <section className={classes.arrived}>
      <h2 className={classes.arrivedTitle}>
        <bdi>{article.title || t('article.untitled')}</bdi>
      </h2>
      {mustAsk ? (
        <Ask article={article} onDone={() => setAnswered(true)} />
      ) : (
        <Link to="/articles/$id" params={{ id }}>
          {t('import.readNow')}
        </Link>
      )}
    </section>
  )
}

function Ask({ article, onDone }: { article: Article; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={classes.soft}>{t('import.ask')}</p>
      <ArticleHeadForm article={article} onDone={onDone} onlyMissing skipLabel={t('import.skip')} />
    </>
  )
}
