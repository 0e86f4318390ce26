import { describe, expect, test, vi } from 'vitest'
import { UndoList } from './undo'

const act = (label: string, log: string[]) => ({ label, run: async () => void log.push(label) })

describe('UndoList', () => {
  test('takes back the latest act first, each once', async () => {
    const log: string[] = []
    const list = new UndoList()
    list.push(act('one', log))
    list.push(act('two', log))
    expect([await list.undo(), await list.undo(), await list.undo()]).toEqual(['two', 'one', undefined])
    expect(log).toEqual(['two', 'one'])
  })

  test('an act that cannot be taken back stays', async () => {
    const list = new UndoList()
    list.push({ label: 'stale', run: () => Promise.reject(new Error('412')) })
    await expect(list.undo()).rejects.toThrow('412')
    expect(list.snapshot().acts).toHaveLength(1)
    expect(list.snapshot().running).toBe(false)
  })

  test('a second press while one is running does nothing', async () => {
    const list = new UndoList()
    const run = vi.fn(() => Promise.resolve())
    list.push({ label: 'one', run })
    list.push({ label: 'two', run })
    const [first, second] = await Promise.all([list.undo(), list.undo()])
    expect([first, second]).toEqual(['two', undefined])
    expect(run).toHaveBeenCalledTimes(1)
  })

  test('watchers hear of every change, and the list stays short', () => {
    const list = new UndoList()
    const heard = vi.fn()
    const stop = list.watch(heard)
    for (let i = 0; i < 60; i++) list.push(act(String(i), []))
    stop()
    list.push(act('unheard', []))
    expect(heard).toHaveBeenCalledTimes(60)
    expect(list.snapshot().acts).toHaveLength(50)
  })
})
