import { Button } from '@mantine/core'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asProblem } from '../api/problem'
import { Empty } from '../parts/Empty'
import { Page } from '../parts/Page'
import { ProblemNote } from '../parts/ProblemNote'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('trouble.notFound')} width="text">
      <Empty title={t('trouble.noPage')} icon="search">
        <Link to="/">{t('trouble.home')}</Link>
      </Empty>
    </Page>
  )
}

/** A page that broke. What was saved is safe; the page can be tried again. */
export function TroublePage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <Page title={t('trouble.title')} width="text">
      <ProblemNote problem={asProblem(error)} />
      <Button mt="md" variant="default" onClick={reset}>
        {t('act.retry')}
      </Button>
    </Page>
  )
}
