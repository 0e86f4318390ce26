import { UnstyledButton } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../state/Services'
import { Icon } from './Icon'
import { Kbd } from './Kbd'
import classes from './Toast.module.css'

const shown = 9000 // milliseconds; it stays while it has the pointer or the focus, and trouble stays until closed

/** The place where the page says what happened, and offers the way back. The
 * live region itself is always there: a screen reader misses one that comes
 * together with its words. */
export function Toast() {
  const { t } = useTranslation()
  const { announcer } = useServices()
  const message = useSyncExternalStore(announcer.watch, announcer.snapshot)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!message || held || message.tone === 'trouble') return
    const timer = setTimeout(() => announcer.clear(message.id), shown)
    return () => clearTimeout(timer)
  }, [message, held, announcer])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only keep the message up longer
    <div
      className={classes.place}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={message ? classes.toast : 'hidden'} data-tone={message?.tone}>
        <div role="status" className={classes.words} key={message?.id}>
          {message && (
            <>
              {message.tone === 'trouble' && <Icon name="warning" />}
              <div>
                {message.text} {message.hint && <span className={classes.hint}>{message.hint}</span>}
              </div>
            </>
          )}
        </div>
        {message?.action && (
          <UnstyledButton
            className={classes.action}
            onClick={() => {
              announcer.clear(message.id)
              message.action?.run()
            }}
          >
            {message.action.label} <Kbd keys={message.action.key} hidden />
          </UnstyledButton>
        )}
        {message && (
          <UnstyledButton
            className={classes.close}
            aria-label={t('act.close')}
            onClick={() => announcer.clear(message.id)}
          >
            <Icon name="close" size={16} />
          </UnstyledButton>
        )}
      </div>
    </div>
  )
}
