/** How long a lock may take to come free, e.g. from a page that is being reloaded, in milliseconds. */
const PATIENCE = 250
/** How long the other tab may take to keep what it has, in milliseconds. */
const FAREWELL = 500

/** What the lock asks of the page. */
export interface LockOwner {
  /** Keeps what is not kept yet, because another tab is about to take the study over. */
  readonly keep: () => Promise<void>
  /** Another tab has taken a study over. */
  readonly lost: (id: string) => void
  /** The tab that held a study has let go of it, and this one holds it now. */
  readonly free: (id: string) => void
}

type Message = { readonly keep: string } | { readonly kept: string }

/**
 * One tab at a time may change a study: the one that holds the browser's lock of that name. Where
 * the browser has no locks, every tab may.
 */
export class StudyLock {
  /** Whether another tab holds the study in view. */
  elsewhere = false

  #id: string | null = null
  /** Whether this tab may change the study in view: it has the lock, or there is none to be had. */
  holds = false
  #leave: () => void = () => {}

  constructor(
    private readonly owner: LockOwner,
    private readonly locks: LockManager | undefined = browserLocks(),
    private readonly channel: BroadcastChannel | null = browserChannel(),
  ) {
    channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => void this.#hear(data))
  }

  /** Leaves the study held so far and asks for another; answers whether this tab has it. */
  hold(id: string): Promise<boolean> {
    return this.#request(id, 'asked')
  }

  /** Takes the study in view from the tab that holds it, once that tab has kept what it has. */
  async takeOver(): Promise<void> {
    const id = this.#id
    if (id === null) return
    await this.#farewell(id)
    if (this.#id === id) await this.#request(id, 'taken')
  }

  /** Does something with a study that is not in view, unless a tab holds it; says whether it did. */
  async during(id: string, act: () => Promise<void>): Promise<boolean> {
    const { locks } = this
    if (!locks) {
      await act()
      return true
    }
    // This tab may have left it just now, and the browser may not know yet.
    const waiting = new AbortController()
    const timer = setTimeout(() => waiting.abort(), PATIENCE)
    try {
      await locks.request(nameOf(id), { signal: waiting.signal }, () => {
        clearTimeout(timer)
        return act()
      })
      return true
    } catch (error) {
      if (waiting.signal.aborted) return false
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  #request(id: string, how: 'asked' | 'taken' | 'lost'): Promise<boolean> {
    this.#leave()
    this.#id = id
    // What held for another study, or before this one was taken, holds no longer.
    this.elsewhere = how === 'lost'
    this.holds = false
    const { locks } = this
    if (!locks) {
      this.holds = true
      return Promise.resolve(true)
    }
    const waiting = new AbortController()
    let isGone = false
    let isHeld = false
    let isLate = how === 'lost'
    return new Promise((answer) => {
      const timer = setTimeout(() => {
        isLate = true
        this.elsewhere = true
        answer(false)
      }, PATIENCE)
      this.#leave = () => {
        isGone = true
        clearTimeout(timer)
        waiting.abort()
        answer(false)
      }
      const held = locks.request(
        nameOf(id),
        how === 'taken' ? { steal: true } : { signal: waiting.signal },
        () => {
          if (isGone) return
          clearTimeout(timer)
          isHeld = true
          this.holds = true
          this.elsewhere = false
          answer(true)
          if (isLate) this.owner.free(id)
          return new Promise<void>((release) => {
            this.#leave = () => {
              isGone = true
              release()
            }
          })
        },
      )
      held.catch(() => {
        if (isGone) return
        clearTimeout(timer)
        // A lock that is refused outright, as where storage is forbidden, keeps nobody out.
        if (!isHeld) {
          this.holds = true
          return answer(true)
        }
        void this.#request(id, 'lost')
        this.owner.lost(id)
      })
    })
  }

  async #hear(message: Message): Promise<void> {
    if (!('keep' in message) || message.keep !== this.#id || !this.holds) return
    await this.owner.keep()
    this.#say({ kept: message.keep })
  }

  #farewell(id: string): Promise<void> {
    const { channel } = this
    if (!channel) return Promise.resolve()
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        channel.removeEventListener('message', listen)
        resolve()
      }
      const listen = ({ data }: MessageEvent<Message>) => {
        if ('kept' in data && data.kept === id) end()
      }
      const timer = setTimeout(end, FAREWELL)
      channel.addEventListener('message', listen)
      this.#say({ keep: id })
    })
  }

  #say(message: Message): void {
    this.channel?.postMessage(message)
  }
}

function nameOf(id: string): string {
  return `stakes-study-${id}`
}

function browserLocks(): LockManager | undefined {
  // Absent where the page does not come over https or from this machine.
  return typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined)
}

function browserChannel(): BroadcastChannel | null {
  return typeof window === 'undefined' ? null : new BroadcastChannel('stakes')
}
