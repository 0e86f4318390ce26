import { Button, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsOf, useDisputes, useStats } from '../api/queries'
import type { Dispute } from '../api/types'
import { useKeys } from '../keys/KeysProvider'
import { DisputeCounts } from '../parts/DisputeCounts'
import { CoverageNote, Empty } from '../parts/Empty'
import { Page } from '../parts/Page'
import { ProblemNote } from '../parts/ProblemNote'
import classes from './disputes.module.css'

/** All disputes: the question, who stands where, how far people are. */
export function DisputesPage() {
  const { t } = useTranslation()
  const query = useDisputes()
  const { data: stats } = useStats()
  const disputes = itemsOf(query.data)
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  return (
    <Page title={t('nav.disputes')} lead={t('dispute.lead')}>
      {query.error && <ProblemNote problem={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <CardSkeletons />}
      {query.data && disputes.length === 0 && (
        <Empty title={t('dispute.none')} icon="disputes">
          <p>{t('dispute.noneHow')}</p>
          {stats && <CoverageNote coverage={stats.coverage} />}
          <Link to="/import">{t('inbox.importMore')}</Link>
        </Empty>
      )}
      <ul ref={list} className={classes.list}>
        {disputes.map(dispute => (
          <li key={dispute.id}>
            <DisputeCard dispute={dispute} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {t('act.more')}
        </Button>
      )}
      {stats && disputes.length > 0 && (
        <div className={classes.coverage}>
          <CoverageNote coverage={stats.coverage} />
        </div>
      )}
    </Page>
  )
}

/** j and k walk through the links of a list; Enter is the link's own. */
function useListKeys(list: { current: HTMLElement | null }) {
  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[Math.min(Math.max(at < 0 ? 0 : at + step, 0), links.length - 1)]?.focus()
  }
  useKeys('disputes', { next: () => move(1), previous: () => move(-1) })
}

function DisputeCard({ dispute }: { dispute: Dispute }) {
  return (
    <article className={classes.card}>
      <h2 className={classes.question}>
        <Link to="/disputes/$id" params={{ id: dispute.id }} className={classes.link} data-row>
          <bdi>{dispute.question}</bdi>
        </Link>
      </h2>
      <div className={classes.positions}>
        {dispute.positions.map(position => (
          <div key={position.label} className={classes.position}>
            <p className={classes.label} dir="auto">
              {position.label}
            </p>
            <Speakers position={position} />
          </div>
        ))}
      </div>
      <DisputeCounts counts={dispute.counts} />
    </article>
  )
}

function Speakers({ position }: { position: Dispute['positions'][number] }) {
  const { t } = useTranslation()
  const names = [
    ...new Set(position.statements.map(side => side.statement.speaker.name || t('inbox.noSpeaker'))),
  ]
  const shown = names.slice(0, 4)
  return (
    <p className={classes.speakers}>
      <bdi>{shown.join(', ')}</bdi>{' '}
      {names.length > shown.length && t('dispute.andMore', { count: names.length - shown.length })}
    </p>
  )
}

function CardSkeletons() {
  return (
    <div className={classes.list} aria-hidden="true">
      {[0, 1, 2].map(n => (
        <Skeleton key={n} height={132} radius={8} />
      ))}
    </div>
  )
}
