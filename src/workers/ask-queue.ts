interface Waiting {
  readonly priority: number
  readonly start: (place: number) => void
}

/** What nobody waits for lets whatever is asked in the same moment go first, for so many milliseconds. */
const GRACE = 30

/**
 * Hands out places at workers, one question at a time each: the most urgent first, among equals the
 * one that came first. Of free places a question has the one where its kind was answered last: code that
 * has run there is compiled.
 */
export class AskQueue {
  /** Places at which nothing is done. */
  readonly free: number[]
  private readonly waiting: Waiting[] = []
  private readonly lastOf = new Map<string, number>()

  /** @param size places */
  constructor(size: number) {
    this.free = Array.from({ length: size }, (_, place) => place)
  }

  /**
   * Does a piece of work when a place is free for it.
   *
   * @param priority below 0: nobody waits for it
   * @param signal takes it back while it waits
   * @param kind of question; none where all work is alike
   * @throws the signal's reason, or what the work throws
   */
  async take<T>(
    priority: number,
    signal: AbortSignal | undefined,
    work: (place: number) => Promise<T>,
    kind?: string,
  ): Promise<T> {
    if (priority < 0) await new Promise((resolve) => setTimeout(resolve, GRACE))
    signal?.throwIfAborted()
    const place = this.freeFor(kind) ?? (await this.wait(priority, signal))
    if (kind !== undefined) this.lastOf.set(kind, place)
    try {
      signal?.throwIfAborted()
      return await work(place)
    } finally {
      const next = this.waiting.shift()
      if (next) next.start(place)
      else this.free.push(place)
    }
  }

  private freeFor(kind: string | undefined): number | undefined {
    const last = kind === undefined ? undefined : this.lastOf.get(kind)
    const at = this.free.findIndex((place) => place === last)
    return this.free.splice(Math.max(0, at), 1)[0]
  }

  private wait(priority: number, signal: AbortSignal | undefined): Promise<number> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(one), 1)
        reject(signal?.reason)
      }
      const one: Waiting = {
        priority,
        start: (place) => {
          signal?.removeEventListener('abort', leave)
          resolve(place)
        },
      }
      signal?.throwIfAborted()
      signal?.addEventListener('abort', leave, { once: true })
      const at = this.waiting.findIndex((other) => other.priority < priority)
      this.waiting.splice(at < 0 ? this.waiting.length : at, 0, one)
    })
  }
}
