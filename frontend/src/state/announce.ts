/** The one message the page shows and says at a time: "Saved", with a way
 * back, or what went wrong. */

export type Message = {
  id: number
  text: string
  tone: 'plain' | 'trouble'
  hint?: string
  action?: { label: string; run: () => void; key?: string }
}

export class Announcer {
  private message: Message | undefined
  private count = 0
  private readonly watchers = new Set<() => void>()

  snapshot = (): Message | undefined => this.message

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  say(message: Omit<Message, 'id' | 'tone'> & { tone?: Message['tone'] }): void {
    this.count++
    this.set({ tone: 'plain', ...message, id: this.count })
  }

  /** Takes the message away; with an id only if it is still that one. */
  clear(id?: number): void {
    if (id === undefined || this.message?.id === id) this.set(undefined)
  }

  private set(message: Message | undefined): void {
    this.message = message
    for (const watcher of this.watchers) watcher()
  }
}
