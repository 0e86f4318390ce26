import { Modal, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../parts/Kbd'
import classes from './HelpDialog.module.css'
import { useKeySettings } from './KeysProvider'
import { type Place, shortcuts } from './table'

const places: Place[] = ['anywhere', 'inbox', 'pair', 'disputes', 'article', 'compare']

/** All shortcuts by place, and the switch that turns them off. */
export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { enabled, setEnabled } = useKeySettings()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      size={980}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Switch
        checked={enabled}
        onChange={event => setEnabled(event.currentTarget.checked)}
        label={t('keys.switch')}
        description={t('keys.switchHelp')}
        mb="md"
      />
      <div className={classes.places}>
        {places.map(place => (
          <section key={place} className={classes.place}>
            <h3 className={classes.heading}>{t(`keys.place.${place}`)}</h3>
            <dl className={classes.list}>
              {shortcuts
                .filter(s => s.place === place)
                .map(s => (
                  <div key={s.act} className={classes.row}>
                    <dt>
                      <Kbd keys={s.key} />
                    </dt>
                    <dd>{t(`keys.act.${s.act}`)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
