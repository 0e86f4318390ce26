import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useKept } from '../state/kept'
import classes from './article.module.css'

type Chosen = { id: string; speaker: string; text: string }

/** The first of two statements to be compared. It stays chosen while the person
 * looks for the second one, in this article or another. */
export function useFirstOfPair() {
  const navigate = useNavigate()
  const [first, setFirst] = useKept<Chosen | null>('compare.first', null)
  const choose = (statement: Chosen) => {
    if (!first) return setFirst(() => statement)
    setFirst(() => null)
    if (first.id !== statement.id) navigate({ to: '/compare', search: { a: first.id, b: statement.id } })
  }
  return { first, choose, clear: () => setFirst(() => null) }
}

/** Says which statement waits for a second one. */
export function PairTray({ pair }: { pair: ReturnType<typeof useFirstOfPair> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { first, clear } = pair
  return (
    <div role="status" className={first ? classes.tray : 'hidden'}>
      {first && (
        <>
          <p className={classes.trayWords}>
            <b>{t('article.pairFirst')}</b> <bdi>{first.speaker}</bdi>: <q dir="auto">{first.text}</q>
            <span className={classes.traySoft}>{t('article.pairNext')}</span>
          </p>
          <Button
            size="xs"
            variant="light"
            onClick={() => navigate({ to: '/compare', search: { a: first.id } })}
          >
            {t('article.pairSearch')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={clear}>
            {t('act.cancel')}
          </Button>
        </>
      )}
    </div>
  )
}
