// Sets light or dark before the first paint, so that a dark page never flashes
// white. A file of its own because the pages allow no inline script.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('counterclaim.scheme')
  } catch {
    // A browser may refuse storage; the system's scheme is used then.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
