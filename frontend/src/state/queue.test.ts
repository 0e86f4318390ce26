import { expect, test } from 'vitest'
import type { Conflict } from '../api/types'
import { placeIn } from './queue'

const list = (...marks: string[]) =>
  marks.map((mark, i) => ({
    id: `c${i}`,
    reviews: { count: 0, ...(mark === 'x' && { mine: {} }) },
  })) as Conflict[]

test.each([
  {
    name: 'first',
    list: list('', '', ''),
    id: 'c0',
    want: { index: 0, previous: undefined, next: 'c1', nextToDo: 'c1' },
  },
  {
    name: 'skips those judged',
    list: list('', 'x', ''),
    id: 'c0',
    want: { index: 0, previous: undefined, next: 'c1', nextToDo: 'c2' },
  },
  {
    name: 'starts again at the top',
    list: list('', 'x', ''),
    id: 'c2',
    want: { index: 2, previous: 'c1', next: undefined, nextToDo: 'c0' },
  },
  {
    name: 'nothing left to do',
    list: list('x', ''),
    id: 'c1',
    want: { index: 1, previous: 'c0', next: undefined, nextToDo: undefined },
  },
  {
    name: 'not in the list',
    list: list('x', ''),
    id: 'c9',
    want: { index: -1, previous: undefined, next: 'c0', nextToDo: 'c1' },
  },
  {
    name: 'empty list',
    list: [],
    id: 'c9',
    want: { index: -1, previous: undefined, next: undefined, nextToDo: undefined },
  },
])('placeIn: $name', ({ list, id, want }) => expect(placeIn(list, id)).toEqual(want))
