import { Button, Textarea } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useJoin } from '../api/mutations'
import { useKeyHint, useKeys } from '../keys/KeysProvider'
import { useTouch } from '../keys/touch'
import { Icon } from '../parts/Icon'
import { Kbd } from '../parts/Kbd'
import { ProblemNote } from '../parts/ProblemNote'
import { useKept } from '../state/kept'
import { useAnnounce } from '../state/Services'
import classes from './compare.module.css'

type Props = { a: string; b: string; joined?: string }

/** Joins the two by hand, or leads to the pair where that was done before. */
export function CompareJoin({ a, b, joined }: Props) {
  const join = useJoin()
  const there = joined ?? (join.error?.code === 'already-joined' ? join.error.ref : undefined)
  return there ? <Joined id={there} /> : <JoinForm a={a} b={b} join={join} />
}

function Joined({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <p className={classes.joined}>
      <Icon name="check" size={16} /> {t('compare.joined')}{' '}
      <Link to="/conflicts/$id" params={{ id }}>
        {t('compare.toConflict')}
      </Link>
    </p>
  )
}

function JoinForm({ a, b, join }: { a: string; b: string; join: ReturnType<typeof useJoin> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const [note, setNote] = useKept(`join.${a}.${b}`, '')
  const touch = useTouch()
  const field = useRef<HTMLTextAreaElement>(null)
  const { hint, ...aria } = useKeyHint('join', 'compare')
  useKeys('compare', { join: () => field.current?.focus() })
  const send = () => {
    if (join.isPending) return
    join.mutate(
      { a, b, note: note.trim() || undefined },
      {
        onSuccess: conflict => {
          setNote(() => '')
          announce(t('compare.joinedNow'))
          navigate({ to: '/conflicts/$id', params: { id: conflict.id } })
        },
      },
    )
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <form className={classes.join} onSubmit={onSubmit}>
      <Textarea
        ref={field}
        label={t('compare.note')}
        description={touch ? t('compare.joinHelp') : `${t('compare.joinHelp')} ${t('compare.joinKeys')}`}
        value={note}
        onChange={event => setNote(() => event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            send()
          }
        }}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        dir="auto"
      />
      {join.error && <ProblemNote problem={join.error} />}
      <Button
        type="submit"
        loading={join.isPending}
        rightSection={<Kbd keys={hint} hidden />}
        className={classes.joinButton}
        {...aria}
      >
        {t('compare.join')}
      </Button>
    </form>
  )
}
