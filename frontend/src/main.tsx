import '@mantine/core/styles.layer.css'
import './theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { startWords } from './i18n'
import { shareNonce } from './scheme'

const root = document.getElementById('root')
if (root) {
  shareNonce()
  await startWords()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
