import { wordsOf } from '../../words/index.ts'
import { SLOW } from './task.svelte.ts'

type AskedStatus = 'idle' | 'asking' | 'done' | 'cancelled' | 'failed'

/** What a question is handed: when to stop, how to say how far it is, and what is known by then. */
export interface AskHandle<T> {
  readonly signal: AbortSignal
  /** @param done the share, 0 to 1 */
  readonly onProgress: (done: number) => void
  /** A first answer, from which the last one may differ. */
  readonly onUpdate: (value: T) => void
}

interface Question<T> {
  /** What it depends on: equal entries are the same question. */
  readonly about: readonly unknown[]
  readonly ask: (handle: AskHandle<T>) => Promise<T>
}

/**
 * One answer that the page shows, and the question it is asked by. The newest question overtakes
 * older ones, but not before these have given a first answer, unless that takes long: a slider that
 * moves faster than answers come would otherwise never show anything. The answer shown stays until
 * there is a newer one.
 */
export class Asked<T> {
  /** The newest answer, of the question asked or, until there is one, of the one before. */
  value = $state.raw<T | null>(null)
  status = $state<AskedStatus>('idle')
  /** Why there is no answer, in words. */
  problem = $state<string | null>(null)
  /** Whether it has taken long enough to show its progress. */
  slow = $state(false)
  /** The share that is done, 0 to 1. */
  progress = $state(0)

  readonly #taken: (value: T) => void
  #about = $state.raw<readonly unknown[]>([])
  #answered = $state.raw<readonly unknown[]>([])
  #asked: Question<T> | null = null
  #stop: AbortController | null = null
  #hasAnswer = false
  #waiting: Question<T> | null = null

  /** Whether the value is of the newest question. */
  readonly current = $derived(this.value !== null && isSame(this.#about, this.#answered))

  /** @param taken told of every answer that comes in view */
  constructor(taken: (value: T) => void = () => {}) {
    this.#taken = taken
  }

  /**
   * Asks, unless the same was asked last and may still be answered.
   *
   * @param about what the question depends on; equal entries are the same question
   */
  ask(about: readonly unknown[], ask: (handle: AskHandle<T>) => Promise<T>): void {
    const isOn = this.status === 'asking' || this.status === 'done'
    if (isOn && isSame(about, this.#about)) return
    const question = { about, ask }
    this.#about = about
    this.#asked = question
    if (this.status === 'asking' && !this.#hasAnswer && !this.slow) this.#waiting = question
    else void this.#run(question)
  }

  /** Asks the same again after a cancel or a failure. */
  again(): void {
    if (this.#asked && this.status !== 'asking') void this.#run(this.#asked)
  }

  /** Stops it by hand: it is not asked again by itself. */
  cancel(): void {
    if (this.status !== 'asking') return
    this.#end()
    this.status = 'cancelled'
  }

  /** Nothing needs it any more: stops without a word, and keeps the answer it has. */
  drop(): void {
    this.#end()
    this.#about = []
    this.problem = null
    this.status = 'idle'
  }

  async #run({ about, ask }: Question<T>): Promise<void> {
    this.#end()
    const stop = new AbortController()
    const isOn = () => this.#stop === stop
    this.#stop = stop
    this.#hasAnswer = false
    this.problem = null
    this.progress = 0
    this.status = 'asking'
    const timer = setTimeout(() => isOn() && this.#becomeSlow(), SLOW)
    try {
      const value = await ask({
        signal: stop.signal,
        onProgress: (done) => isOn() && (this.progress = done),
        onUpdate: (update) => isOn() && this.#take(about, update),
      })
      if (!isOn()) return
      this.status = 'done'
      this.slow = false
      this.#take(about, value)
    } catch (error) {
      if (isOn()) this.#fail(error)
    } finally {
      clearTimeout(timer)
    }
  }

  #take(about: readonly unknown[], value: T): void {
    this.value = value
    this.#answered = about
    this.#hasAnswer = true
    this.#taken(value)
    if (this.#waiting) void this.#run(this.#waiting)
  }

  #fail(error: unknown): void {
    const waiting = this.#waiting
    this.#end()
    if (waiting) {
      void this.#run(waiting)
      return
    }
    this.status = 'failed'
    this.problem = wordsOf(error)
  }

  #becomeSlow(): void {
    // What waits for an answer that does not come is asked in its place.
    if (this.#waiting) void this.#run(this.#waiting)
    else this.slow = true
  }

  #end(): void {
    this.#stop?.abort()
    this.#stop = null
    this.#waiting = null
    this.slow = false
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => Object.is(one, b[i]))
}
