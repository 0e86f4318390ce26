import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMergeDisputes, useSplitDispute } from '../api/mutations'
import { itemsOf, useDisputes } from '../api/queries'
import type { Conflict, Dispute } from '../api/types'
import { ProblemNote } from '../parts/ProblemNote'
import { useServices, useUndo } from '../state/Services'
import classes from './disputeArrange.module.css'

/** Puts two disputes over one question together, or takes one over two
 * questions apart. What a person arranged, no later run changes. */
export function DisputeArrange({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  return (
    <div className={classes.arrange}>
      <p className={classes.help}>{t('arrange.help')}</p>
      {dispute.conflicts.length > 1 && <Split dispute={dispute} />}
      <Merge dispute={dispute} />
    </div>
  )
}

/** Says what was done, and how it can be taken back. */
function useDone() {
  const { t } = useTranslation()
  const { undo, announcer } = useServices()
  const { run } = useUndo()
  return (label: string, back: () => Promise<unknown>) => {
    undo.push({
      label,
      run: async () => {
        await back()
      },
    })
    announcer.say({ text: label, action: { label: t('act.undo'), run, key: 'u' } })
  }
}

function Split({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const done = useDone()
  const split = useSplitDispute()
  const merge = useMergeDisputes()
  const [chosen, setChosen] = useState<string[]>([])
  const moved = chosen.filter(id => dispute.conflicts.some(c => c.id === id))
  const partial = moved.length > 0 && moved.length < dispute.conflicts.length
  const send = () =>
    split.mutate(
      { id: dispute.id, conflicts: moved },
      {
        onSuccess: made => {
          setChosen([])
          done(t('arrange.splitDone'), async () => {
            await merge.mutateAsync({ into: dispute.id, from: made.id })
            await navigate({ to: '/disputes/$id', params: { id: dispute.id } })
          })
          navigate({ to: '/disputes/$id', params: { id: made.id } })
        },
      },
    )
  return (
    <fieldset className={classes.part}>
      <legend>{t('arrange.split')}</legend>
      {dispute.conflicts.map(conflict => (
        <Checkbox
          key={conflict.id}
          size="sm"
          label={<Sides conflict={conflict} />}
          checked={moved.includes(conflict.id)}
          onChange={event => {
            const on = event.currentTarget.checked
            setChosen(old => (on ? [...old, conflict.id] : old.filter(id => id !== conflict.id)))
          }}
        />
      ))}
      {split.error && <ProblemNote problem={split.error} />}
      <Button size="xs" variant="default" disabled={!partial} loading={split.isPending} onClick={send}>
        {t('arrange.splitNow')}
      </Button>
    </fieldset>
  )
}

function Sides({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  const [a, b] = [conflict.a, conflict.b].map(side => side.statement.speaker.name || t('inbox.noSpeaker'))
  return (
    <>
      <bdi>{a}</bdi> {t('pair.and')} <bdi>{b}</bdi>
      <span className={classes.words} dir="auto">
        {conflict.a.statement.text}
      </span>
    </>
  )
}

function Merge({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const done = useDone()
  const merge = useMergeDisputes()
  const split = useSplitDispute()
  const [other, setOther] = useState('')
  const list = useDisputes()
  const others = itemsOf(list.data).filter(d => d.id !== dispute.id)
  const from = others.find(d => d.id === other)
  const id = useId()
  if (others.length === 0) return null
  const send = () => {
    if (!from) return
    const conflicts = from.conflicts.map(c => c.id)
    merge.mutate(
      { into: dispute.id, from: from.id },
      {
        onSuccess: () => {
          setOther('')
          done(t('arrange.mergeDone'), () => split.mutateAsync({ id: dispute.id, conflicts }))
        },
      },
    )
  }
  return (
    <fieldset className={classes.part}>
      <legend>{t('arrange.merge')}</legend>
      <NativeSelect
        id={id}
        label={t('arrange.other')}
        value={from?.id ?? ''}
        onChange={event => setOther(event.currentTarget.value)}
        data={[
          { value: '', label: t('arrange.choose') },
          ...others.map(d => ({ value: d.id, label: d.question })),
        ]}
      />
      {list.hasNextPage && (
        <Button
          size="xs"
          variant="subtle"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t('arrange.more')}
        </Button>
      )}
      {merge.error && <ProblemNote problem={merge.error} />}
      <Button size="xs" variant="default" disabled={!from} loading={merge.isPending} onClick={send}>
        {t('arrange.mergeNow')}
      </Button>
    </fieldset>
  )
}
