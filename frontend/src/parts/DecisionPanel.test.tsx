// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Conflict, Review } from '../api/types'
import { renderPart } from '../test/page'
import { DecisionPanel } from './DecisionPanel'

const review = (change: Partial<Review> = {}): Review => ({
  conflict: 'c1',
  reviewer: { id: 'u1', name: 'Owner' },
  judgement: 'agrees',
  version: 3,
  created_at: '2026-11-24T10:00:00Z',
  updated_at: '2026-11-24T10:00:00Z',
  ...change,
})
const conflict = (mine?: Review) => ({ id: 'c1', reviews: { count: mine ? 1 : 0, mine } }) as Conflict

async function show(mine?: Review) {
  const onSave = vi.fn()
  const onNext = vi.fn(() => Promise.resolve())
  const page = await renderPart(<DecisionPanel conflict={conflict(mine)} onSave={onSave} onNext={onNext} />)
  return { onSave, onNext, ...page }
}
const draftOf = (onSave: ReturnType<typeof vi.fn>) => onSave.mock.calls[0]?.[1]

beforeEach(() => sessionStorage.clear())

describe('DecisionPanel', () => {
  test('two keys decide a plain pair', async () => {
    const { onSave, onNext } = await show()
    await userEvent.keyboard('1{Enter}')
    expect(draftOf(onSave)).toEqual({ judgement: 'contradicts', base: 0 })
    expect(onNext).toHaveBeenCalledTimes(1)
  })

  test('so do two clicks', async () => {
    const { onSave } = await show()
    await userEvent.click(screen.getByRole('radio', { name: 'Unrelated' }))
    await userEvent.click(screen.getByText('Save and next'))
    expect(draftOf(onSave)).toEqual({ judgement: 'unrelated', base: 0 })
  })

  test('sureness and note come along; the same key takes sureness back', async () => {
    const { onSave } = await show()
    await userEvent.keyboard('xqfn')
    await userEvent.keyboard('no 1 j{Control>}{Enter}{/Control}')
    expect(draftOf(onSave)).toEqual({
      judgement: 'bad_extraction',
      sureness: 'high',
      note: 'no 1 j',
      base: 0,
    })
  })

  test('without a judgement nothing is saved and the pair stays', async () => {
    const { onSave, onNext } = await show()
    await userEvent.keyboard('q{Enter}')
    expect(onSave).not.toHaveBeenCalled()
    expect(onNext).not.toHaveBeenCalled()
  })

  test('a pair reviewed before goes on without saving again', async () => {
    const { onSave, onNext } = await show(review())
    await userEvent.keyboard('{Enter}')
    expect(onSave).not.toHaveBeenCalled()
    expect(onNext).toHaveBeenCalledTimes(1)
  })

  test('what was typed survives the page', async () => {
    const first = await show()
    await userEvent.keyboard('4n')
    await userEvent.keyboard('half a thou')
    first.unmount()
    const { onSave } = await show()
    await userEvent.keyboard('{Enter}')
    expect(draftOf(onSave)).toEqual({ judgement: 'different_time_place_scope', note: 'half a thou', base: 0 })
  })

  test('a review changed elsewhere: both are shown, none is overwritten unasked', async () => {
    const first = await show(review())
    await userEvent.keyboard('2')
    first.unmount()
    const changed = review({ version: 4, judgement: 'updated', note: 'theirs' })
    const { onSave } = await show(changed)
    expect(screen.getByRole('alert').textContent).toContain('Updated, “theirs”')
    expect(screen.getByRole('alert').textContent).toContain('Differ in number')
    await userEvent.keyboard('{Enter}')
    expect(onSave).not.toHaveBeenCalled()
    await userEvent.click(screen.getByText('Go on with mine'))
    await userEvent.keyboard('{Enter}')
    expect(draftOf(onSave)).toEqual({ judgement: 'differs_in_number', base: 4 })
  })
})
