import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { HelpDialog } from './HelpDialog'
import { commandKey } from './press'
import { type Act, ariaKey, keyOf, type Place, shortcuts } from './table'

export type Handlers = Partial<Record<Act, () => void>>
type Scope = { place: Place; handlers: Handlers }

type Keys = {
  enabled: boolean
  setEnabled: (enabled: boolean) => void
  showHelp: () => void
  register: (scope: Scope) => () => void
}

const KeysContext = createContext<Keys | undefined>(undefined)
const storageName = 'counterclaim.keys'
const patience = 1200 // milliseconds between the two keys of a sequence

/** Listens for all shortcuts. The scope that was registered last is asked
 * first; an open dialog silences them all. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [enabled, setEnabledState] = useState(() => localStorage.getItem(storageName) !== 'off')
  const [helpOpen, setHelpOpen] = useState(false)
  const scopes = useRef<Scope[]>([])

  const register = useCallback((scope: Scope) => {
    scopes.current.push(scope)
    return () => {
      scopes.current = scopes.current.filter(s => s !== scope)
    }
  }, [])
  const setEnabled = useCallback((on: boolean) => {
    setEnabledState(on)
    localStorage.setItem(storageName, on ? 'on' : 'off')
  }, [])
  const showHelp = useCallback(() => setHelpOpen(true), [])

  useEffect(() => (enabled ? listen(() => scopes.current) : undefined), [enabled])

  const value = useMemo(
    () => ({ enabled, setEnabled, showHelp, register }),
    [enabled, setEnabled, showHelp, register],
  )
  return (
    <KeysContext value={value}>
      {children}
      <HelpDialog opened={helpOpen} onClose={() => setHelpOpen(false)} />
    </KeysContext>
  )
}

function listen(scopes: () => Scope[]): () => void {
  let first = '' // of a sequence
  let since = 0
  const onKey = (event: KeyboardEvent) => {
    const key = commandKey(event)
    if (key === undefined || document.querySelector('[aria-modal="true"]')) return
    const pressed = first && event.timeStamp - since < patience ? `${first} ${key}` : key
    first = ''
    const handler = findHandler(scopes(), pressed)
    if (handler) {
      event.preventDefault()
      handler()
    } else if (shortcuts.some(s => s.key.startsWith(`${key} `))) {
      first = key
      since = event.timeStamp
    }
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

function findHandler(scopes: Scope[], key: string): (() => void) | undefined {
  for (const scope of scopes.toReversed()) {
    const found = shortcuts.find(s => s.place === scope.place && s.key === key && scope.handlers[s.act])
    if (found) return scope.handlers[found.act]
  }
  return undefined
}

function useKeysContext(): Keys {
  const keys = useContext(KeysContext)
  if (!keys) throw new Error('Keys are used outside of their provider')
  return keys
}

/** Shortcut settings: whether they are on, and how to open their list. */
export const useKeySettings = useKeysContext

/** Ties the shortcuts of a place to what they do, while the component is
 * shown. The handlers may change with every render. */
export function useKeys(place: Place, handlers: Handlers): void {
  const { register } = useKeysContext()
  const scope = useRef<Scope>({ place, handlers })
  useEffect(() => {
    scope.current.place = place
    scope.current.handlers = handlers
  })
  useEffect(() => register(scope.current), [register])
}

/** What a control shows and says of its key: nothing while shortcuts are off. */
export function useKeyHint(act: Act, place: Place): { hint?: string; 'aria-keyshortcuts'?: string } {
  const { enabled } = useKeysContext()
  const key = keyOf(act, place)
  return enabled && key ? { hint: key, 'aria-keyshortcuts': ariaKey(key) } : {}
}
