import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Article } from '../api/types'
import { CoverageNote } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { momentInWords } from '../text/dates'
import classes from './article.module.css'

/** Where the text came from, and the proof of it. */
export function ArticleSource({ article }: { article: Article }) {
  const { t } = useTranslation()
  const { snapshot } = article
  const rows: [string, string][] = [
    [t('source.from'), snapshot.from || t('source.pasted')],
    [t('source.received'), momentInWords(snapshot.received_at)],
    [t('source.type'), snapshot.media_type],
    [t('source.size'), t('source.bytes', { count: snapshot.size })],
    [t('source.language'), article.language],
  ]
  return (
    <div className={classes.source}>
      <dl className={classes.rows}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code className={classes.hash}>{snapshot.sha256}</code>
          </dd>
        </div>
      </dl>
      <Button
        component="a"
        href={`/api/v1/articles/${encodeURIComponent(article.id)}/snapshot`}
        download
        variant="default"
        size="xs"
        leftSection={<Icon name="download" size={15} />}
      >
        {t('source.download')}
      </Button>
      <p className={classes.soft}>{t('source.why')}</p>
      <h2 className={classes.small}>{t('source.coverage')}</h2>
      {article.state === 'ready' ? (
        <CoverageNote coverage={article.coverage} />
      ) : (
        <p>{t('article.notYet')}</p>
      )}
    </div>
  )
}
