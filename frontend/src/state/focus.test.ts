// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepFocus } from './focus'

let stop: () => void
beforeEach(() => {
  document.body.innerHTML = `<main tabindex="-1"><h1>Page</h1>
    <section id="notes"><form id="form"><button id="save">Save</button></form></section></main>`
  stop = keepFocus(document)
})
afterEach(() => stop())

const get = (id: string) => document.getElementById(id) as HTMLElement
const focused = (want: Element | null) => vi.waitFor(() => expect(document.activeElement).toBe(want))

test('what is around a closed form takes its focus', async () => {
  get('save').focus()
  get('form').remove()
  await focused(get('notes'))
})

test('another page takes it at its heading', async () => {
  get('save').focus()
  const main = document.querySelector('main') as HTMLElement
  main.innerHTML = '<h1>Other</h1>'
  await focused(main.querySelector('h1'))
})

test('a field that a person leaves, or a press beside everything, loses it', async () => {
  for (const leave of [
    () => get('save').blur(),
    () => {
      document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
      get('save').blur()
    },
  ]) {
    get('save').focus()
    leave()
    await new Promise(done => setTimeout(done, 5))
    document.body.append('text')
    await new Promise(done => setTimeout(done, 90))
    expect(document.activeElement).toBe(document.body)
  }
})

test('what draws anew and takes the focus itself keeps it', async () => {
  get('save').focus()
  get('form').remove()
  get('notes').innerHTML = '<button id="add">Add</button>'
  get('add').focus()
  await new Promise(done => setTimeout(done, 90))
  expect(document.activeElement).toBe(get('add'))
})
