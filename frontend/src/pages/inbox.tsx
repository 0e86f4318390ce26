import { useTranslation } from 'react-i18next'
import { Page } from '../parts/Page'

export function InboxPage() {
  const { t } = useTranslation()
  return <Page title={t('nav.inbox')}>{null}</Page>
}
