import { untrack } from 'svelte'
import { heldTrials } from '../../dossier/held.ts'
import type { RunPlan } from '../../engine/plan.ts'
import { inScenario } from '../../study/edits/resolved.ts'
import { planOf, resolveStudy, type Study } from '../../study/index.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from './asked.svelte.ts'
import { Late } from './late.svelte.ts'
import type { Hand } from './hand.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { MOST_TRIALS, type StudyState } from './study.svelte.ts'

/** Loaded ahead with the rest, so that the server may go away: runners fetch it by themselves. */
void new Late('What runs many cases', () =>
  Promise.all([import('../../workers/more-runs.ts'), import('../../workers/series-run.ts')]),
)

/** Scenarios that were run, of one study. */
interface Found {
  readonly of: readonly unknown[]
  /** By the scenario's id, in the order in which they came. */
  readonly results: ReadonlyMap<string, RunResults>
}

/**
 * Results of several scenarios of the study on the same futures, so that cases of different ones can
 * be set against each other: the one in view first. What is known of a case is not run again.
 */
export class ScenarioRuns {
  readonly #asked = new Asked<Found>()
  #about = $state.raw<readonly unknown[]>([])

  readonly status = $derived(this.#asked.status)
  readonly slow = $derived(this.#asked.slow)
  readonly progress = $derived(this.#asked.progress)
  readonly problem = $derived(this.#asked.problem)
  /** By the scenario's id: what has come so far, or what there was before the study changed. */
  readonly results = $derived.by(
    (): ReadonlyMap<string, RunResults> => this.#asked.value?.results ?? new Map(),
  )
  /** Whether what is known is of the study before its last change. */
  readonly isOld = $derived.by(() => !isSame(this.#asked.value?.of ?? [], this.#about))

  constructor(
    private readonly runner: Runner,
    private readonly studies: StudyState,
    private readonly hand: Pick<Hand, 'holding'>,
  ) {}

  /**
   * Runs these scenarios once no control is held, in their order after the one in view; depends on the
   * study.
   *
   * @param wanted ids of scenarios
   */
  request(wanted: readonly string[]): void {
    const { study, plan, scenario, strategies } = this.studies
    if (this.hand.holding) return
    const ids = [...new Set([scenario, ...wanted])].filter(
      (id) => id === scenario || wanted.includes(id),
    )
    const trials = heldTrials(plan.trials, ids.length * strategies.length)
    // Whoever only looks at another scenario, or writes a note, has asked the same.
    const about = [plansKey(study, ids, trials)]
    untrack(() => {
      this.#about = about
      this.#asked.ask(about, async ({ signal, onProgress, onUpdate }) => {
        const results = new Map<string, RunResults>()
        for (const id of ids) {
          const done = await this.runner.run(planIn(study, id, trials), {
            signal,
            onProgress: (blocks, all) => onProgress((results.size + blocks / all) / ids.length),
          })
          results.set(id, done)
          if (results.size < ids.length) onUpdate({ of: about, results: new Map(results) })
        }
        return { of: about, results }
      })
    })
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    if (this.status === 'asking') this.#asked.drop()
  }

  cancel(): void {
    this.#asked.cancel()
  }

  again(): void {
    this.#asked.again()
  }
}

function planIn(study: Study, scenario: string, trials: number): RunPlan {
  const plan = planOf(resolveStudy(inScenario(study, scenario), { maxTrials: MOST_TRIALS }))
  return { ...plan, trials }
}

/** Names all that the results depend on, whatever order the scenarios are run in. */
function plansKey(study: Study, ids: readonly string[], trials: number): string {
  const { vantage, seed, horizonQuarters, sampling, overrides, correlations } = study
  const { strategies, scenarios } = study
  return JSON.stringify([
    [vantage, seed, horizonQuarters, sampling, overrides, correlations, strategies, scenarios],
    [...ids].sort(),
    trials,
  ])
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => Object.is(one, b[at]))
}

export const scenarioRunsOf = madeOnce(
  ({ runner, studies, hand }) => new ScenarioRuns(runner, studies, hand),
)
