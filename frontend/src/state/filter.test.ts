import { expect, test } from 'vitest'
import { filterSize, readFilter } from './filter'

test.each([
  { name: 'nothing', search: {}, want: {} },
  {
    name: 'known values',
    search: { state: 'open', mine: 'todo', q: 'air' },
    want: { state: 'open', mine: 'todo', q: 'air' },
  },
  { name: 'a number typed as text', search: { q: 2014 }, want: { q: '2014' } },
  {
    name: 'unknown values are left out',
    search: { state: 'gone', kind: 7, strength: ['fair'], page: 3 },
    want: {},
  },
  { name: 'blank text does not narrow', search: { speaker: '  ', q: '' }, want: {} },
])('readFilter: $name', ({ search, want }) => {
  expect(readFilter(search)).toEqual(want)
  expect(filterSize(readFilter(search))).toBe(Object.keys(want).length)
})
