import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// jsdom has neither; Mantine asks for both when it starts.
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

afterEach(cleanup)
