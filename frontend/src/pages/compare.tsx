import { Button } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useComparison, useStatement } from '../api/queries'
import type { Comparison, Side } from '../api/types'
import { useKeyHint, useKeys } from '../keys/KeysProvider'
import { Icon } from '../parts/Icon'
import { Kbd } from '../parts/Kbd'
import { MarkedText } from '../parts/MarkedText'
import { Page } from '../parts/Page'
import { ProblemNote } from '../parts/ProblemNote'
import { Reasons } from '../parts/Reasons'
import { SideCard } from '../parts/SideCard'
import { useCopyQuotation } from '../state/clipboard'
import { wordsAt } from '../text/address'
import classes from './compare.module.css'
import { CompareJoin } from './compareJoin'
import { StatementPicker } from './comparePicker'
import { CompareVerdict } from './compareVerdict'

const route = getRouteApi('/compare')

type Which = 'a' | 'b'

/** Any two statements side by side: why they are in conflict, and why not. */
export function ComparePage() {
  const { t } = useTranslation()
  const { a = '', b = '' } = route.useSearch()
  const navigate = useNavigate()
  const answer = useComparison(a, b)
  const [active, setActive] = useState<number>()
  const choose = (which: Which, id: string) => {
    setActive(undefined)
    navigate({ to: '/compare', search: { a, b, [which]: id }, replace: true })
    // On to the side that is still to be chosen.
    const empty = id === '' ? which : which === 'a' ? !b && 'b' : !a && 'a'
    if (empty) setTimeout(() => pickers[empty].current?.focus())
  }
  const swap = () => navigate({ to: '/compare', search: { a: b, b: a }, replace: true })
  const pickers = useCompareKeys(a, b, choose, swap, answer.data)
  return (
    <Page
      title={t('compare.title')}
      lead={t('compare.lead')}
      actions={(a || b) && <SwapButton onClick={swap} />}
    >
      <div className={classes.sides}>
        {(['a', 'b'] as const).map(which => (
          <Slot
            key={which}
            which={which}
            id={which === 'a' ? a : b}
            other={which === 'a' ? b : a}
            answer={answer.data}
            onChoose={id => choose(which, id)}
            inputRef={pickers[which]}
            active={active}
            onActive={setActive}
          />
        ))}
      </div>
      <Answer a={a} b={b} answer={answer} active={active} onActive={setActive} />
    </Page>
  )
}

function useCompareKeys(
  a: string,
  b: string,
  choose: (which: Which, id: string) => void,
  swap: () => void,
  answer: Comparison | undefined,
) {
  const pickers = { a: useRef<HTMLInputElement>(null), b: useRef<HTMLInputElement>(null) }
  const navigate = useNavigate()
  const copy = useCopyQuotation()
  useKeys('compare', {
    // The field of a side that is still empty; with both chosen, the right one is chosen anew.
    search: () => {
      if (a && b) choose('b', '')
      setTimeout(() => (a ? pickers.b : pickers.a).current?.focus())
    },
    swap,
  })
  const open = (side: Side) =>
    navigate({ to: '/articles/$id', params: { id: side.article.id }, search: { at: wordsAt(side) } })
  useKeys('pair', {
    ...(answer && {
      copyLeft: () => copy(answer.a),
      copyRight: () => copy(answer.b),
      openLeft: () => open(answer.a),
      openRight: () => open(answer.b),
    }),
    reasons: () => document.querySelector<HTMLElement>('[data-reason]')?.focus(),
  })
  return pickers
}

function SwapButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation()
  const { hint, ...aria } = useKeyHint('swap', 'compare')
  return (
    <Button size="xs" variant="default" rightSection={<Kbd keys={hint} hidden />} onClick={onClick} {...aria}>
      {t('compare.swap')}
    </Button>
  )
}

type SlotProps = {
  which: Which
  id: string
  other: string
  answer?: Comparison
  onChoose: (id: string) => void
  inputRef: React.RefObject<HTMLInputElement | null>
  active?: number
  onActive: (reason?: number) => void
}

/** One side: a statement, or a field to look for one. */
function Slot({ which, id, other, answer, onChoose, inputRef, active, onActive }: SlotProps) {
  const { t } = useTranslation()
  const { data, error } = useStatement(id)
  const title = t(which === 'a' ? 'compare.left' : 'compare.right')
  if (!id || error) {
    return (
      <section className={classes.slot} aria-label={title}>
        {error && <ProblemNote problem={error} />}
        <StatementPicker label={title} without={other} onChoose={onChoose} inputRef={inputRef} />
      </section>
    )
  }
  const side = answer ? answer[which] : data
  return (
    <section className={classes.slot} aria-label={title}>
      {side && (
        <SideCard side={side} which={which}>
          <MarkedText
            side={side}
            which={which}
            reasons={answer?.reasons ?? []}
            active={active}
            onActive={onActive}
          />
        </SideCard>
      )}
      <Button size="xs" variant="subtle" className={classes.change} onClick={() => onChoose('')}>
        {t('compare.change')}
      </Button>
    </section>
  )
}

type AnswerProps = {
  a: string
  b: string
  answer: ReturnType<typeof useComparison>
  active?: number
  onActive: (reason?: number) => void
}

function Answer({ a, b, answer, active, onActive }: AnswerProps) {
  const { t } = useTranslation()
  if (!a || !b) return null
  if (a === b) return <p className={classes.same}>{t('compare.same')}</p>
  if (answer.error) return <ProblemNote problem={answer.error} onRetry={() => answer.refetch()} />
  if (!answer.data) {
    return (
      <p role="status" className={classes.same}>
        <Icon name="compare" size={16} /> {t('compare.waiting')}
      </p>
    )
  }
  return (
    <>
      <CompareVerdict answer={answer.data} />
      <Reasons conflict={answer.data} active={active} onActive={onActive} />
      <CompareJoin key={`${a} ${b}`} a={a} b={b} joined={answer.data.conflict} />
    </>
  )
}
