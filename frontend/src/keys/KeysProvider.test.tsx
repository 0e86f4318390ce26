// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { renderPart } from '../test/page'
import { type Handlers, useKeyHint, useKeySettings, useKeys } from './KeysProvider'
import type { Place } from './table'

function At({ place, handlers }: { place: Place; handlers: Handlers }) {
  useKeys(place, handlers)
  return null
}
function SaveButton() {
  const { hint, ...aria } = useKeyHint('save', 'pair')
  return (
    <button type="button" {...aria}>
      {hint ?? 'no key'}
    </button>
  )
}
function Switch() {
  const { setEnabled, showHelp } = useKeySettings()
  return (
    <>
      <button type="button" onClick={() => setEnabled(false)}>
        off
      </button>
      <button type="button" onClick={showHelp}>
        help
      </button>
    </>
  )
}

beforeEach(() => localStorage.clear())

describe('useKeys', () => {
  test('a key does what its place says, and only while the place is shown', async () => {
    const next = vi.fn()
    const { unmount } = await renderPart(<At place="pair" handlers={{ next }} />)
    await userEvent.keyboard('j1')
    expect(next).toHaveBeenCalledTimes(1)
    unmount()
    await userEvent.keyboard('j')
    expect(next).toHaveBeenCalledTimes(1)
  })

  test('two keys one after the other', async () => {
    const goInbox = vi.fn()
    await renderPart(<At place="anywhere" handlers={{ goInbox }} />)
    await userEvent.keyboard('i')
    expect(goInbox).not.toHaveBeenCalled()
    await userEvent.keyboard('gi')
    expect(goInbox).toHaveBeenCalledTimes(1)
  })

  test('typing is typing', async () => {
    const next = vi.fn()
    await renderPart(
      <>
        <At place="pair" handlers={{ next }} />
        <textarea aria-label="note" />
      </>,
    )
    await userEvent.type(screen.getByLabelText('note'), 'jjj')
    expect(next).not.toHaveBeenCalled()
  })

  test('an open dialog silences all', async () => {
    const next = vi.fn()
    await renderPart(
      <>
        <At place="pair" handlers={{ next }} />
        <Switch />
      </>,
    )
    await userEvent.click(screen.getByText('help'))
    expect(await screen.findByRole('dialog')).toBeTruthy()
    await userEvent.keyboard('j')
    expect(next).not.toHaveBeenCalled()
  })

  test('switched off they stay off, and controls no longer name them', async () => {
    const next = vi.fn()
    const page = (
      <>
        <At place="pair" handlers={{ next }} />
        <SaveButton />
        <Switch />
      </>
    )
    const first = await renderPart(page)
    expect(screen.getByText('Enter').getAttribute('aria-keyshortcuts')).toBe('Enter')
    await userEvent.click(screen.getByText('off'))
    first.unmount()
    await renderPart(page)
    expect(screen.getByText('no key').hasAttribute('aria-keyshortcuts')).toBe(false)
    await userEvent.keyboard('j')
    expect(next).not.toHaveBeenCalled()
  })
})
