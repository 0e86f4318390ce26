import { Button, Checkbox, Radio, Skeleton, Switch } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsOf, useDisputes } from '../api/queries'
import type { Dispute } from '../api/types'
import { Icon } from '../parts/Icon'
import { Page } from '../parts/Page'
import { ProblemNote } from '../parts/ProblemNote'
import { useAnnounce, useTrouble } from '../state/Services'
import { useWhole } from './articleData'
import classes from './report.module.css'
import { type Choice, type Format, fetchReport, formats, reportAddress, saveAs } from './reportFetch'
import { ReportPreview } from './reportPreview'

const route = getRouteApi('/report')

/** Chooses what a report holds and in which form, shows it, and saves it. */
export function ReportPage() {
  const { t } = useTranslation()
  const { dispute } = route.useSearch()
  const [some, setSome] = useState(dispute !== undefined)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(dispute ? [dispute] : []))
  const [format, setFormat] = useState<Format>('html')
  const [unreviewed, setUnreviewed] = useState(false)
  const isEmpty = some && chosen.size === 0
  const choice: Choice = { format, disputes: some ? [...chosen] : [], unreviewed }
  return (
    <Page title={t('report.title')} lead={t('report.lead')}>
      <div className={classes.columns}>
        <div className={classes.form}>
          <Which some={some} onSome={setSome} chosen={chosen} onChosen={setChosen} />
          <Switch
            checked={unreviewed}
            onChange={event => setUnreviewed(event.currentTarget.checked)}
            label={t('report.unreviewed')}
            description={t('report.unreviewedHelp')}
          />
          <Radio.Group
            value={format}
            onChange={value => setFormat(value as Format)}
            label={t('report.format')}
            labelProps={{ className: classes.legend }}
          >
            <div className={classes.formats}>
              {formats.map(f => (
                <Radio
                  key={f}
                  value={f}
                  label={t(`report.formats.${f}`)}
                  description={t(`report.formatHelp.${f}`)}
                />
              ))}
            </div>
          </Radio.Group>
          <Acts choice={choice} isEmpty={isEmpty} />
        </div>
        <ReportPreview choice={choice} isEmpty={isEmpty} />
      </div>
    </Page>
  )
}

type WhichProps = {
  some: boolean
  onSome: (some: boolean) => void
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
}

function Which({ some, onSome, chosen, onChosen }: WhichProps) {
  const { t } = useTranslation()
  const query = useWhole(useDisputes())
  const disputes = itemsOf(query.data)
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChosen(next)
  }
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('report.which')}</legend>
      <Radio.Group
        value={some ? 'some' : 'all'}
        onChange={value => onSome(value === 'some')}
        aria-label={t('report.which')}
      >
        <div className={classes.ways}>
          <Radio value="all" label={t('report.all')} />
          <Radio value="some" label={t('report.some')} />
        </div>
      </Radio.Group>
      {query.error && <ProblemNote problem={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <Skeleton height={80} />}
      {query.data && disputes.length === 0 && <p className={classes.soft}>{t('report.none')}</p>}
      {some && disputes.length > 0 && (
        <div className={classes.list}>
          {disputes.map(d => (
            <DisputeChoice key={d.id} dispute={d} isChosen={chosen.has(d.id)} onToggle={() => toggle(d.id)} />
          ))}
        </div>
      )}
      {some && (
        <p role="status" className={classes.soft}>
          {t('report.chosen', { count: chosen.size })}
        </p>
      )}
    </fieldset>
  )
}

function DisputeChoice({
  dispute,
  isChosen,
  onToggle,
}: {
  dispute: Dispute
  isChosen: boolean
  onToggle: () => void
}) {
  const { t } = useTranslation()
  return (
    <Checkbox
      checked={isChosen}
      onChange={onToggle}
      label={<bdi>{dispute.question}</bdi>}
      description={t('report.counts', dispute.counts)}
      className={classes.dispute}
    />
  )
}

function Acts({ choice, isEmpty }: { choice: Choice; isEmpty: boolean }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const trouble = useTrouble()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      const { blob, name } = await fetchReport(choice)
      saveAs(blob, name)
      announce(t('report.saved', { name }))
    } catch (error) {
      trouble(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={classes.acts}>
      <Button onClick={download} loading={busy} disabled={isEmpty} leftSection={<Icon name="download" />}>
        {t('report.download')}
      </Button>
      {choice.format === 'html' && !isEmpty && (
        <Button
          component="a"
          href={reportAddress(choice, true)}
          target="_blank"
          rel="noreferrer noopener"
          variant="default"
          leftSection={<Icon name="open" />}
        >
          {t('report.openPage')}
        </Button>
      )}
      {isEmpty && <p className={classes.soft}>{t('report.choose')}</p>}
    </div>
  )
}
