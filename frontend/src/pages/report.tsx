import { useTranslation } from 'react-i18next'
import { Page } from '../parts/Page'

export function ReportPage() {
  const { t } = useTranslation()
  return <Page title={t('nav.report')}>{null}</Page>
}
