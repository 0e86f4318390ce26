import { expect, test } from 'vitest'
import { formatDate, formatMoment } from './dates'

test.each([
  ['2014-12-03', '3 Dec 2014'],
  ['2014-10', 'Oct 2014'],
  ['2014', '2014'],
  ['2014-10/2014-11', 'Oct 2014 – Nov 2014'],
  ['2014-12-03T23:30:00-08:00', '3 Dec 2014'],
  ['', ''],
  ['last week', 'last week'],
])('formatDate(%j)', (date, want) => expect(formatDate(date)).toBe(want))

test('a broken moment is shown as it is', () => expect(formatMoment('soon')).toBe('soon'))
