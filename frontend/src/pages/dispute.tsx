import { useTranslation } from 'react-i18next'
import { Page } from '../parts/Page'

export function DisputePage() {
  const { t } = useTranslation()
  return <Page title={t('nav.disputes')}>{null}</Page>
}
