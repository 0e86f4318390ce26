/** Dates as the program writes them (ISO 8601: a day, month, year, interval or
 * moment) in words for a reader. What is no such date is given back as it is. */

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}

export function formatDate(date: string, locale = 'en-GB'): string {
  if (date.includes('/')) {
    return date
      .split('/')
      .map(part => formatDate(part, locale))
      .join(' – ')
  }
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(date)
  if (!parts) return date
  const [, year, month, day] = parts
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  const format = formats[day ? 'day' : month ? 'month' : 'year']
  if (Number.isNaN(moment.getTime())) return date
  // An article's date is a day in a calendar, not a moment: no time zone may move it.
  return new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(moment)
}

/** A moment in the reader's own time zone: when a review was saved. */
export function formatMoment(moment: string, locale = 'en-GB'): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}
