// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { commandKey, takesText } from './press'
import { keyOf, shortcuts } from './table'

const press = (change: object = {}) => ({
  key: 'j',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  defaultPrevented: false,
  repeat: false,
  target: document.body,
  ...change,
})
const element = (html: string): Element => {
  document.body.innerHTML = html
  return document.body.querySelector('[data-it]') as Element
}
beforeEach(() => {
  document.body.innerHTML = ''
})

describe('commandKey', () => {
  test.each([
    { name: 'plain letter', press: press(), want: 'j' },
    { name: 'digit', press: press({ key: '1' }), want: '1' },
    {
      name: 'shift makes another command of a letter',
      press: press({ key: 'Y', shiftKey: true }),
      want: 'Y',
    },
    { name: 'caps lock does not', press: press({ key: 'J' }), want: 'j' },
    {
      name: 'question mark needs shift on most keyboards',
      press: press({ key: '?', shiftKey: true }),
      want: '?',
    },
    { name: 'control', press: press({ ctrlKey: true }), want: undefined },
    { name: 'alt', press: press({ altKey: true }), want: undefined },
    { name: 'command', press: press({ metaKey: true }), want: undefined },
    { name: 'while a character is composed', press: press({ isComposing: true }), want: undefined },
    { name: 'when something else took it', press: press({ defaultPrevented: true }), want: undefined },
    { name: 'a held key moves on', press: press({ repeat: true }), want: 'j' },
    { name: 'a held key does not judge twice', press: press({ key: '1', repeat: true }), want: undefined },
    { name: 'Enter on the page', press: press({ key: 'Enter' }), want: 'Enter' },
  ])('$name', ({ press, want }) => expect(commandKey(press)).toBe(want))

  test.each([
    { html: '<input data-it>', key: 'j', want: undefined },
    { html: '<textarea data-it></textarea>', key: '1', want: undefined },
    { html: '<select data-it></select>', key: 'j', want: undefined },
    { html: '<div contenteditable="true" data-it></div>', key: 'j', want: undefined },
    { html: '<div role="menu"><button data-it></button></div>', key: 'j', want: undefined },
    { html: '<input type="radio" data-it>', key: 'Enter', want: 'Enter' },
    { html: '<button data-it></button>', key: 'j', want: 'j' },
    { html: '<button data-it></button>', key: 'Enter', want: undefined },
    { html: '<a href="/"><b data-it></b></a>', key: 'Enter', want: undefined },
  ])('$key on $html', ({ html, key, want }) => {
    const target = element(html)
    expect(commandKey(press({ key, target }))).toBe(want)
  })

  test('takesText knows nothing of other targets', () => expect(takesText(null)).toBe(false))
})

describe('the table', () => {
  test('no key stands for two acts at one place, nor for one that works everywhere', () => {
    const seen = new Set<string>()
    const everywhere = shortcuts.filter(s => s.place === 'anywhere').map(s => s.key)
    for (const { place, key } of shortcuts) {
      expect(seen.has(`${place} ${key}`)).toBe(false)
      seen.add(`${place} ${key}`)
      if (place !== 'anywhere') expect(everywhere).not.toContain(key)
    }
  })

  test('no single key at any place begins a sequence', () => {
    const first = new Set(shortcuts.filter(s => s.key.includes(' ')).map(s => s.key.split(' ')[0]))
    for (const { key } of shortcuts) expect(first.has(key)).toBe(false)
  })

  test('a plain pair takes two keys', () =>
    expect([keyOf('judge.contradicts', 'pair'), keyOf('save', 'pair')]).toEqual(['1', 'Enter']))
})
