// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Conflict, Job } from '../api/types'
import { DepthProgress } from '../pages/articleProgress'
import { renderPart } from '../test/page'
import { DepthMark } from './Badges'
import { CoverageNote } from './Empty'

const conflict = (change: Partial<Conflict> = {}) => ({ id: 'c1', ...change }) as Conflict

test('a pair not yet compared in depth says so, any other says nothing', async () => {
  await renderPart(<DepthMark conflict={conflict()} />)
  expect(screen.queryByText('not yet compared in depth')).toBeNull()
  await renderPart(<DepthMark conflict={conflict({ not_in_depth: true })} />)
  expect(screen.getByText('not yet compared in depth')).toBeTruthy()
})

test.each([
  { name: 'none waits', waiting: 0, want: '1 pair out of 2 statements was compared. None was left out.' },
  { name: 'one waits', waiting: 1, want: /None was left out\. 1 pair is not yet compared in depth\.$/ },
])('coverage: $name', async ({ waiting, want }) => {
  const { container } = await renderPart(
    <CoverageNote coverage={{ statements: 2, compared: 1, not_compared: 0, waiting }} />,
  )
  expect(container.querySelector('p')?.textContent).toMatch(want)
})

const failed = { id: 'j1', state: 'failed', problem: { code: 'x', detail: 'No room.' } } as Job

test.each([
  { name: 'none waits', waiting: 0, job: failed, want: '' },
  {
    name: 'some wait',
    waiting: 1234,
    job: { ...failed, state: 'running' } as Job,
    want: 'Compared. 1,234 pairs are not yet compared in depth.',
  },
  {
    name: 'the comparison failed',
    waiting: 1,
    job: failed,
    want: 'Compared. 1 pair is not yet compared in depth.The comparison in depth failed. No room.Try again',
  },
])('an article, of whose pairs $name', async ({ waiting, job, want }) => {
  const { container } = await renderPart(
    <QueryClientProvider client={new QueryClient()}>
      <DepthProgress waiting={waiting} job={job} />
    </QueryClientProvider>,
  )
  const shown = [...container.querySelectorAll('p, button')].map(part => part.textContent).join('')
  expect(shown).toBe(want)
})
