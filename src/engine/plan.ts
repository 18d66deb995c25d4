import type { Distribution } from './distributions/index.ts'
import type { Correlation, Levers } from './model.ts'
import type { SamplingId } from './sampling/index.ts'

/** Trials per block: part of what a draw is, so it never changes. */
export const BLOCK = 256

/** Which case: a strategy in a scenario, by their ids. */
export interface CaseRef {
  readonly strategy: string
  readonly scenario: string
}

/** One set of futures: what every assumption may be. A scenario of a study is one. */
export interface World {
  readonly id: string
  readonly label: string
  /** One distribution per assumption id of the model, fully resolved. */
  readonly distributions: Readonly<Record<string, Distribution>>
  /** Streams (an assumption's id, or `shock:` and a shock's id) that take another seed than the rest. */
  readonly reseed?: Readonly<Record<string, string>>
}

export interface PlannedStrategy {
  readonly id: string
  readonly label: string
  /** A value for every lever of the model. */
  readonly levers: Levers
}

/** Levers in a world. */
export interface PlannedCase extends CaseRef {
  /** The strategy's, for display. */
  readonly label: string
  /** A value for every lever of the model. */
  readonly levers: Levers
}

/**
 * Everything that decides the numbers of a run, fully resolved, as plain data that can be sent to
 * a worker: worlds, and cases in them. Trial i of a plan is the same trial in every plan that
 * differs in `trials` alone.
 */
export interface RunPlan {
  readonly model: { readonly id: string; readonly version: string }
  readonly vantage: string
  readonly seed: string
  readonly trials: number
  readonly quarters: number
  readonly sampling: SamplingId
  readonly correlations: readonly Correlation[]
  readonly worlds: readonly World[]
  /** In the order in which results and the run's digest name them. */
  readonly cases: readonly PlannedCase[]
  /** Evaluate the model's checks on every trial. */
  readonly check: boolean
  /** Ids of the outcomes that digests cover, in this order; absent: all, in catalogue order. */
  readonly digestOf?: readonly string[]
}

/** Every strategy in every scenario, scenario by scenario: the usual way to make a plan. */
export function strategiesByScenarios(
  scenarios: readonly World[],
  strategies: readonly PlannedStrategy[],
): Pick<RunPlan, 'worlds' | 'cases'> {
  return {
    worlds: scenarios,
    cases: scenarios.flatMap((scenario) =>
      strategies.map(({ id, label, levers }) => ({
        strategy: id,
        scenario: scenario.id,
        label,
        levers,
      })),
    ),
  }
}

/** The strategies of a plan, each once, in their order: as they are in the first scenario that has them. */
export function strategiesOf({ cases }: Pick<RunPlan, 'cases'>): PlannedStrategy[] {
  const found = new Map<string, PlannedStrategy>()
  for (const { strategy: id, label, levers } of cases) {
    if (!found.has(id)) found.set(id, { id, label, levers })
  }
  return [...found.values()]
}

/**
 * The place of a world in `plan.worlds`.
 *
 * @throws if the plan has no such world
 */
export function worldAt({ worlds }: Pick<RunPlan, 'worlds'>, id: string): number {
  const index = worlds.findIndex((one) => one.id === id)
  if (index < 0) throw new Error(`the plan has no scenario ${id}`)
  return index
}

/** The places in `plan.cases` of each world's cases, world by world. */
export function casesByWorld({ worlds, cases }: RunPlan): number[][] {
  const places = new Map(worlds.map(({ id }, index) => [id, index]))
  const found: number[][] = worlds.map(() => [])
  cases.forEach(({ scenario, strategy }, index) => {
    const place = places.get(scenario)
    if (place === undefined) {
      throw new Error(`${strategy} is in ${scenario}, which is no world of the plan`)
    }
    found[place].push(index)
  })
  return found
}

/**
 * The entry of a case.
 *
 * @param cases of a plan or of results
 * @throws if it is not there
 */
export function caseOf<T extends CaseRef>(
  { cases }: { readonly cases: readonly T[] },
  ref: CaseRef,
): T {
  const found = cases.find((one) => isCase(one, ref))
  if (!found) throw new Error(`there is no case ${ref.strategy} in ${ref.scenario}`)
  return found
}

/** Whether two references name the same case. */
export function isCase(a: CaseRef, b: CaseRef): boolean {
  return a.strategy === b.strategy && a.scenario === b.scenario
}
