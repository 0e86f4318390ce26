/** Acts that can be taken back, the latest first. It knows nothing of what an
 * act was: whoever did it hands in how to undo it. */

export type Undoable = { label: string; run: () => Promise<void> }
type State = { acts: readonly Undoable[]; running: boolean }

const kept = 50

/** A list of undoable acts that pages may watch. */
export class UndoList {
  private state: State = { acts: [], running: false }
  private readonly watchers = new Set<() => void>()

  /** For useSyncExternalStore: the same value until something changes. */
  snapshot = (): State => this.state

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  push(act: Undoable): void {
    this.set({ ...this.state, acts: [...this.state.acts.slice(1 - kept), act] })
  }

  /** Forgets an act that turned out not to have happened. */
  drop(act: Undoable): void {
    this.set({ ...this.state, acts: this.state.acts.filter(a => a !== act) })
  }

  /** Takes back the latest act and gives its label; undefined when there is
   * none or one is being taken back already. Should it fail, the act stays
   * in the list so that it can be tried again. */
  async undo(): Promise<string | undefined> {
    const act = this.state.acts.at(-1)
    if (!act || this.state.running) return undefined
    this.set({ ...this.state, running: true })
    try {
      await act.run()
      this.set({ acts: this.state.acts.filter(a => a !== act), running: false })
      return act.label
    } catch (error) {
      this.set({ ...this.state, running: false })
      throw error
    }
  }

  private set(state: State): void {
    this.state = state
    for (const watcher of this.watchers) watcher()
  }
}
