import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { startWords } from '../i18n'
import { KeysProvider } from '../keys/KeysProvider'
import { ServicesProvider } from '../state/Services'
import { theme } from '../theme'

/** Renders a part within everything that it expects around itself. */
export async function renderPart(part: ReactNode) {
  await startWords()
  return render(
    <MantineProvider theme={theme} env="test">
      <KeysProvider>
        <ServicesProvider>{part}</ServicesProvider>
      </KeysProvider>
    </MantineProvider>,
  )
}
