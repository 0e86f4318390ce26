import { useTranslation } from 'react-i18next'
import { Page } from '../parts/Page'

export function ConflictPage() {
  const { t } = useTranslation()
  return <Page title={t('nav.inbox')}>{null}</Page>
}
