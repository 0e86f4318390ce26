/**
 * Offsets. The program counts Unicode code points, a browser's strings count
 * UTF-16 units: this file is the only place where one becomes the other.
 */

/** A stretch of a text in code points, end exclusive. */
export type Span = readonly [start: number, end: number]

/** Converts between code points and UTF-16 units of one text. Building it is
 * linear in the text, each conversion logarithmic in its number of characters
 * beyond the basic plane (emoji and the like). */
export class Points {
  readonly text: string
  /** How many code points the text has. */
  readonly length: number
  /** Where the characters of two units stand, in code points, ascending. */
  private readonly wide: number[] = []

  constructor(text: string) {
    this.text = text
    let point = 0
    for (let unit = 0; unit < text.length; point++) {
      const isWide = (text.codePointAt(unit) as number) > 0xffff
      if (isWide) this.wide.push(point)
      unit += isWide ? 2 : 1
    }
    this.length = point
  }

  /** The UTF-16 offset of a code point offset; clamped to the text. */
  toUnit(point: number): number {
    const p = Math.min(Math.max(point, 0), this.length)
    return p + countBelow(this.wide, p)
  }

  /** The code point offset of a UTF-16 offset; clamped to the text. An offset
   * in the middle of a character gives the character's start. */
  toPoint(unit: number): number {
    const u = Math.min(Math.max(unit, 0), this.text.length)
    let low = 0
    let high = this.wide.length
    while (low < high) {
      const mid = (low + high) >> 1
      const unitAfter = (this.wide[mid] as number) + mid + 2
      if (unitAfter <= u) low = mid + 1
      else high = mid
    }
    const rest = u - low
    const cut = this.wide[low]
    return cut !== undefined && rest > cut ? cut : rest
  }

  /** The words between two code point offsets. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUnit(start), this.toUnit(end))
  }
}

/** How many numbers of the ascending list are below the limit. */
function countBelow(list: readonly number[], limit: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((list[mid] as number) < limit) low = mid + 1
    else high = mid
  }
  return low
}
