import { describe, expect, it } from 'vitest'
import { fileName, reportAddress } from './reportFetch'

describe('fileName', () => {
  it.each([
    ['attachment; filename="counterclaim-2026-11-24.md"', 'counterclaim-2026-11-24.md'],
    ['attachment; filename=counterclaim.csv', 'counterclaim.csv'],
    ['attachment; filename="a.md"; filename*=UTF-8\'\'b%C3%A9.md', 'bé.md'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="a \\"b\\".md"', 'a "b".md'],
    ['inline', undefined],
    [null, undefined],
  ])('%s', (header, want) => expect(fileName(header)).toBe(want))
})

describe('reportAddress', () => {
  it('names every dispute, and none where all are meant', () => {
    expect(reportAddress({ format: 'md', disputes: [], unreviewed: false })).toBe('/api/v1/reports?format=md')
    expect(reportAddress({ format: 'html', disputes: ['a', 'b&c'], unreviewed: true }, true)).toBe(
      '/api/v1/reports?format=html&dispute=a&dispute=b%26c&include_unreviewed=true&inline=true',
    )
  })
})
