import { Button, Switch } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, fetchReport, formats, saveAs } from '../pages/reportFetch'
import { useAnnounce, useTrouble } from '../state/Services'
import classes from './DisputeReport.module.css'
import { Icon } from './Icon'

/** Saves the report of one dispute, in any of the formats. */
export function DisputeReport({ dispute }: { dispute: string }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const trouble = useTrouble()
  const [unreviewed, setUnreviewed] = useState(false)
  const [busy, setBusy] = useState<Format>()
  const download = async (format: Format) => {
    setBusy(format)
    try {
      const { blob, name } = await fetchReport({ format, disputes: [dispute], unreviewed })
      saveAs(blob, name)
      announce(t('report.saved', { name }))
    } catch (error) {
      trouble(error)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <div className={classes.report}>
      <Switch
        checked={unreviewed}
        onChange={event => setUnreviewed(event.currentTarget.checked)}
        label={t('dispute.unreviewed')}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, no form */}
      <div className={classes.formats} role="group" aria-label={t('dispute.formats')}>
        {formats.map(format => (
          <Button
            key={format}
            size="xs"
            variant="default"
            leftSection={<Icon name="download" size={15} />}
            loading={busy === format}
            onClick={() => download(format)}
          >
            {t(`report.formats.${format}`)}
          </Button>
        ))}
      </div>
      <Link to="/report" search={{ dispute }}>
        {t('dispute.moreReport')}
      </Link>
    </div>
  )
}
