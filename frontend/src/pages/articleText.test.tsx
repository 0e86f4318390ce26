// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Statement } from '../api/types'
import { renderPart } from '../test/page'
import { paragraphs } from '../text/pieces'
import { blocksOf, statementMarks } from './articleMarks'
import { ArticleText, type Signs } from './articleText'

const text = 'A 🙂 <b onclick="x()">said</b> it rained.\n\nNo more.'
const statement = {
  id: 's1',
  source: [[0, 3]],
  cue: [[21, 25]],
  content: [[30, 39]],
} as unknown as Statement
const signs: Signs = {
  numbers: new Map([[30, [{ id: 's1', number: 1, speaker: 'A 🙂' }]]]),
  notes: new Map(),
}

async function show(selected = '') {
  const onSelect = vi.fn()
  await renderPart(
    <ArticleText
      ref={null}
      blocks={blocksOf(paragraphs(text))}
      marks={statementMarks([statement])}
      signs={signs}
      selected={selected}
      onSelect={onSelect}
      onNote={() => {}}
    />,
  )
  return onSelect
}

test('what looks like HTML is shown as text', async () => {
  await show()
  expect(document.querySelector('b')).toBeNull()
  expect(screen.getByText('<b onclick="x()">', { exact: false })).toBeTruthy()
})

test('marks lie on their words, counted in code points', async () => {
  await show()
  const marked = [...document.querySelectorAll('[data-statements="s1"]')].map(run => run.textContent)
  expect(marked).toEqual(['A 🙂', 'said', 'it rained'])
})

test('words and number lead to the statement', async () => {
  const onSelect = await show()
  await userEvent.click(screen.getByText('it rained'))
  await userEvent.click(screen.getByRole('button', { name: 'Statement 1, A 🙂' }))
  expect(onSelect.mock.calls).toEqual([['s1'], ['s1']])
})

test('the chosen statement says so without colour', async () => {
  await show('s1')
  expect(screen.getByRole('button', { name: /Statement 1/ }).getAttribute('aria-pressed')).toBe('true')
})
