/** An article's or statement's date in words: "3 December 2014". Takes a day,
 * a month, a year, an interval of them ("2014-10/2014-11") or a time; anything
 * else is given back as it is, as a wrong date must stay visible. */
export function longDate(date: string | undefined, locale = 'en-GB'): string {
  if (!date) return ''
  if (date.includes('/')) {
    const ends = date.split('/').map(end => longDate(end, locale))
    return ends[0] === ends[1] ? (ends[0] as string) : ends.filter(Boolean).join(' – ')
  }
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T.*)?$/.exec(date)
  if (!found) return date
  const [, year, month, day] = found
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  if (Number.isNaN(at.getTime()) || (month && at.getUTCMonth() !== Number(month) - 1)) return date
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(at)
}
