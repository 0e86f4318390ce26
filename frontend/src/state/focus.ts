import { useEffect } from 'react'

const patience = 60 // milliseconds for what is drawn anew to take the focus itself

/** Keeps the focus in the page: where what had it goes away, with an act or to
 * another page, the nearest part around it that is still there takes it. The
 * keyboard and screen readers then go on from that place, not from the top. */
export function useFocusKept(): void {
  useEffect(() => keepFocus(document), [])
}

export function keepFocus(document: Document): () => void {
  let path: HTMLElement[] = [] // what has the focus, then what is around it
  let timer: ReturnType<typeof setTimeout> | undefined

  const onFocusIn = (event: Event) => {
    path = aroundOf(event.target as HTMLElement)
  }
  // A person who presses beside everything, or leaves a field, wants it nowhere.
  const onPointer = () => {
    path = []
  }
  const onFocusOut = (event: Event) => {
    const target = event.target as HTMLElement
    setTimeout(() => {
      if (path[0] === target && canHold(target) && document.activeElement === document.body) path = []
    })
  }
  const restore = () => {
    if (document.activeElement !== document.body || path.length === 0) return
    const place = path.find(canHold)
    const landing = place?.matches('main') ? (place.querySelector<HTMLElement>('h1') ?? place) : place
    if (!landing) return
    if (landing !== path[0] && !landing.hasAttribute('tabindex')) landing.tabIndex = -1
    landing.focus({ preventScroll: true })
  }
  const watcher = new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(restore, patience)
  })
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', onFocusIn)
  document.addEventListener('focusout', onFocusOut)
  document.addEventListener('pointerdown', onPointer)
  return () => {
    clearTimeout(timer)
    watcher.disconnect()
    document.removeEventListener('focusin', onFocusIn)
    document.removeEventListener('focusout', onFocusOut)
    document.removeEventListener('pointerdown', onPointer)
  }
}

/** The element and the parts of the page it stands in. */
function aroundOf(element: HTMLElement): HTMLElement[] {
  const path = [element]
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.matches('main, main section, main article, main form')) path.push(at)
  return path
}

function canHold(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled')
}
