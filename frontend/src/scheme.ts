import { localStorageColorSchemeManager } from '@mantine/core'

/** Where the chosen colour scheme is kept; public/scheme.js reads the same name
 * before the first paint. */
export const schemes = localStorageColorSchemeManager({ key: 'counterclaim.scheme' })

/** The nonce that the server put into the page, for styles made at run time. */
export const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
