import { useTranslation } from 'react-i18next'
import { Page } from '../parts/Page'

export function ComparePage() {
  const { t } = useTranslation()
  return <Page title={t('nav.compare')}>{null}</Page>
}
