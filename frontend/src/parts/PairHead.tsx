import { ActionIcon, type ActionIconProps } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispute } from '../api/queries'
import type { Conflict, ConflictFilter } from '../api/types'
import { useKeyHint } from '../keys/KeysProvider'
import type { Act } from '../keys/table'
import type { usePairQueue } from '../state/usePairQueue'
import { DepthMark, LabelMark, StrengthMark } from './Badges'
import { Icon, type IconName } from './Icon'
import { Kbd } from './Kbd'
import classes from './PairHead.module.css'

type Queue = ReturnType<typeof usePairQueue>
type Props = { conflict?: Conflict; queue: Queue; filter: ConflictFilter }

/** Above a pair: the way back, its place in the queue, and what it is about. */
export function PairHead({ conflict, queue, filter }: Props) {
  const { t } = useTranslation()
  const { hint, ...aria } = useKeyHint('back', 'pair')
  return (
    <header className={classes.head}>
      <nav className={classes.queue} aria-label={t('pair.queue')}>
        <Link to="/" search={filter} className={classes.back} {...aria}>
          <Icon name="left" size={16} /> {t('nav.inbox')} <Kbd keys={hint} hidden />
        </Link>
        <Step
          act="previous"
          icon="left"
          label={t('pair.previous')}
          disabled={!queue.hasPrevious}
          onClick={queue.goPrevious}
        />
        <span className={classes.place}>
          {queue.position > 0
            ? t('pair.place', { position: queue.position, total: queue.total })
            : t('pair.noPlace')}
        </span>
        <Step
          act="next"
          icon="right"
          label={t('pair.next')}
          disabled={!queue.hasNext}
          onClick={queue.goNext}
        />
      </nav>
      {conflict && <About conflict={conflict} />}
    </header>
  )
}

type StepProps = { act: Act; icon: IconName; label: string; onClick: () => void } & Pick<
  ActionIconProps,
  'disabled'
>

function Step({ act, icon, label, disabled, onClick }: StepProps) {
  const { hint, ...aria } = useKeyHint(act, 'pair')
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={label}
      title={hint ? `${label} (${hint})` : label}
      disabled={disabled}
      onClick={onClick}
      {...aria}
    >
      <Icon name={icon} size={17} />
    </ActionIcon>
  )
}

function About({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const { id, a, b } = conflict
  const { data: dispute } = useDispute(conflict.dispute ?? '')
  // A new pair begins at its heading: keys and screen readers go on from there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every pair
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id])
  const names = [a, b].map(side => side.statement.speaker.name || t('inbox.noSpeaker'))
  return (
    <div className={classes.about}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {names[0] === names[1] ? (
          <bdi>{t('pair.same', { a: names[0] })}</bdi>
        ) : (
          <>
            <bdi>{names[0]}</bdi> <span className={classes.and}>{t('pair.and')}</span> <bdi>{names[1]}</bdi>
          </>
        )}
      </h1>
      <p className={classes.marks}>
        <StrengthMark strength={conflict.strength} />
        <DepthMark conflict={conflict} />
        <LabelMark
          label={conflict.kind}
          by={t(conflict.origin === 'person' ? 'pair.engineAsked' : 'pair.engineSays')}
        />
        {dispute && (
          <Link to="/disputes/$id" params={{ id: dispute.id }} className={classes.dispute}>
            <Icon name="disputes" size={15} /> <span>{dispute.question}</span>
          </Link>
        )}
      </p>
    </div>
  )
}
