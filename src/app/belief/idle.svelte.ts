import { untrack } from 'svelte'
import { idleWords } from '../../findings/idle.ts'
import { assumptions } from '../../study/model.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { type AskHandle, Asked } from '../state/asked.svelte.ts'
import { madeOnce } from '../state/made-once.svelte.ts'
import type { Run } from '../state/run.svelte.ts'

/** Futures of one question: a quarter of a second of work at most, then others have their turn. */
const PIECE = 64
/** Milliseconds a run must stand before it is asked about: whoever goes on changing waits for nothing. */
const CALM = 2000
/** Futures that are tried at most. */
const MOST = 20_000

interface Found {
  readonly results: RunResults
  readonly ids: ReadonlySet<string>
  readonly tried: number
}

/** Beliefs that change nothing in the run in view, whatever they might be, with any of its strategies. */
export class IdleBeliefs {
  readonly #asked = new Asked<Found>()

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly hand: { readonly holding: boolean },
  ) {}

  /** What is said of a belief in its row; null where it changes something, or is not known to. */
  wordsOf(belief: string): string | null {
    const found = this.#asked.value
    const { results, current } = this.run
    if (!found || !results || !current || found.results !== results) return null
    return found.ids.has(belief) ? idleWords(found.tried, results.trials) : null
  }

  /** Asks about the run once it has ended; depends on its results and on held controls. */
  request(): void {
    const { results, current } = this.run
    const { holding } = this.hand
    const isReady = results !== null && results.digest !== null && current && !holding
    untrack(() => {
      if (isReady) this.#asked.ask([results], (handle) => this.#find(results, handle))
      else this.#asked.drop()
    })
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    this.#asked.drop()
  }

  async #find(results: RunResults, handle: AskHandle<Found>): Promise<Found> {
    await calm(handle.signal)
    const [{ id: scenario }] = results.plan.worlds
    const [first, ...rest] = results.cases
      .filter((one) => one.scenario === scenario)
      .map(({ strategy }) => ({ strategy, scenario }))
    const tried = Math.min(MOST, results.trials)
    let ids = assumptions.filter(({ role }) => role !== 'luck').map(({ id }): string => id)
    for (let from = 0; from < tried && ids.length > 0; from += PIECE) {
      const range = { from, to: Math.min(tried, from + PIECE) }
      const request = { cases: [first, ...rest] as const, ids, range }
      const { signal } = handle
      ids = await this.runner.ask('idle', results, request, { signal, priority: -1 })
    }
    return { results, ids: new Set(ids), tried }
  }
}

/** Settles after a while in which nothing else was asked; fails at once when something is. */
function calm(signal: AbortSignal): Promise<void> {
  return new Promise((settle, fail) => {
    const timer = setTimeout(settle, CALM)
    const stop = () => {
      clearTimeout(timer)
      fail(signal.reason as Error)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}

export const idleBeliefsOf = madeOnce((app) => new IdleBeliefs(app.runner, app.run, app.hand))
