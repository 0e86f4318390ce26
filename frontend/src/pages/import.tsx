import { useTranslation } from 'react-i18next'
import { Page } from '../parts/Page'

export function ImportPage() {
  const { t } = useTranslation()
  return <Page title={t('nav.import')}>{null}</Page>
}
