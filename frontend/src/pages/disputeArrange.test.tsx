// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Dispute } from '../api/types'
import { renderPart } from '../test/page'
import { DisputeArrange } from './disputeArrange'

const { navigate, api } = vi.hoisted(() => ({ navigate: vi.fn(), api: { GET: vi.fn(), POST: vi.fn() } }))
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => navigate }))
vi.mock('../api/client', () => ({ api, answerOf: (call: unknown) => call }))

const side = (name: string) => ({ statement: { id: name, text: `${name} says so`, speaker: { name } } })
const dispute = (id: string, ...pairs: [string, string][]) =>
  ({
    id,
    question: `Question ${id}?`,
    conflicts: pairs.map(([a, b]) => ({ id: `${a}-${b}`, a: side(a), b: side(b) })),
  }) as unknown as Dispute

async function show(shown: Dispute, others: Dispute[] = []) {
  api.GET.mockResolvedValue({ items: others })
  api.POST.mockResolvedValue(dispute('new'))
  await renderPart(
    <QueryClientProvider client={new QueryClient()}>
      <DisputeArrange dispute={shown} />
    </QueryClientProvider>,
  )
}

beforeEach(() => vi.clearAllMocks())

describe('DisputeArrange', () => {
  test('moves the chosen conflicts into a dispute of their own', async () => {
    await show(dispute('d', ['Ann', 'Bob'], ['Cem', 'Dora']))
    const button = screen.getByRole('button', { name: 'Move the chosen ones' })
    expect(button).toHaveProperty('disabled', true)
    await userEvent.click(screen.getByRole('checkbox', { name: /Cem and Dora/ }))
    await userEvent.click(button)
    await waitFor(() => expect(navigate).toHaveBeenCalledWith({ to: '/disputes/$id', params: { id: 'new' } }))
    expect(api.POST).toHaveBeenCalledWith('/api/v1/disputes/{id}/split', {
      params: { path: { id: 'd' } },
      body: { conflicts: ['Cem-Dora'] },
    })
  })

  test('never moves all of them', async () => {
    await show(dispute('d', ['Ann', 'Bob'], ['Cem', 'Dora']))
    for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box)
    expect(screen.getByRole('button', { name: 'Move the chosen ones' })).toHaveProperty('disabled', true)
  })

  test('takes in another dispute', async () => {
    await show(dispute('d', ['Ann', 'Bob']), [dispute('d'), dispute('e', ['Cem', 'Dora'])])
    await userEvent.selectOptions(await screen.findByLabelText('The other dispute'), 'Question e?')
    await userEvent.click(screen.getByRole('button', { name: 'Take them in' }))
    const sent = { params: { path: { id: 'd' } }, body: { from: 'e' } }
    await waitFor(() => expect(api.POST).toHaveBeenCalledWith('/api/v1/disputes/{id}/merge', sent))
  })
})
