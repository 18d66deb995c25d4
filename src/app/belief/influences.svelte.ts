import { own } from '../../engine/own.ts'
import { untrack } from 'svelte'
import type { Driver } from '../../analyses/drivers.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from '../state/asked.svelte.ts'
import type { Hand } from '../state/hand.svelte.ts'
import { madeOnce } from '../state/made-once.svelte.ts'
import type { AppState } from '../state/app.svelte.ts'
import type { Run } from '../state/run.svelte.ts'
import type { View } from '../state/view.svelte.ts'

/** How a belief goes with the outcome in sight. */
export interface Influence {
  /** Its share of all squared rank correlations. */
  readonly share: number
  /** More of it goes with more of the outcome, or with less. */
  readonly raises: boolean
}

/** Below this share nothing is said: luck of the draw makes as much. */
const LEAST = 0.005

/** What the outcome in sight goes with, for the strategy in focus: the runner knows it from Answer. */
export class Influences {
  readonly #asked = new Asked<readonly Driver[] | null>()
  readonly #byId = $derived(new Map((this.#asked.value ?? []).map((one) => [one.id, one])))

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly view: View,
    private readonly hand: Pick<Hand, 'holding'>,
    private readonly driversOf: AppState['driversOf'],
  ) {}

  /** Whether any is known. */
  get areKnown(): boolean {
    return this.#byId.size > 0
  }

  /** Null where there is none to speak of, or none is known. */
  of(belief: string): Influence | null {
    const found = this.#byId.get(belief)
    if (!found || found.share < LEAST) return null
    return { share: found.share, raises: found.correlation > 0 }
  }

  /** Asks about the run once it has ended; depends on its results and on held controls. */
  request(): void {
    const { results } = this.run
    const { outcome, chosen } = this.view
    const { holding } = this.hand
    if (results === null || results.digest === null || holding) return
    const { where, tolerance } = this.view.overIn(results.plan)
    const of = { where, tolerance: where === 'observed' ? tolerance : null }
    const { runner } = this
    untrack(() =>
      this.#asked.ask([results, outcome, chosen, where, of.tolerance], async (handle) => {
        const found = await this.driversOf(runner, results, outcome, of, [chosen], handle)
        return found ? (own(found, chosen) ?? null) : null
      }),
    )
  }
}

export const influencesOf = madeOnce(
  (app) => new Influences(app.runner, app.run, app.view, app.hand, app.driversOf),
)
