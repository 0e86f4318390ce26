import { Button, Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '../api/types'
import { useKeyHint } from '../keys/KeysProvider'
import { Icon } from '../parts/Icon'
import { Kbd } from '../parts/Kbd'
import { Page } from '../parts/Page'
import { ProblemNote } from '../parts/ProblemNote'
import { longDate } from '../text/dates'
import classes from './article.module.css'
import { useReading } from './articleData'
import { ArticleHeadForm } from './articleHead'
import { ArticleProgress, DepthProgress } from './articleProgress'
import { ArticleReader } from './articleReader'

const route = getRouteApi('/articles/$id')

/** One article: its text with everything found in it, and what people wrote about it. */
export function ArticlePage() {
  const { id } = route.useParams()
  const { t } = useTranslation()
  const { article, items, job, deepening, trouble, isReading } = useReading(id)
  if (article.error && !article.data) {
    return (
      <Page title={t('article.title')} width="text">
        <ProblemNote problem={article.error} onRetry={article.refetch} />
      </Page>
    )
  }
  if (!article.data) return <Loading />
  return (
    <ArticleFrame article={article.data}>
      {article.data.state === 'ready' ? (
        <DepthProgress waiting={article.data.coverage.waiting} job={deepening} />
      ) : (
        <ArticleProgress article={article.data} job={job} />
      )}
      {trouble?.error && <ProblemNote problem={trouble.error} onRetry={trouble.refetch} />}
      <ArticleReader key={id} article={article.data} isReading={isReading} {...items} />
    </ArticleFrame>
  )
}

function Loading() {
  const { t } = useTranslation()
  return (
    <Page title={t('article.title')}>
      <p role="status" className="hidden">
        {t('state.loading')}
      </p>
      <Skeleton height={14} width="60%" mb="md" />
      <Skeleton height={340} />
    </Page>
  )
}

function ArticleFrame({ article, children }: { article: Article; children: React.ReactNode }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { hint, ...aria } = useKeyHint('editHead', 'article')
  return (
    <Page
      title={article.title || t('article.untitled')}
      lead={<Imprint article={article} />}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="edit" size={15} />}
          rightSection={<Kbd keys={hint} hidden />}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
          data-edit-head
          {...aria}
        >
          {t('head.edit')}
        </Button>
      }
    >
      {editing ? (
        <section className={classes.head} aria-label={t('head.edit')}>
          <ArticleHeadForm article={article} onDone={() => setEditing(false)} />
        </section>
      ) : (
        article.missing.length > 0 && <Missing article={article} onAdd={() => setEditing(true)} />
      )}
      {children}
    </Page>
  )
}

/** Outlet, date, author and link, in one line. */
function Imprint({ article }: { article: Article }) {
  const { publisher, date, author, url } = article
  return (
    <p className={classes.imprint}>
      {publisher && (
        <b>
          <bdi>{publisher}</bdi>
        </b>
      )}
      {date && <time dateTime={date}>{longDate(date)}</time>}
      {author && <bdi>{author}</bdi>}
      {/^https?:\/\//i.test(url) && (
        <a href={url} target="_blank" rel="noreferrer noopener">
          {url.replace(/^https?:\/\/(www\.)?/i, '').slice(0, 60)}
        </a>
      )}
    </p>
  )
}

function Missing({ article, onAdd }: { article: Article; onAdd: () => void }) {
  const { t } = useTranslation()
  const names = article.missing.map(name => t(`head.missing.${name as 'date'}`))
  return (
    <p className={classes.missing}>
      <Icon name="warning" size={16} />
      {t('head.missingList', { list: new Intl.ListFormat('en-GB').format(names) })}
      <Button size="compact-sm" variant="subtle" onClick={onAdd}>
        {t('head.add')}
      </Button>
    </p>
  )
}
