/** An article's or statement's date in words: "3 December 2014". Takes a day,
 * a month, a year, an interval of them ("2014-10/2014-11") or a time; anything
 * else is given back as it is, as a wrong date must stay visible. */
export function longDate(
  date: string | undefined,
  locale = 'en-GB',
  month: 'long' | 'short' = 'long',
): string {
  if (!date) return ''
  if (date.includes('/')) {
    const ends = date.split('/').map(end => longDate(end, locale, month))
    return ends[0] === ends[1] ? (ends[0] as string) : ends.filter(Boolean).join(' – ')
  }
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T.*)?$/.exec(date)
  if (!found) return date
  const [, y, m, d] = found
  const at = new Date(Date.UTC(Number(y), Number(m ?? 1) - 1, Number(d ?? 1)))
  if (Number.isNaN(at.getTime()) || (m && at.getUTCMonth() !== Number(m) - 1)) return date
  // A date in a calendar, not a moment: no time zone may move it.
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(m && { month }),
    ...(d && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(at)
}

/** The same where there is little room: "3 Dec 2014". */
export const shortDate = (date: string | undefined, locale = 'en-GB') => longDate(date, locale, 'short')

/** A moment in the reader's own time zone: when a review was saved. */
export function momentInWords(moment: string, locale = 'en-GB'): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}
