import { bytesIn } from './buffers.ts'

/** Bytes of answers kept. */
export const ANSWER_BYTES = 32 * 1048576

/** How something is asked. */
export interface AskOptions {
  /** Stops it, unless somebody else waits for the same. */
  readonly signal?: AbortSignal
  /** Called with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Of several that wait the highest goes first; 0 unless given. */
  readonly priority?: number
}

/** How a question that several may wait for is put. */
export interface SharedOptions {
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
  /** The highest of those who wait. */
  readonly priority: () => number
}

interface Pending {
  readonly stop: AbortController
  readonly waiters: Set<AskOptions>
  readonly answer: Promise<unknown>
}

/**
 * Answers by all they depend on: those given are kept, the newest used longest, and those under way
 * are shared. What nobody waits for any more is stopped.
 */
export class Answers {
  private readonly kept = new Map<string, { readonly answer: unknown; readonly bytes: number }>()
  private readonly pending = new Map<string, Pending>()
  private bytes = 0

  /** @param room bytes to keep at most */
  constructor(private readonly room = ANSWER_BYTES) {}

  /**
   * The answer under a key: kept, under way or asked for now.
   *
   * @throws the signal's reason, or why there is no answer
   */
  get(
    key: string,
    ask: (options: SharedOptions) => Promise<unknown>,
    options: AskOptions,
  ): Promise<unknown> {
    const known = this.kept.get(key)
    if (!known)
      return this.join(key, this.pending.get(key) ?? this.begin(key, ask, options), options)
    this.kept.delete(key)
    this.kept.set(key, known)
    return Promise.resolve(known.answer)
  }

  private begin(
    key: string,
    ask: (options: SharedOptions) => Promise<unknown>,
    first: AskOptions,
  ): Pending {
    const stop = new AbortController()
    const waiters = new Set([first])
    let isOver = false
    const answer = ask({
      signal: stop.signal,
      // From a worker it may come after the answer.
      onProgress: (done) => {
        if (!isOver) waiters.forEach((one) => one.onProgress?.(done))
      },
      priority: () => Math.max(...[...waiters].map(({ priority = 0 }) => priority)),
    })
    const pending = { stop, waiters, answer }
    this.pending.set(key, pending)
    const forget = () => {
      isOver = true
      if (this.pending.get(key) === pending) this.pending.delete(key)
    }
    answer.then((found) => {
      forget()
      if (!stop.signal.aborted) this.keep(key, found)
    }, forget)
    return pending
  }

  private join(key: string, pending: Pending, own: AskOptions): Promise<unknown> {
    const { signal } = own
    pending.waiters.add(own)
    return new Promise((resolve, reject) => {
      const leave = () => {
        pending.waiters.delete(own)
        if (pending.waiters.size === 0) {
          this.pending.delete(key)
          pending.stop.abort(signal?.reason)
        }
        reject(signal?.reason as Error)
      }
      signal?.addEventListener('abort', leave, { once: true })
      void pending.answer
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', leave))
    })
  }

  private keep(key: string, answer: unknown): void {
    const bytes = bytesIn(answer) + 2 * key.length
    if (bytes > this.room) return
    this.kept.set(key, { answer, bytes })
    this.bytes += bytes
    for (const [oldest, gone] of this.kept) {
      if (this.bytes <= this.room) break
      this.kept.delete(oldest)
      this.bytes -= gone.bytes
    }
  }
}
