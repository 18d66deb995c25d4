import type { Model, Outcome } from './model.ts'
import { BLOCK, casesByWorld, type PlannedCase, type RunPlan } from './plan.ts'
import { drawBlock, DrawCache, drawShocks } from './sampling/draw.ts'

export interface FutureCase {
  readonly strategy: string
  readonly outcomes: Readonly<Record<string, number | string>>
  /** Quarters 0 to the horizon, by series id. */
  readonly series: Readonly<Record<string, readonly number[]>>
}

export interface FutureScenario {
  readonly id: string
  /** Every drawn input by assumption id; events as 0 or 1. */
  readonly inputs: Readonly<Record<string, number>>
  /** Ids of the events that happen in this future. */
  readonly events: readonly string[]
  readonly cases: readonly FutureCase[]
}

/** One trial in full: what was drawn and what followed in every case. */
export interface Future {
  /** Counted from 0. */
  readonly trial: number
  /** Standard-normal shocks by shock id, one per quarter: the same in every scenario that reseeds none. */
  readonly shocks: Readonly<Record<string, readonly number[]>>
  readonly scenarios: readonly FutureScenario[]
}

/** The value of an outcome as people read it: a category by its state. */
export function outcomeValue(outcome: Outcome, value: number): number | string {
  return outcome.kind === 'category' ? outcome.states[value] : value
}

/** @throws if a plan has no such trial */
export function checkTrial({ trials }: Pick<RunPlan, 'trials'>, trial: number): void {
  if (!Number.isInteger(trial) || trial < 0 || trial >= trials) {
    throw new Error(
      `a future is a whole number from 0 to ${trials - 1}, the trials of this run; got ${trial}`,
    )
  }
}

/**
 * Runs one trial of a plan again, alone, in all its cases.
 *
 * @param trial trial number, counted from 0, below `plan.trials`
 * @param cache draws kept from before; without it they are drawn again
 * @throws if the plan has no such trial
 */
export function replay(
  model: Model,
  plan: RunPlan,
  trial: number,
  cache = new DrawCache(),
): Future {
  checkTrial(plan, trial)
  const block = Math.floor(trial / BLOCK)
  const row = trial % BLOCK
  const width = plan.quarters * model.shocks.length
  const shocksOf = (world: number) =>
    drawShocks(plan, model, world, block, cache).slice(row * width, (row + 1) * width)
  const shocks = shocksOf(0)
  const places = casesByWorld(plan)
  return {
    trial,
    shocks: Object.fromEntries(
      model.shocks.map((id, s) => [
        id,
        Array.from({ length: plan.quarters }, (_, t) => shocks[t * model.shocks.length + s]),
      ]),
    ),
    scenarios: plan.worlds.map((scenario, index) => {
      const count = model.assumptions.length
      const all = drawBlock(plan, model, index, block, cache).inputs
      const inputs = all.slice(row * count, (row + 1) * count)
      return {
        id: scenario.id,
        inputs: Object.fromEntries(model.assumptions.map(({ id }, a) => [id, inputs[a]])),
        events: model.assumptions
          .filter(({ role }, a) => role === 'event' && inputs[a] === 1)
          .map(({ id }) => id),
        cases: replayCases(
          model,
          plan,
          places[index].map((place) => plan.cases[place]),
          { inputs, shocks: shocksOf(index) },
        ),
      }
    }),
  }
}

function replayCases(
  model: Model,
  plan: RunPlan,
  cases: readonly PlannedCase[],
  { inputs, shocks }: { readonly inputs: Float64Array; readonly shocks: Float64Array },
): FutureCase[] {
  const simulator = model.simulator(plan.vantage, plan.quarters)
  return cases.map(({ strategy, levers }) => {
    simulator.load(inputs, 0, shocks, 0)
    simulator.runReference()
    simulator.run(levers)
    const points = plan.quarters + 1
    return {
      strategy,
      outcomes: Object.fromEntries(
        model.outcomes.map((one, o) => [one.id, outcomeValue(one, simulator.outcomes[o])]),
      ),
      series: Object.fromEntries(
        model.series.map((one, s) => [
          one.id,
          Array.from(simulator.series.subarray(s * points, (s + 1) * points)),
        ]),
      ),
    }
  })
}
