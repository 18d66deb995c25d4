import { untrack } from 'svelte'
import { canonicalJson, worldKey } from '../../engine/cases.ts'
import type { RunPlan } from '../../engine/plan.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import type { SeenTo } from '../../findings/horizon.ts'
import { LARGE, leadsWanted, type PairedLead, meansOf } from '../../findings/paired-leads.ts'
import { horizonPlans, resolveStudy } from '../../study/index.ts'
import { inScenario } from '../../study/edits/resolved.ts'
import type { CaseResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { MOST_TRIALS, type StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** Every case of a plan, seen to one horizon. */
interface SeenCases {
  readonly quarters: number
  readonly cases: readonly CaseResults[]
  /** By outcome, how far they are apart future by future; none of runs too long to keep. */
  readonly leads: Readonly<Record<string, readonly PairedLead[]>>
}

/** A plan seen to all horizons. */
interface FoundHorizons {
  /** What the plan's figures hang on: another note or name leaves it. */
  readonly key: string
  readonly seen: readonly SeenCases[]
}

/** The study in view seen to other horizons: as many runs, so that it is asked for by hand. */
export class Horizons {
  readonly #asked = new Asked<FoundHorizons>()
  #asking = ''

  readonly status = $derived(this.#asked.status)
  readonly problem = $derived(this.#asked.problem)
  readonly progress = $derived(this.#asked.progress)
  readonly #key = $derived.by(() => keyOf(this.studies.plan))
  /** Of the study as it is; null until it is known. */
  readonly found = $derived.by(() => {
    const found = this.#asked.value
    return found?.key === this.#key ? found : null
  })

  constructor(
    private readonly runner: Runner,
    private readonly studies: StudyState,
    private readonly view: Pick<View, 'outcome'>,
  ) {}

  ask(): void {
    const { study, scenario } = this.studies
    const { outcome } = this.view
    const key = this.#key
    const plans = horizonPlans(
      resolveStudy(inScenario(study, scenario), { maxTrials: MOST_TRIALS }),
    )
    this.#asking = key
    this.#asked.drop()
    this.#asked.ask([key], async ({ signal, onProgress }) => {
      const seen: SeenCases[] = []
      for (const one of plans) {
        seen.push(await seenCases(this.runner, one, outcome, signal))
        onProgress(seen.length / plans.length)
      }
      return { key, seen }
    })
  }

  /** Nobody waits for what is asked of a study that is another one now; depends on the study. */
  follow(): void {
    const key = this.#key
    untrack(() => {
      if (this.#asking !== key) this.leave()
    })
  }

  /** Nobody waits for it any more. */
  leave(): void {
    if (this.status === 'asking') this.#asked.drop()
  }

  cancel(): void {
    this.#asked.cancel()
  }
}

/** Equal for plans with the same figures, and the same number of them. */
function keyOf(plan: RunPlan): string {
  const { trials, cases } = plan
  return canonicalJson([trials, cases, plan.worlds.map((_, at) => worldKey(plan, at))])
}

/** A plan's cases, and how far they are apart in the outcome in view. */
async function seenCases(
  runner: Runner,
  plan: RunPlan,
  outcome: NumberOutcome,
  signal: AbortSignal,
): Promise<SeenCases> {
  const isLarge = plan.trials > LARGE
  const results = await runner.run(plan, { signal, summariesOnly: isLarge })
  const { quarters } = plan
  const { cases } = results
  if (isLarge) return { quarters, cases, leads: {} }
  const { wanted, from } = leadsWanted(cases, outcome)
  const found = await runner.ask('estimates', results, { wanted }, { signal })
  return { quarters, cases, leads: { [outcome.id]: from(found) } }
}

/** One outcome by horizon, of the strategies named. */
export function seenTo(
  seen: readonly SeenCases[],
  outcome: NumberOutcome,
  strategies: readonly string[],
): SeenTo[] {
  return seen.map(({ quarters, cases, leads }) => {
    const shown = strategies.flatMap((id) => cases.filter(({ strategy }) => strategy === id))
    return { quarters, ...meansOf(shown, outcome, leads[outcome.id] ?? []) }
  })
}

export const horizonsOf = madeOnce((app) => new Horizons(app.runner, app.studies, app.view))
