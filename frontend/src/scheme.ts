import { localStorageColorSchemeManager } from '@mantine/core'

/** Where the chosen colour scheme is kept; public/scheme.js reads the same name
 * before the first paint. */
export const schemes = localStorageColorSchemeManager({ key: 'counterclaim.scheme' })

/** The nonce that the server put into the page, for styles made at run time. */
export const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

declare global {
  var __webpack_nonce__: string | undefined
}

/** Hands the nonce to the parts beneath Mantine that write styles of their own
 * (an open dialog stops the page from scrolling): they look for it under this
 * name, which bundlers made common. */
export function shareNonce(): void {
  globalThis.__webpack_nonce__ = nonce()
}
