import { expect, test } from 'vitest'
import type { Side } from '../api/types'
import { addressOf, citation } from './citation'

const side = (change: { statement?: object; article?: object } = {}): Side => ({
  statement: {
    id: 's1',
    type: 'direct',
    source: [],
    cue: [],
    content: [
      [10, 20],
      [25, 31],
    ],
    text: 'The fire alarm did not work,',
    speaker: { name: 'Tomas Reyk', kind: 'person', role: 'docker' },
    cue_class: 'say',
    commitment: 'asserts',
    said_at: '2027-05-13',
    ...change.statement,
  } as Side['statement'],
  article: {
    id: 'a/1',
    title: 'Dockers say',
    publisher: 'The Observer',
    date: '2027-05-13',
    url: 'https://o.example/1',
    author: '',
    sha256: '',
    ...change.article,
  },
  context: { start: 0, text: '' },
})

test.each([
  {
    name: 'direct speech in quotation marks',
    side: side(),
    want: '“The fire alarm did not work”\n— Tomas Reyk (docker), The Observer, 13 May 2027\nhttps://o.example/1',
  },
  {
    name: 'indirect speech is the words of the article, and another day is named',
    side: side({ statement: { type: 'indirect', text: 'it burned', said_at: '2027-05-12' } }),
    want: 'it burned\n— Tomas Reyk (docker), said 12 May 2027, as reported by The Observer, 13 May 2027\nhttps://o.example/1',
  },
  {
    name: 'without an address the link leads into the archive',
    side: side({ article: { url: '', publisher: '', date: '' } }),
    want: '“The fire alarm did not work”\n— Tomas Reyk (docker), said 13 May 2027, Dockers say\nhttp://h/articles/a%2F1?at=10-31',
  },
])('citation: $name', ({ side, want }) => expect(citation(side, 'http://h')).toBe(want))

test('the address leads from the first word to the last', () =>
  expect(addressOf(side(), 'http://h')).toBe('http://h/articles/a%2F1?at=10-31'))
