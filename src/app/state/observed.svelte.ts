import { untrack } from 'svelte'
import type { Came, Tolerance } from '../../../models/observed.ts'
import type { Agreement } from '../../analyses/agreement.ts'
import { cameIn, rangeOf } from '../../study/observed.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { askedOf, refOf } from './agreeing.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import type { Run } from './run.svelte.ts'
import type { View } from './view.svelte.ts'

/** How many futures agree with what came, figure by figure, and within which tolerance. */
interface Agreed {
  readonly results: RunResults
  readonly tolerance: Tolerance
  readonly came: readonly Came[]
  readonly agreement: Agreement
}

/** How the futures in view agree with what has come in since the vantage. */
export class ObservedSoFar {
  readonly #agreed = new Asked<Agreed>()

  readonly agreed = $derived.by(() => {
    const found = this.view.tolerance ? this.#agreed.value : null
    // Of another vantage something else has come since.
    return found && found.results.plan.vantage === this.run.plan?.vantage ? found : null
  })
  /** Whether what is known is of what is asked for now. */
  readonly isCurrent = $derived.by(
    () =>
      this.run.current &&
      this.agreed?.results === this.run.results &&
      this.agreed?.tolerance === this.view.tolerance,
  )

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly view: View,
  ) {}

  get problem(): string | null {
    return this.#agreed.problem
  }

  /** Asks how many agree; depends on results and on the tolerance. */
  request(): void {
    const { results } = this.run
    const { tolerance } = this.view
    if (!results || !tolerance || results.cases.length === 0) return
    untrack(() =>
      this.#agreed.ask([results, tolerance], async (handle) => {
        const found = cameIn(askedOf(results.plan, tolerance))
        // What agrees follows from the draws alone, so that one case answers for all.
        const request = { case: refOf(results.cases[0]), figures: found.map(rangeOf) }
        const agreement = await this.runner.ask('agreement', results, request, handle)
        return { results, tolerance, came: found, agreement }
      }),
    )
  }
}

export const observedOf = madeOnce((app) => new ObservedSoFar(app.runner, app.run, app.view))
