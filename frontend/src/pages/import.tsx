import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../parts/Page'
import { ImportForm } from './importForm'
import { ImportProgress } from './importProgress'
import { RecentImports } from './importRecent'

const route = getRouteApi('/import')

/** Hands in an article: paste, file or link. Then shows how far the program is
 * with it, asks for what it did not find, and goes to the article. */
export function ImportPage() {
  const { t } = useTranslation()
  const { job } = route.useSearch()
  const navigate = useNavigate()
  const show = (id?: string) => navigate({ to: '/import', search: id ? { job: id } : {} })
  if (job) {
    return (
      <Page title={t('import.progress')} width="text">
        <ImportProgress key={job} id={job} onAnother={() => show()} />
      </Page>
    )
  }
  return (
    <Page title={t('import.title')} lead={t('import.lead')} width="text">
      <ImportForm onAccepted={show} />
      <RecentImports />
    </Page>
  )
}
