import { Button, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { itemsOf, useArticles, useJobs, useStats } from '../api/queries'
import type { ArticleHead, Job } from '../api/types'
import { CoverageNote, Empty } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { Page } from '../parts/Page'
import { ProblemNote } from '../parts/ProblemNote'
import { isDeepening } from '../state/jobNews'
import { shortDate } from '../text/dates'
import { RetryButton } from './articleProgress'
import classes from './articles.module.css'

/** All articles of the archive, the newest first. */
export function ArticlesPage() {
  const { t } = useTranslation()
  const { data: stats } = useStats()
  const query = useArticles()
  const articles = itemsOf(query.data)
  return (
    <Page
      title={t('articles.title')}
      lead={stats && <Lead articles={stats.articles} coverage={stats.coverage} />}
      actions={
        <Button
          renderRoot={props => <Link to="/import" {...props} />}
          leftSection={<Icon name="import" />}
          size="xs"
        >
          {t('articles.import')}
        </Button>
      }
    >
      {query.error && <ProblemNote problem={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <Skeleton height={260} />}
      {query.data && articles.length === 0 && (
        <Empty title={t('articles.none')} icon="articles">
          <p>{t('articles.noneHelp')}</p>
        </Empty>
      )}
      {articles.length > 0 && <ArticleTable articles={articles} />}
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {t('act.more')}
        </Button>
      )}
    </Page>
  )
}

function Lead({ articles, coverage }: { articles: number; coverage: ArticleHead['coverage'] }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('articles.lead', { count: articles })}</p>
      {articles > 0 && <CoverageNote coverage={coverage} />}
    </>
  )
}

const columns = ['article', 'outlet', 'date', 'statements', 'conflicts', 'state'] as const

function ArticleTable({ articles }: { articles: ArticleHead[] }) {
  const { t } = useTranslation()
  const jobs = itemsOf(useJobs().data).filter(job => !isDeepening(job))
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col" data-column={column}>
              {t(`articles.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {articles.map(article => (
          <Row key={article.id} article={article} job={jobs.find(j => j.article === article.id)} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ article, job }: { article: ArticleHead; job?: Job }) {
  const { t } = useTranslation()
  const { id, title, publisher, date, url, author, state, coverage } = article
  const counted = state === 'ready'
  return (
    <tr>
      <th scope="row" data-column="article">
        <Link to="/articles/$id" params={{ id }} className={classes.title}>
          <bdi>{title || t('articles.untitled')}</bdi>
        </Link>
        <span className={classes.sub}>
          {author && <bdi>{author}</bdi>}
          {!url && <Missing name="url" />}
        </span>
      </th>
      <td data-column="outlet">{publisher ? <bdi>{publisher}</bdi> : <Missing name="publisher" />}</td>
      <td data-column="date">
        {date ? <time dateTime={date}>{shortDate(date)}</time> : <Missing name="date" />}
      </td>
      <td data-column="statements" data-label={t('articles.statements')}>
        {counted ? t('articles.count', { count: article.statements }) : '–'}
      </td>
      <td data-column="conflicts" data-label={t('articles.conflicts')}>
        {counted && article.conflicts > 0 ? (
          <Link to="/" search={{ article: id }}>
            {article.conflicts}
          </Link>
        ) : counted ? (
          0
        ) : (
          '–'
        )}
      </td>
      <td data-column="state">
        <State article={article} job={job} />
        {counted && coverage.not_compared > 0 && (
          <span className={classes.left}>{t('articles.notCompared', { count: coverage.not_compared })}</span>
        )}
      </td>
    </tr>
  )
}

function State({ article, job }: { article: ArticleHead; job?: Job }) {
  const { t } = useTranslation()
  const { state, problem } = article
  const icon = state === 'ready' ? 'check' : state === 'failed' ? 'warning' : 'info'
  return (
    <>
      <span className={classes.state} data-state={state}>
        <Icon name={icon} size={15} /> {t(`articles.states.${state}`)}
        {state === 'waiting' && job && job.total > 0 && ` ${job.done}/${job.total}`}
      </span>
      {state === 'failed' && (
        <>
          <span className={classes.problem}>{problem || job?.problem?.detail}</span>
          {job && <RetryButton job={job.id} />}
        </>
      )}
    </>
  )
}

/** Something about an article that is not known, and that reports name. */
function Missing({ name }: { name: 'publisher' | 'date' | 'url' }) {
  const { t } = useTranslation()
  return <span className={classes.missing}>{t(`articles.missing.${name}`)}</span>
}
