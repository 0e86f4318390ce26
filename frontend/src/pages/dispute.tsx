import { Button, Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispute } from '../api/queries'
import type { Dispute, Side } from '../api/types'
import { useKeys } from '../keys/KeysProvider'
import { AlsoIn } from '../parts/AlsoIn'
import { AnnotationThread } from '../parts/AnnotationThread'
import { ConflictRow } from '../parts/ConflictRow'
import { DisputeCounts } from '../parts/DisputeCounts'
import { DisputeReport } from '../parts/DisputeReport'
import { CoverageNote } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { Page } from '../parts/Page'
import { ProblemNote } from '../parts/ProblemNote'
import { Stance } from '../parts/Stance'
import { wordsAt } from '../text/address'
import { shortDate } from '../text/dates'
import classes from './dispute.module.css'
import { DisputeArrange } from './disputeArrange'

/** One dispute: the question, the positions and who stands where, its pairs,
 * and the report of it. */
export function DisputePage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/disputes/$id' })
  const { data, error, refetch } = useDispute(id)
  if (data) return <Shown key={id} dispute={data} />
  return (
    <Page title={t('dispute.tab')}>
      {error ? <ProblemNote problem={error} onRetry={refetch} /> : <Skeleton height={320} radius={8} />}
    </Page>
  )
}

function Shown({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const [writing, setWriting] = useState(false)
  return (
    <Page
      title={dispute.question}
      lead={<DisputeCounts counts={dispute.counts} />}
      actions={<JudgeAll dispute={dispute} />}
    >
      <div className={classes.sections}>
        <Positions dispute={dispute} />
        <Pairs dispute={dispute} />
        <div className={classes.aside}>
          <section>
            <h2 className={classes.heading}>{t('dispute.report')}</h2>
            <DisputeReport dispute={dispute.id} />
          </section>
          <section>
            <h2 className={classes.heading}>{t('note.title')}</h2>
            <AnnotationThread target={{ dispute: dispute.id }} writing={writing} onWriting={setWriting} />
          </section>
          <section>
            <h2 className={classes.heading}>{t('arrange.title')}</h2>
            <DisputeArrange dispute={dispute} />
          </section>
          <section>
            <h2 className={classes.heading}>{t('dispute.coverage')}</h2>
            <CoverageNote coverage={dispute.coverage} />
          </section>
        </div>
      </div>
    </Page>
  )
}

function JudgeAll({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const first = dispute.conflicts.find(c => !c.reviews.mine) ?? dispute.conflicts[0]
  if (!first) return null
  return (
    <Button
      onClick={() =>
        navigate({ to: '/conflicts/$id', params: { id: first.id }, search: { dispute: dispute.id } })
      }
      rightSection={<Icon name="right" size={16} />}
    >
      {t('dispute.judge')}
    </Button>
  )
}

function Positions({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="positions">
      <h2 id="positions" className={classes.heading}>
        {t('dispute.positions')}
      </h2>
      <div className={classes.positions}>
        {dispute.positions.map((position, index) => (
          <div key={position.label} className={classes.position}>
            <h3 className={classes.label}>
              <span className={classes.number}>{t('dispute.positionNumber', { number: index + 1 })}</span>
              <bdi>{position.label}</bdi>
            </h3>
            <ul className={classes.statements}>
              {position.statements.map(side => (
                <li key={side.statement.id}>
                  <Stand side={side} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** Who says it, where and when, in which words. */
function Stand({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { statement, article } = side
  return (
    <figure className={classes.stand}>
      <blockquote className={classes.quote} dir="auto">
        <Stance statement={statement} />
        {statement.text}
      </blockquote>
      <figcaption className={classes.caption}>
        <strong>
          <bdi>{statement.speaker.name || t('inbox.noSpeaker')}</bdi>
        </strong>
        {statement.speaker.role && (
          <span>
            , <bdi>{statement.speaker.role}</bdi>
          </span>
        )}
        {' · '}
        <Link to="/articles/$id" params={{ id: article.id }} search={{ at: wordsAt(side) }}>
          <bdi>{article.publisher || article.title || t('pair.untitled')}</bdi>
        </Link>
        {(statement.said_at || article.date) && ` · ${shortDate(statement.said_at || article.date)}`}
        <AlsoIn side={side} />
      </figcaption>
    </figure>
  )
}

function Pairs({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [selected, setSelected] = useState<string>()
  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-conflict]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[Math.min(Math.max(at < 0 ? 0 : at + step, 0), links.length - 1)]?.focus()
  }
  useKeys('disputes', { next: () => move(1), previous: () => move(-1) })
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs" className={classes.heading}>
        {t('dispute.pairs')}
      </h2>
      <ol ref={list} className={classes.pairs}>
        {dispute.conflicts.map(conflict => (
          <li key={conflict.id}>
            <ConflictRow
              conflict={conflict}
              filter={{ dispute: dispute.id }}
              selected={conflict.id === selected}
              onSelect={() => setSelected(conflict.id)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
