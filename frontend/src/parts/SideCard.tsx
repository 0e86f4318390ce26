import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../api/types'
import { useKeyHint } from '../keys/KeysProvider'
import { useCopyQuotation } from '../state/clipboard'
import { wordsAt } from '../text/address'
import { shortDate } from '../text/dates'
import { Points } from '../text/points'
import { AlsoIn } from './AlsoIn'
import { Icon } from './Icon'
import { Kbd } from './Kbd'
import classes from './SideCard.module.css'

type Props = { side: Side; which: 'a' | 'b'; children: ReactNode }

/** One side of a pair: who, in which words, where, when, and the way to the
 * source. The text itself comes as children. */
export function SideCard({ side, which, children }: Props) {
  const { t } = useTranslation()
  const { statement, article } = side
  const { speaker } = statement
  return (
    <article className={classes.card} aria-labelledby={`speaker-${which}`}>
      <header className={classes.head}>
        <h2 id={`speaker-${which}`} className={classes.speaker}>
          <bdi>{speaker.name || t('inbox.noSpeaker')}</bdi>
        </h2>
        {speaker.role && (
          <p className={classes.role}>
            <bdi>{speaker.role}</bdi>
          </p>
        )}
      </header>
      <Facts side={side} />
      {children}
      <p className={classes.article}>
        <Icon name="articles" size={15} />
        <Link to="/articles/$id" params={{ id: article.id }} search={{ statement: statement.id }}>
          <bdi>{article.title || t('pair.untitled')}</bdi>
        </Link>
        <AlsoIn side={side} />
      </p>
      <Acts side={side} which={which} />
    </article>
  )
}

function Facts({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { statement, article } = side
  const chain = statement.chain ?? []
  return (
    <dl className={classes.facts}>
      <Fact name={t('pair.outlet')}>
        <bdi>{article.publisher || t('pair.unknown')}</bdi>
        {article.date && <span className={classes.soft}>, {shortDate(article.date)}</span>}
      </Fact>
      {statement.said_at && <Fact name={t('pair.said')}>{shortDate(statement.said_at)}</Fact>}
      {statement.about && <Fact name={t('pair.about')}>{shortDate(statement.about)}</Fact>}
      <Fact name={t('pair.worded')}>
        <Cue side={side} /> <span className={classes.soft}>({t(`statementType.${statement.type}`)})</span>
      </Fact>
      <Fact name={t('pair.commitment')}>
        <span className={classes.commitment}>{t(`commitment.${statement.commitment}`)}</span>
      </Fact>
      {chain.length > 0 && (
        <Fact name={t('pair.chain')}>
          <bdi>{chain.join(' › ')}</bdi>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The cue in the article's words where the paragraph holds it, else its class. */
function Cue({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { statement, context } = side
  const points = new Points(context.text)
  const words = statement.cue
    .map(([start, end]) => points.slice(start - context.start, end - context.start))
    .filter(Boolean)
    .join(' … ')
  return words ? <q>{words}</q> : t(`cueClass.${statement.cue_class}`)
}

function Acts({ side, which }: { side: Side; which: 'a' | 'b' }) {
  const { t } = useTranslation()
  const copy = useCopyQuotation()
  const { hint: copyHint, ...copyAria } = useKeyHint(which === 'a' ? 'copyLeft' : 'copyRight', 'pair')
  const { hint: openHint, ...openAria } = useKeyHint(which === 'a' ? 'openLeft' : 'openRight', 'pair')
  const who = side.statement.speaker.name || t('inbox.noSpeaker')
  return (
    <div className={classes.acts}>
      <Button
        size="xs"
        variant="default"
        renderRoot={props => (
          <Link
            to="/articles/$id"
            params={{ id: side.article.id }}
            search={{ at: wordsAt(side) }}
            {...props}
          />
        )}
        leftSection={<Icon name="open" size={15} />}
        rightSection={<Kbd keys={openHint} hidden />}
        {...openAria}
      >
        {t('pair.open')}
        <span className="hidden">{t('pair.wordsOf', { who })}</span>
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => copy(side)}
        leftSection={<Icon name="copy" size={15} />}
        rightSection={<Kbd keys={copyHint} hidden />}
        {...copyAria}
      >
        {t('pair.copy')}
        <span className="hidden">{t('pair.wordsOf', { who })}</span>
      </Button>
    </div>
  )
}
