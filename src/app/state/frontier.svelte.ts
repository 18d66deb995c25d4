import { canonicalJson, worldKey } from '../../engine/cases.ts'
import { CASH, type FrontierFacts } from '../../findings/frontier.ts'
import { stands } from '../../findings/frontier-stands.ts'
import { limitsOf } from '../../findings/limits.ts'
import type { MapStrategy } from '../../findings/lever-map.ts'
import { isChoice } from '../../study/index.ts'
import { isOffer } from '../../study/lever-grid.ts'
import {
  type Against,
  EVALUATIONS,
  type FrontierLimits,
  frontierRun,
  type FrontierTask,
} from '../../workers/frontier-run.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from './asked.svelte.ts'
import { askedIn, offersOf, planInView, pointsAskOf } from './lever-map.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import type { StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** Fewest and most settings that can be asked for. */
export const FEWEST = 20
export const MOST = 5000

interface Found {
  /** Names all that it depends on. */
  readonly key: string
  readonly facts: FrontierFacts
}

/** A search over all terms for the best average at the least risk: it takes long, and is asked for by hand. */
export class Frontier {
  against = $state<Against>('worstTenth')
  limits = $state.raw<FrontierLimits>({ cash: null, misses: null })
  evaluations = $state(EVALUATIONS)

  readonly #asked = new Asked<Found>()

  readonly status = $derived(this.#asked.status)
  readonly progress = $derived(this.#asked.progress)
  readonly problem = $derived(this.#asked.problem)
  readonly #strategies = $derived.by(() => offersOf(this.studies))
  /** What would be asked for now, but for the strategies it starts from. */
  readonly #key = $derived.by(() => {
    const { view, studies, against, limits, evaluations } = this
    const asked = askedIn(view, view.outcome)
    const plan = planInView(studies)
    return canonicalJson([
      [worldKey(plan, 0), plan.trials, against, limits, evaluations],
      [asked.outcome.id, asked.where, asked.means, asked.target, view.tolerance],
      studies.study.negligible,
    ])
  })
  readonly facts = $derived.by((): FrontierFacts | null => {
    const found = this.#asked.value
    if (!found) return null
    // Names may have changed since.
    const labelOf = (one: MapStrategy): MapStrategy => ({
      ...one,
      label: this.studies.strategies.find(({ id }) => id === one.id)?.label ?? one.label,
    })
    const { facts } = found
    const { strategies, rival } = facts
    return { ...facts, strategies: strategies.map(labelOf), rival: rival && labelOf(rival) }
  })
  /**
   * Whether it is of the world, the limits and the outcome in view, and still of the strategies it was
   * held against. A strategy added since changes none of that.
   */
  readonly isCurrent = $derived.by(() => {
    const found = this.#asked.value
    return found?.key === this.#key && stands(found.facts, this.#strategies)
  })
  /** Strategies added since, by name: a search from now on would start from them too. */
  readonly added = $derived.by(() => {
    const known = this.#asked.value?.facts.strategies
    if (!known) return []
    return this.#strategies
      .filter(({ id }) => !known.some((one) => one.id === id))
      .map(({ label }) => `“${label}”`)
  })

  constructor(
    private readonly runner: Runner,
    private readonly studies: StudyState,
    private readonly view: View,
  ) {}

  ask(): void {
    const { against, limits, evaluations, view } = this
    const strategies = this.#strategies
    const key = this.#key
    const { study } = this.studies
    const { outcome, tolerance } = view
    const asked = askedIn(view, outcome)
    const plan = planInView(this.studies)
    const hasNone = this.studies.strategies.some(
      (one) => !isOffer(one.levers) && isChoice(study.vantage, one),
    )
    this.#asked.drop()
    this.#asked.ask([key], async ({ signal, onProgress }) => {
      const ask = await pointsAskOf(plan, asked, tolerance)
      const task: FrontierTask = {
        plan,
        strategies: strategies.map(({ levers }) => levers),
        ask: { ...ask, alongside: CASH ? [CASH.outcome] : [] },
        against,
        limits,
        evaluations,
      }
      const found = await frontierRun(this.runner, task, { signal, onProgress })
      const { trials } = found.fresh
      const rival = strategies[found.rival] ?? null
      const rule = limitsOf({ trials, sampling: plan.sampling }, outcome, study.negligible)
      const { vantage, seed } = plan
      const counted = { asked, against, limits, vantage, seed }
      return { key, facts: { ...counted, found, strategies, rival, hasNone, rule } }
    })
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    if (this.status === 'asking') this.#asked.drop()
  }

  cancel(): void {
    this.#asked.cancel()
  }
}

export const frontierOf = madeOnce(
  ({ runner, studies, view }) => new Frontier(runner, studies, view),
)
