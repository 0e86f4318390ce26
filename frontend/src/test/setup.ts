import { afterEach, vi } from 'vitest'

// Tests that need a page ask for jsdom in their first line. It has none of
// these, and Mantine asks for them.
if (typeof window !== 'undefined') {
  window.matchMedia ??= vi.fn().mockImplementation((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  if (!document.fonts) Object.defineProperty(document, 'fonts', { value: new EventTarget() })
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
