/** Below this a task is too short to speak of, in milliseconds. */
export const SLOW = 500

/** What a task is handed: when to stop, and where to say how far it is. */
export interface TaskOptions {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Work that may take long: how far it is once that is worth saying, and a way to stop it. */
export class Task {
  running = $state(false)
  /** Whether it has taken long enough to show its progress. */
  slow = $state(false)
  /** Whether the last one was stopped by hand. */
  cancelled = $state(false)
  done = $state(0)
  total = $state(0)

  #stop: AbortController | null = null

  /**
   * Does one thing; an older one is dropped.
   *
   * @returns what came of it; undefined if it was cancelled or dropped
   * @throws what the work throws
   */
  async run<T>(work: (options: TaskOptions) => Promise<T>): Promise<T | undefined> {
    this.drop()
    const stop = new AbortController()
    this.#stop = stop
    this.cancelled = false
    this.running = true
    this.done = 0
    this.total = 0
    const timer = setTimeout(() => {
      if (this.#stop === stop) this.slow = true
    }, SLOW)
    try {
      const result = await work({
        signal: stop.signal,
        onProgress: (done, total) => {
          if (this.#stop !== stop) return
          this.done = done
          this.total = total
        },
      })
      return this.#stop === stop ? result : undefined
    } catch (error) {
      if (this.#stop !== stop) return undefined
      throw error
    } finally {
      clearTimeout(timer)
      if (this.#stop === stop) this.#end()
    }
  }

  cancel(): void {
    if (!this.running) return
    this.drop()
    this.cancelled = true
  }

  /** Stops without a word, because something newer makes it pointless. */
  drop(): void {
    this.#stop?.abort()
    this.#end()
  }

  #end(): void {
    this.#stop = null
    this.running = false
    this.slow = false
  }
}
