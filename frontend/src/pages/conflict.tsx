import { Skeleton } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConflict } from '../api/queries'
import type { Conflict } from '../api/types'
import { useKeys } from '../keys/KeysProvider'
import { AnnotationThread } from '../parts/AnnotationThread'
import { DecisionPanel } from '../parts/DecisionPanel'
import { MarkedText } from '../parts/MarkedText'
import { useTitle } from '../parts/Page'
import { EngineNotice, JoinedNotice, PairDetails } from '../parts/PairDetails'
import { PairHead } from '../parts/PairHead'
import { ProblemNote } from '../parts/ProblemNote'
import { Reasons } from '../parts/Reasons'
import { ReviewList } from '../parts/ReviewList'
import { SideCard } from '../parts/SideCard'
import { useCopyQuotation } from '../state/clipboard'
import { useSaveReview } from '../state/reviewing'
import { usePairQueue } from '../state/usePairQueue'
import { wordsAt } from '../text/address'
import classes from './conflict.module.css'

/** One pair: both statements in their paragraphs, why they may clash and why
 * not, and the place to judge them. */
export function ConflictPage() {
  const { id } = useParams({ from: '/conflicts/$id' })
  const filter = useSearch({ from: '/conflicts/$id' })
  const queue = usePairQueue(id, filter)
  const { data, error, refetch } = useConflict(id, queue.known)
  const { t } = useTranslation()
  useKeys('pair', { next: queue.goNext, previous: queue.goPrevious, back: queue.back })
  useTitle(data ? t('pair.title', namesOf(data, t('inbox.noSpeaker'))) : t('pair.tab'))
  return (
    <div className={classes.page}>
      <PairHead conflict={data} queue={queue} filter={filter} />
      {error && (
        <>
          {!data && <h1 className={classes.tab}>{t('pair.tab')}</h1>}
          <ProblemNote problem={error} onRetry={refetch} />
        </>
      )}
      {data ? <Pair key={data.id} conflict={data} queue={queue} /> : !error && <PairSkeleton />}
    </div>
  )
}

export function namesOf({ a, b }: Pick<Conflict, 'a' | 'b'>, otherwise: string) {
  return { a: a.statement.speaker.name || otherwise, b: b.statement.speaker.name || otherwise }
}

function Pair({ conflict, queue }: { conflict: Conflict; queue: ReturnType<typeof usePairQueue> }) {
  const { t } = useTranslation()
  const filter = useSearch({ from: '/conflicts/$id' })
  const save = useSaveReview(filter)
  const [active, setActive] = useState<number>()
  const [writing, setWriting] = useState(false)
  const lit = { active, onActive: setActive }
  usePairKeys(conflict, () => setWriting(true))
  return (
    <>
      <JoinedNotice conflict={conflict} />
      <EngineNotice conflict={conflict} />
      <div className={classes.sides}>
        {(['a', 'b'] as const).map(which => (
          <SideCard key={which} side={conflict[which]} which={which}>
            <MarkedText side={conflict[which]} which={which} reasons={conflict.reasons} {...lit} />
          </SideCard>
        ))}
      </div>
      <Reasons conflict={conflict} {...lit} />
      <DecisionPanel conflict={conflict} onSave={save} onNext={queue.goOn} />
      <div className={classes.below}>
        <section className={classes.section}>
          <h2>{t('pair.reviews')}</h2>
          <ReviewList conflict={conflict} />
        </section>
        <section className={classes.section}>
          <h2>{t('note.title')}</h2>
          <AnnotationThread
            target={{ conflict: conflict.id }}
            writing={writing}
            onWriting={setWriting}
            keyHint={{ act: 'comment', place: 'pair' }}
          />
        </section>
        <PairDetails conflict={conflict} />
      </div>
    </>
  )
}

/** The keys that belong to the pair itself rather than to its judgement. */
function usePairKeys(conflict: Conflict, onComment: () => void) {
  const navigate = useNavigate()
  const copy = useCopyQuotation()
  const open = (which: 'a' | 'b') => () =>
    navigate({
      to: '/articles/$id',
      params: { id: conflict[which].article.id },
      search: { at: wordsAt(conflict[which]) },
    })
  useKeys('pair', {
    copyLeft: () => copy(conflict.a),
    copyRight: () => copy(conflict.b),
    openLeft: open('a'),
    openRight: open('b'),
    comment: onComment,
    reasons: () => document.querySelector<HTMLElement>('[data-reason]')?.focus(),
    dispute: () => conflict.dispute && navigate({ to: '/disputes/$id', params: { id: conflict.dispute } }),
  })
}

function PairSkeleton() {
  const { t } = useTranslation()
  return (
    <>
      <p role="status" className="hidden">
        {t('state.loading')}
      </p>
      <div className={classes.sides} aria-hidden="true">
        <Skeleton height={300} radius={8} />
        <Skeleton height={300} radius={8} />
      </div>
      <Skeleton height={110} radius={8} />
    </>
  )
}
