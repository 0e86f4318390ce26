import { useTranslation } from 'react-i18next'
import { Page } from '../parts/Page'

export function ArticlesPage() {
  const { t } = useTranslation()
  return <Page title={t('nav.articles')}>{null}</Page>
}
