import { expect, test } from 'vitest'
import { asProblem, Problem, problemOf } from './problem'

test.each([
  {
    name: 'a problem document, made into sentences',
    status: 412,
    body: {
      type: '/problems/stale',
      title: 'Stale',
      detail: 'the review was changed',
      hint: 'Read it again',
      ref: 'c1',
    },
    want: {
      status: 412,
      code: 'stale',
      message: 'The review was changed.',
      hint: 'Read it again.',
      ref: 'c1',
    },
  },
  {
    name: 'something that is no problem document',
    status: 502,
    body: '<html>',
    want: {
      status: 502,
      code: 'status-502',
      message: 'The program answered with status 502.',
      hint: '',
      ref: '',
    },
  },
  {
    name: 'only a title',
    status: 404,
    body: { title: 'Not found' },
    want: { status: 404, code: 'status-404', message: 'Not found.', hint: '', ref: '' },
  },
])('problemOf: $name', ({ status, body, want }) => expect(problemOf(status, body)).toMatchObject(want))

test('faults keep their places', () => {
  const problem = problemOf(422, { detail: 'x', errors: [{ location: 'body.date', message: 'no date' }, {}] })
  expect(problem.errors).toEqual([
    { location: 'body.date', message: 'no date' },
    { location: '', message: '' },
  ])
})

test('no answer at all is told apart from a refusal', () => {
  expect(asProblem(new TypeError('Failed to fetch'))).toMatchObject({ status: 0, code: 'no-answer' })
  expect(asProblem('odd')).toMatchObject({ code: 'page' })
  const problem = new Problem({ detail: 'kept' })
  expect(asProblem(problem)).toBe(problem)
})
