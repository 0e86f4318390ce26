import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../parts/Icon'
import { type Entry, type EntryActs, EntryDetails, SpeakerLine } from '../parts/StatementList'
import classes from './article.module.css'

/** The chosen statement at the foot of a narrow screen, where its list is far away. */
export function ChosenCard({
  entry,
  acts,
  isFirst,
  onClose,
}: {
  entry: Entry
  acts: EntryActs
  isFirst: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <section className={classes.card} aria-label={t('article.chosen')}>
      <div className={classes.cardHead}>
        <b>{entry.number}</b> <SpeakerLine statement={entry.statement} />
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onClose} aria-label={t('act.close')}>
          <Icon name="close" size={16} />
        </Button>
      </div>
      <EntryDetails entry={entry} acts={acts} isFirst={isFirst} />
    </section>
  )
}
