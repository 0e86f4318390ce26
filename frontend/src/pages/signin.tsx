import { Button, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/keys'
import { signIn, signOut } from '../api/mutations'
import { asProblem, type Problem } from '../api/problem'
import { useSession } from '../api/queries'
import { ProblemNote } from '../parts/ProblemNote'
import { useTrouble } from '../state/Services'
import classes from './signin.module.css'

const signInPath = '#/signin/'

/** Shows the pages to a person who is signed in. A sign-in link carries its
 * token behind the #, which no server and no log ever sees; it is spent here
 * and taken out of the address at once. */
export function SignedIn({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [token] = useState(takeToken)
  const [refusal, setRefusal] = useState<Problem>()
  const [spending, setSpending] = useState(token !== '')
  const started = useRef(false)
  useEffect(() => {
    if (!token || started.current) return
    started.current = true // a token works once, effects may run twice
    signIn(token)
      .then(session => client.setQueryData(keys.session, session))
      .catch(error => setRefusal(asProblem(error)))
      .finally(() => setSpending(false))
  }, [token, client])
  if (spending) return <Waiting />
  return <WithSession refusal={refusal}>{children}</WithSession>
}

function WithSession({ refusal, children }: { refusal?: Problem; children: ReactNode }) {
  const { data, error, refetch } = useSession()
  if (error?.status === 401) return <SignedOut refusal={refusal} />
  if (data) return children
  if (error) {
    return (
      <Card>
        <ProblemNote problem={error} onRetry={refetch} />
      </Card>
    )
  }
  return <Waiting />
}

function takeToken(): string {
  const { hash } = window.location
  if (!hash.startsWith(signInPath)) return ''
  window.history.replaceState(null, '', '/')
  return decodeURIComponent(hash.slice(signInPath.length))
}

function SignedOut({ refusal }: { refusal?: Problem }) {
  const { t } = useTranslation()
  return (
    <Card>
      <h1 className={classes.title}>{t('signin.title')}</h1>
      {refusal && <ProblemNote problem={refusal} />}
      <p>{t('signin.how')}</p>
      <pre className={classes.example}>Open http://127.0.0.1:8080/#/signin/…</pre>
      <p className={classes.soft}>{t('signin.again')}</p>
      <Button variant="default" onClick={() => window.location.reload()}>
        {t('signin.retry')}
      </Button>
    </Card>
  )
}

function Card({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          Counterclaim
        </div>
        {children}
      </div>
    </main>
  )
}

function Waiting() {
  const { t } = useTranslation()
  return (
    <Card>
      <p role="status" className="hidden">
        {t('state.loading')}
      </p>
      <Skeleton height={18} width="60%" mb="sm" />
      <Skeleton height={12} mb={8} />
      <Skeleton height={12} width="80%" />
    </Card>
  )
}

/** Ends the session and forgets everything the pages had fetched. */
export function useSignOut() {
  const trouble = useTrouble()
  return async () => {
    try {
      await signOut()
      window.location.assign('/')
    } catch (error) {
      trouble(error)
    }
  }
}
