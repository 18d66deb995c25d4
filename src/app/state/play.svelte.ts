import type { FutureCase } from '../../engine/replay.ts'
import { wordsOf } from '../../words/index.ts'
import type { Runner } from '../../workers/runner.ts'
import { type Futures, futuresOf } from './futures.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'

/** Milliseconds that each future stands. */
const STANDS = 500

/** A future over the fans. */
interface Played {
  /** Counted from 0. */
  readonly trial: number
  /** As in the run it is of. */
  readonly of: unknown
  readonly cases: readonly FutureCase[]
}

/**
 * Single futures shown one after another over the fans, for an eye that counts what it sees rather than
 * reading it off. It changes no figure.
 */
export class Play {
  playing = $state(false)
  /** Why the last future asked for is not shown, in words. */
  problem = $state<string | null>(null)
  #shown = $state.raw<Played | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The trial that is on its way: the next step goes on from there. */
  #coming: number | null = null
  /** Counts what was asked and what ended it: what is not of the newest does nothing more. */
  #asked = 0

  readonly #futures: Pick<Futures, 'results' | 'isPart' | 'singleTrials'>
  /** Trials in the order in which they are shown: all of a run, or the first ones of those that count. */
  readonly count = $derived.by(() => {
    const { results, isPart, singleTrials } = this.#futures
    return isPart ? singleTrials.length : (results?.trials ?? 0)
  })
  /** The future that is shown, of the run that is drawn; null for none. */
  readonly shown = $derived.by(() => {
    const shown = this.#shown
    return shown && shown.of === this.#futures.results ? shown : null
  })
  /** Its trial; null where none is shown. */
  readonly trial = $derived.by(() => this.shown?.trial ?? null)

  constructor(
    private readonly runner: Pick<Runner, 'replay'>,
    futures: Pick<Futures, 'results' | 'isPart' | 'singleTrials'>,
  ) {
    this.#futures = futures
  }

  /** A series of the future shown, under a strategy; null where there is none. */
  line(series: string, strategy: string): readonly number[] | null {
    const found = this.shown?.cases.find((one) => one.strategy === strategy)
    return found?.series[series] ?? null
  }

  play(): void {
    if (this.playing) return
    this.playing = true
    void this.#next(++this.#asked)
  }

  /** Stands at the future shown; one on its way is not shown any more. */
  pause(): void {
    this.playing = false
    this.#asked++
    this.#coming = null
    clearTimeout(this.#timer)
  }

  /** Shows the next or the one before, and stands there. */
  step(by: 1 | -1): void {
    const trial = this.#after(by)
    this.pause()
    void this.#show(trial, this.#asked)
  }

  /** Takes the future off the fans. */
  stop(): void {
    this.pause()
    this.problem = null
    this.#shown = null
  }

  /** @param loop what `#asked` was when playing began: only one loop runs */
  async #next(loop: number): Promise<void> {
    await this.#show(this.#after(1), loop)
    if (loop === this.#asked) this.#timer = setTimeout(() => void this.#next(loop), STANDS)
  }

  /** The trial so many places after the one shown; around at the ends. */
  #after(by: 1 | -1): number {
    const { isPart, singleTrials } = this.#futures
    const { count } = this
    const trial = this.#coming ?? this.trial
    if (count === 0) return 0
    const at = trial === null ? null : isPart ? singleTrials.indexOf(trial) : trial
    const next = at === null ? (by === 1 ? 0 : count - 1) : (at + by + count) % count
    return isPart ? singleTrials[next] : next
  }

  async #show(trial: number, asked: number): Promise<void> {
    const { results } = this.#futures
    if (!results || this.count === 0) {
      this.pause()
      return
    }
    this.problem = null
    this.#coming = trial
    try {
      const future = await this.runner.replay(results.plan, trial)
      if (asked !== this.#asked) return
      this.#coming = null
      this.#shown = { trial, of: results, cases: future.scenarios[0].cases }
    } catch (error) {
      if (asked !== this.#asked) return
      this.pause()
      this.problem = wordsOf(error)
    }
  }
}

export const playOf = madeOnce((app) => new Play(app.runner, futuresOf(app)))
