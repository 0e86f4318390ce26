// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { Points, type Span } from '../text/points'
import { nudged, spanOfRange, trimmed } from './articleSelection'

const text = 'A 🙂 said: “No fire”.\n\nB said so too.'
const article = new Points(text)

/** The page of the text above: runs with a number between them, as the reader draws it. */
function page(): HTMLElement {
  const root = document.createElement('div')
  root.innerHTML = `<p><span data-at="0">A 🙂 said: “</span><button>7</button><span data-at="11">No fire</span><span data-at="18">”.</span></p>
    <p><span data-at="22">B said so too.</span></p>`
  document.body.replaceChildren(root)
  return root
}

const node = (root: HTMLElement, run: number) => root.querySelectorAll('[data-at]')[run]?.firstChild as Node

function rangeOf(start: [Node, number], end: [Node, number]): Range {
  const range = document.createRange()
  range.setStart(...start)
  range.setEnd(...end)
  return range
}

describe('spanOfRange', () => {
  it('counts an emoji as one code point', () => {
    const root = page()
    const span = spanOfRange(root, rangeOf([node(root, 0), 5], [node(root, 0), 9]), article)
    expect(span).toEqual([4, 8])
    expect(article.slice(...(span as [number, number]))).toBe('said')
  })
  it('passes over numbers between the runs', () => {
    const root = page()
    const span = spanOfRange(root, rangeOf([node(root, 0), 5], [node(root, 1), 2]), article)
    expect(article.slice(...(span as [number, number]))).toBe('said: “No')
  })
  it('reaches over paragraphs', () => {
    const root = page()
    const span = spanOfRange(root, rangeOf([node(root, 1), 3], [node(root, 3), 6]), article)
    expect(article.slice(...(span as [number, number]))).toBe('fire”.\n\nB said')
  })
  it('takes edges that lie in elements, as a triple click leaves them', () => {
    const root = page()
    const [first, second] = root.querySelectorAll('p')
    const span = spanOfRange(root, rangeOf([first as Node, 0], [second as Node, 0]), article)
    expect(article.slice(...(span as [number, number]))).toBe('A 🙂 said: “No fire”.')
  })
  it('is undefined for white space, an empty range and a place elsewhere', () => {
    const root = page()
    expect(spanOfRange(root, rangeOf([node(root, 0), 1], [node(root, 0), 2]), article)).toBeUndefined()
    expect(spanOfRange(root, rangeOf([node(root, 0), 1], [node(root, 0), 1]), article)).toBeUndefined()
    const other = document.createElement('p')
    other.textContent = 'elsewhere'
    document.body.append(other)
    expect(spanOfRange(root, rangeOf([other, 0], [other, 1]), article)).toBeUndefined()
  })
})

describe('trimmed', () => {
  it.each<{ name: string; span: Span; want: Span | undefined }>([
    { name: 'white space at both ends', span: [1, 9], want: [2, 8 + 1] },
    { name: 'line ends', span: [18, 24], want: [18, 23] },
    { name: 'nothing left', span: [20, 22], want: undefined },
  ])('$name', ({ span, want }) => expect(trimmed(article, span)).toEqual(want))
})

describe('nudged', () => {
  const words = new Points('one 🙂two  three')
  const at = (span: Span) => words.slice(...span)
  it.each<{ name: string; span: Span; edge: 'start' | 'end'; by: -1 | 1; want: string }>([
    { name: 'takes the next word in', span: [0, 3], edge: 'end', by: 1, want: 'one 🙂two' },
    { name: 'gives the last word up', span: [0, 8], edge: 'end', by: -1, want: 'one' },
    { name: 'gives the first word up', span: [0, 8], edge: 'start', by: 1, want: '🙂two' },
    { name: 'takes the word before in', span: [10, 15], edge: 'start', by: -1, want: '🙂two  three' },
    { name: 'never becomes empty', span: [0, 3], edge: 'end', by: -1, want: 'one' },
    { name: 'stays within the text', span: [10, 15], edge: 'end', by: 1, want: 'three' },
  ])('$name', ({ span, edge, by, want }) => expect(at(nudged(words, span, edge, by))).toBe(want))
})
