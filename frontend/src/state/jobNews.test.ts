import { expect, test } from 'vitest'
import type { Job } from '../api/types'
import { newsOf } from './jobNews'

const job = (state: Job['state'], updated_at = '', kind: Job['kind'] = 'analyse') =>
  ({ kind, state, updated_at }) as Job

test.each([
  { name: 'no jobs', jobs: [], want: { reading: 0, lastDone: '' } },
  {
    name: 'the last one done counts, failed ones do not',
    jobs: [
      job('done', '2026-11-24T10:00:00Z'),
      job('done', '2026-11-24T11:00:00Z'),
      job('failed', '2026-11-24T12:00:00Z'),
    ],
    want: { reading: 0, lastDone: '2026-11-24T11:00:00Z' },
  },
  {
    name: 'waiting and running ones are being read',
    jobs: [job('queued'), job('running')],
    want: { reading: 2, lastDone: '' },
  },
  {
    name: 'what is compared in depth is read already, and is news once it is done',
    jobs: [
      job('queued', '', 'deepen'),
      job('running', '', 'deepen'),
      job('done', '2026-11-24T11:00:00Z', 'deepen'),
      job('done', '2026-11-24T10:00:00Z'),
    ],
    want: { reading: 0, lastDone: '2026-11-24T11:00:00Z' },
  },
])('newsOf: $name', ({ jobs, want }) => expect(newsOf(jobs)).toEqual(want))
