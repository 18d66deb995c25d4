interface Waiting {
  readonly priority: () => number
  readonly begin: (place: number) => void
}

/**
 * Hands questions to places of a pool, one at a time each: of those that wait the one with the
 * highest priority goes first, of equals the one asked first.
 */
export class AskQueue {
  private readonly free: number[]
  private readonly waiting: Waiting[] = []

  constructor(places: number) {
    this.free = Array.from({ length: places }, (_, place) => place)
  }

  /**
   * Does work at a place once one is free.
   *
   * @param priority looked at when a place is free
   * @param signal takes it out of the queue; work under way must listen for itself
   * @throws the signal's reason, or what the work throws
   */
  run<T>(
    work: (place: number) => Promise<T>,
    priority: () => number,
    signal: AbortSignal,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(entry), 1)
        reject(signal.reason as Error)
      }
      const begin = (place: number) => {
        signal.removeEventListener('abort', leave)
        void work(place)
          .then(resolve, reject)
          .finally(() => {
            this.free.push(place)
            this.next()
          })
      }
      const entry = { priority, begin }
      if (signal.aborted) {
        reject(signal.reason as Error)
        return
      }
      signal.addEventListener('abort', leave, { once: true })
      this.waiting.push(entry)
      this.next()
    })
  }

  private next(): void {
    if (this.free.length === 0 || this.waiting.length === 0) return
    const first = this.waiting.reduce((best, one) =>
      one.priority() > best.priority() ? one : best,
    )
    this.waiting.splice(this.waiting.indexOf(first), 1)
    first.begin(this.free.shift() ?? 0)
  }
}
