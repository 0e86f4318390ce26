import { describe, expect, it, test } from 'vitest'
import type { Side, Statement } from '../api/types'
import { addressInArchive } from './address'
import { citation } from './citation'
import { longDate, momentInWords, shortDate } from './dates'

const words = {
  stance: (commitment: string) => `${commitment}:`,
  reportedBy: (o: string) => `as reported by ${o}`,
  unknownSpeaker: 'speaker not named',
  unknownOutlet: 'outlet unknown',
}
const article: Side['article'] = {
  id: 'a',
  title: 'Fire',
  publisher: 'The Courier',
  date: '2026-05-13',
  url: 'https://courier.example/fire',
  author: '',
  sha256: '',
}
const said = (part: Partial<Statement>): Statement => ({
  id: 's',
  type: 'direct',
  source: [],
  cue: [],
  content: [[0, 1]],
  text: 'We have nothing to hide,',
  speaker: { name: 'Ida Brannock', kind: 'person', role: 'chief executive' },
  cue_class: 'say',
  commitment: 'asserts',
  ...part,
})

describe('citation', () => {
  it.each([
    {
      name: 'direct speech names speaker, role, outlet, date and link',
      side: { statement: said({}), article },
      want: '“We have nothing to hide,”\n— Ida Brannock, chief executive; The Courier, 13 May 2026\nhttps://courier.example/fire',
    },
    {
      name: 'indirect speech is not put into the mouth of the speaker',
      side: { statement: said({ type: 'indirect', text: 'four workers were injured' }), article },
      want: '“four workers were injured”\n— Ida Brannock, chief executive; as reported by The Courier, 13 May 2026\nhttps://courier.example/fire',
    },
    {
      name: 'what is only partly quoted is reported too',
      side: { statement: said({ type: 'mixed', text: 'it had "nothing to hide"' }), article },
      want: '“it had "nothing to hide"”\n— Ida Brannock, chief executive; as reported by The Courier, 13 May 2026\nhttps://courier.example/fire',
    },
    {
      name: 'denied words do not look asserted',
      side: {
        statement: said({ type: 'indirect', text: 'it burned', commitment: 'denies', cue_class: 'deny' }),
        article,
      },
      want: 'denies: “it burned”\n— Ida Brannock, chief executive; as reported by The Courier, 13 May 2026\nhttps://courier.example/fire',
    },
    {
      name: 'what is not known is said or left out',
      side: {
        statement: said({ speaker: { name: '', kind: 'unknown' }, text: 'one\r\n  two' }),
        article: { ...article, publisher: '', date: '', url: '' },
      },
      want: '“one two”\n— speaker not named; outlet unknown',
    },
  ])('$name', ({ side, want }) => expect(citation(side, words)).toBe(want))
})

test('an article without an address is linked in the archive', () => {
  const unlinked = {
    statement: said({
      content: [
        [10, 20],
        [25, 31],
      ],
    }),
    article: { ...article, id: 'a/1', url: '' },
  }
  const archived = (side: typeof unlinked) => addressInArchive(side, 'http://h')
  expect(
    citation(unlinked, { ...words, archived })
      .split('\n')
      .at(-1),
  ).toBe('http://h/articles/a%2F1?at=10-31')
})

describe('longDate', () => {
  it.each([
    ['2014-12-03', '3 December 2014'],
    ['2014-12-03T23:30:00-05:00', '3 December 2014'],
    ['2014-12', 'December 2014'],
    ['2014', '2014'],
    ['2014-10/2014-11', 'October 2014 – November 2014'],
    ['2014-10/2014-10', 'October 2014'],
    ['2014-13-45', '2014-13-45'],
    ['yesterday', 'yesterday'],
    ['', ''],
  ])('%s', (date, want) => expect(longDate(date)).toBe(want))
})

test('shortDate and momentInWords', () => {
  expect(shortDate('2014-12-03')).toBe('3 Dec 2014')
  expect(momentInWords('soon')).toBe('soon')
})
