import { createContext, type ReactNode, useCallback, useContext, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '../api/problem'
import { useKeys } from '../keys/KeysProvider'
import { Announcer } from './announce'
import { Drafts } from './drafts'
import { UndoList } from './undo'

type Services = {
  undo: UndoList
  announcer: Announcer
  drafts: Drafts
  /** The pair that was open last: the inbox comes back to it. */
  lastPair: { id: string }
}

const ServicesContext = createContext<Services | undefined>(undefined)

/** Gives the pages what outlives any one of them: undo, messages, drafts. */
export function ServicesProvider({ children }: { children: ReactNode }) {
  const [services] = useState(() => ({
    undo: new UndoList(),
    announcer: new Announcer(),
    drafts: new Drafts(sessionStorage),
    lastPair: { id: '' },
  }))
  return <ServicesContext value={services}>{children}</ServicesContext>
}

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('Services are used outside of their provider')
  return services
}

/** Says something to the person: shown, and spoken by a screen reader. */
export function useAnnounce() {
  const { announcer } = useServices()
  return useCallback((text: string) => announcer.say({ text }), [announcer])
}

/** Shows what went wrong, and what to do about it. */
export function useTrouble() {
  const { announcer } = useServices()
  return useCallback(
    (error: unknown) => {
      const problem = asProblem(error)
      announcer.say({ text: problem.message, hint: problem.hint, tone: 'trouble' })
    },
    [announcer],
  )
}

/** Takes back the latest act, by key or by button, from any page. */
export function useUndo() {
  const { undo, announcer } = useServices()
  const { t } = useTranslation()
  const trouble = useTrouble()
  const { acts, running } = useSyncExternalStore(undo.watch, undo.snapshot)
  const run = useCallback(async () => {
    try {
      const label = await undo.undo()
      announcer.say({ text: label ? t('undo.done', { what: label }) : t('undo.nothing') })
    } catch (error) {
      trouble(error)
    }
  }, [undo, announcer, t, trouble])
  return { run, possible: acts.length > 0 && !running }
}

/** Listens for the undo key; stands once in the shell. */
export function UndoKey() {
  const { run } = useUndo()
  useKeys('anywhere', { undo: run })
  return null
}
