import { Button } from '@mantine/core'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useKeySettings } from '../keys/KeysProvider'
import { useTouch } from '../keys/touch'
import classes from './FirstHint.module.css'
import { Kbd } from './Kbd'

const storageName = 'counterclaim.hint'

/** Says once how a pair is judged. */
export function FirstHint({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const { enabled } = useKeySettings()
  const touch = useTouch()
  const [open, setOpen] = useState(() => localStorage.getItem(storageName) !== 'seen')
  if (!open || !shown) return null
  const close = () => {
    localStorage.setItem(storageName, 'seen')
    setOpen(false)
  }
  return (
    <aside className={classes.hint} aria-label={t('hint.name')}>
      <p>
        {enabled && !touch ? (
          <Trans
            i18nKey="hint.keys"
            components={{
              j: <Kbd keys="j" />,
              k: <Kbd keys="k" />,
              enter: <Kbd keys="Enter" />,
              one: <Kbd keys="1" />,
              help: <Kbd keys="?" />,
            }}
          />
        ) : (
          t('hint.mouse')
        )}
      </p>
      <Button size="xs" variant="default" onClick={close}>
        {t('hint.close')}
      </Button>
    </aside>
  )
}
