import { untrack } from 'svelte'
import type { NumberOutcome } from '../../engine/model.ts'
import type { RunPlan } from '../../engine/plan.ts'
import { limitsOf } from '../../findings/limits.ts'
import { type Rule, ruleOf } from '../../findings/ahead.ts'
import { leadsWanted, meansOf } from '../../findings/paired-leads.ts'
import { type World, type WorldsFacts } from '../../findings/worlds.ts'
import { inScenario } from '../../study/edits/resolved.ts'
import { sharesOf } from '../../study/edits/shares.ts'
import { isChoice, planOf, resolveStudy } from '../../study/index.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from './asked.svelte.ts'
import type { Hand } from './hand.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import type { Run } from './run.svelte.ts'
import { MOST_TRIALS, type StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** Trials of a scenario that is not in view: what all of them take fits beside the run in view. */
const TRIALS = 10_000
/** Milliseconds that a run stands before others are looked at. */
const PATIENCE = 1500
/** What is in sight is answered before. */
const PRIORITY = -1

/** Scenarios looked at, of one study and one outcome. */
interface Seen {
  readonly of: RunResults
  readonly outcome: NumberOutcome
  readonly strategies: readonly string[]
  readonly inView: World
  readonly others: readonly World[]
  readonly total: number
}

/** What would be chosen if the world were another of the study's scenarios. */
export class Worlds {
  readonly #asked = new Asked<Seen>()

  readonly status = $derived(this.#asked.status)
  readonly slow = $derived(this.#asked.slow)
  readonly progress = $derived(this.#asked.progress)
  readonly problem = $derived(this.#asked.problem)
  /** Whether what is known is of a run before the one in view. */
  readonly isOld = $derived.by(() => this.#asked.value?.of !== this.run.results)
  /** What is known of the study in view; null before anything is. */
  readonly facts = $derived.by((): (WorldsFacts & Pick<Seen, 'outcome'>) | null => {
    const seen = this.#asked.value
    return seen && { ...seen, rule: this.rule(seen.outcome) }
  })

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly studies: StudyState,
    private readonly view: Pick<View, 'outcome'>,
    private readonly hand: Pick<Hand, 'holding'>,
    /** When one is best. */
    private readonly rule: (outcome: NumberOutcome) => Rule,
  ) {}

  /**
   * Looks at the other scenarios once what is in view has been run to its end and no control is held;
   * stops as soon as something else is to be done.
   */
  request(): void {
    const { results, status } = this.run
    const { outcome } = this.view
    const { study, scenario } = this.studies
    if (!results || results.digest === null || status !== 'done' || this.hand.holding) {
      untrack(() => this.status === 'asking' && this.#asked.drop())
      return
    }
    const { scenarios } = this.studies
    const shares = sharesOf(
      study,
      scenarios.map(({ id }) => id),
    )
    const others = scenarios.filter(({ id }, at) => id !== scenario && shares[at] > 0)
    const plans = others.map(({ id, label }) => ({ id, label, plan: planIn(study, id) }))
    const strategies = this.studies.strategies.filter((one) => isChoice(study.vantage, one))
    untrack(() =>
      this.#asked.ask([results, outcome], async ({ signal, onProgress, onUpdate }) => {
        // Whoever goes on changing things is not to wait for it.
        await new Promise((resolve) => setTimeout(resolve, PATIENCE))
        signal.throwIfAborted()
        const ids = strategies.map(({ id }) => id)
        const label = this.studies.scenarioInView.label
        const inView = await this.#worldOf({ id: scenario, label }, results, outcome, ids, signal)
        const found = {
          of: results,
          outcome,
          strategies: strategies.map((one) => one.label),
          inView,
        }
        const seen: World[] = []
        const total = plans.length
        for (const { plan, ...named } of plans) {
          const done = await this.runner.run(plan, {
            signal,
            onProgress: (blocks, all) => onProgress((seen.length + blocks / all) / total),
          })
          seen.push(await this.#worldOf(named, done, outcome, ids, signal))
          onUpdate({ ...found, others: [...seen], total })
        }
        return { ...found, others: seen, total }
      }),
    )
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

  async #worldOf(
    named: Pick<World, 'id' | 'label'>,
    results: {
      readonly plan: RunPlan
      readonly trials: number
      readonly cases: readonly CaseResults[]
    },
    outcome: NumberOutcome,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<World> {
    const cases = ids.flatMap((id) => results.cases.filter(({ strategy }) => strategy === id))
    const { wanted, from } = leadsWanted(cases, outcome)
    const options = { signal, priority: PRIORITY }
    const leads =
      wanted.length === 0 ? [] : await this.runner.ask('estimates', results, { wanted }, options)
    return { ...named, ...meansOf(cases, outcome, from(leads)) }
  }
}

/** The plan of one scenario of a study. */
function planIn(study: StudyState['study'], scenario: string): RunPlan {
  const plan = planOf(resolveStudy(inScenario(study, scenario), { maxTrials: MOST_TRIALS }))
  return { ...plan, trials: Math.min(plan.trials, TRIALS) }
}

export const worldsOf = madeOnce(
  ({ runner, run, studies, view, hand }) =>
    new Worlds(runner, run, studies, view, hand, (outcome) => {
      const { trials, sampling } = studies.plan
      const limits = limitsOf(
        { trials: Math.min(trials, TRIALS), sampling },
        outcome,
        studies.study.negligible,
      )
      return ruleOf(limits)
    }),
)
