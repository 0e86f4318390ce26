import { Button, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/keys'
import { itemsOf, useConflicts, useStats } from '../api/queries'
import type { ConflictFilter } from '../api/types'
import { ConflictList } from '../parts/ConflictList'
import { CoverageNote, Empty } from '../parts/Empty'
import { FilterBar } from '../parts/FilterBar'
import { FirstHint } from '../parts/FirstHint'
import { Page } from '../parts/Page'
import { ProblemNote } from '../parts/ProblemNote'
import { filterSize } from '../state/filter'
import { useJobNews } from '../state/jobNews'
import classes from './inbox.module.css'

/** The inbox: possible conflicts and conflicts, strongest first. */
export function InboxPage() {
  const { t } = useTranslation()
  const filter = useSearch({ from: '/' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const search = useRef<HTMLInputElement>(null)
  const query = useConflicts(filter)
  const items = itemsOf(query.data)
  const total = query.data?.pages[0]?.total ?? 0
  const onFilter = (next: ConflictFilter) => {
    client.removeQueries({ queryKey: keys.conflictList(next), type: 'inactive' }) // asked anew, so freshly
    navigate({ to: '/', search: next, replace: true })
  }
  return (
    <Page title={t('nav.inbox')} lead={<Count total={total} loading={query.isPending} filter={filter} />}>
      <FirstHint shown={items.length > 0} />
      <News fetchedAt={query.dataUpdatedAt} isEmpty={items.length === 0} onRefresh={query.refetch} />
      <div className={classes.sheet}>
        <FilterBar filter={filter} onChange={onFilter} searchRef={search} />
        {query.isPending && <RowSkeletons />}
        {query.error && (
          <div className={classes.problem}>
            <ProblemNote problem={query.error} onRetry={() => query.refetch()} />
          </div>
        )}
        {query.data && items.length === 0 && <NoneFound filter={filter} />}
        {items.length > 0 && (
          <ConflictList
            items={items}
            filter={filter}
            hasMore={query.hasNextPage}
            onMore={() => !query.isFetchingNextPage && query.fetchNextPage()}
            onSearch={() => search.current?.focus()}
          />
        )}
      </div>
    </Page>
  )
}

type NewsProps = { fetchedAt: number; isEmpty: boolean; onRefresh: () => void }

/** Says that articles are being read, and offers what they brought: a list in
 * use does not change by itself, an empty one does. */
function News({ fetchedAt, isEmpty, onRefresh }: NewsProps) {
  const { t } = useTranslation()
  const { reading, hasNews } = useJobNews(fetchedAt)
  const isWanted = hasNews && isEmpty
  useEffect(() => {
    if (isWanted) onRefresh()
  }, [isWanted, onRefresh])
  return (
    <div role="status" className={reading > 0 || hasNews ? classes.news : 'hidden'}>
      {reading > 0 && t('inbox.reading', { count: reading })}
      {hasNews && !isEmpty && (
        <>
          {reading === 0 && t('inbox.news')}
          <Button size="xs" variant="default" onClick={onRefresh}>
            {t('inbox.refresh')}
          </Button>
        </>
      )}
    </div>
  )
}

/** How many there are; spoken when the filter changes it. */
function Count({ total, loading, filter }: { total: number; loading: boolean; filter: ConflictFilter }) {
  const { t } = useTranslation()
  const narrowed = filterSize(filter) > 0
  return (
    <span role="status">
      {loading
        ? t('state.loading')
        : total === 0
          ? t('inbox.none')
          : t(narrowed ? 'inbox.countFiltered' : 'inbox.count', { count: total })}
    </span>
  )
}

function NoneFound({ filter }: { filter: ConflictFilter }) {
  const { t } = useTranslation()
  const { data: stats } = useStats()
  if (filterSize(filter) > 0) {
    return (
      <Empty title={t('inbox.noneFiltered')}>
        <Link to="/" search={{}}>
          {t('inbox.clear')}
        </Link>
      </Empty>
    )
  }
  return (
    <Empty title={t('inbox.none')}>
      {stats && <CoverageNote coverage={stats.coverage} />}
      <Link to="/import">{t('inbox.importMore')}</Link>
    </Empty>
  )
}

function RowSkeletons() {
  return (
    <div className={classes.skeletons} aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map(row => (
        <div key={row} className={classes.skeleton}>
          <Skeleton height={14} width={60} />
          <Skeleton height={44} />
          <Skeleton height={44} />
          <Skeleton height={14} width={110} />
        </div>
      ))}
    </div>
  )
}
