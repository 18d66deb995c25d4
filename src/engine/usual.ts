import { type Distribution, quantile } from './distributions/index.ts'
import type { Assumption, Model } from './model.ts'
import { BLOCK, casesByWorld, isCase, type CaseRef, type RunPlan } from './plan.ts'
import { checkTrial } from './replay.ts'
import { drawBlock, DrawCache, drawShocks } from './sampling/draw.ts'

/** One case of one trial, and what it would have come to with some of its draws as usual. */
export interface UsualCase extends CaseRef {
  /** As it came, in the order of the model's outcomes; categories as the index of their state. */
  readonly outcomes: readonly number[]
  /** Every draw as usual and no shocks. */
  readonly allUsual: readonly number[]
  /** As it came, but without shocks. */
  readonly calm: readonly number[]
  /** By assumption, in catalogue order: that draw as usual, all else as it came; null where it was. */
  readonly instead: readonly (readonly number[] | null)[]
  /**
   * By assumption: what its draw adds on the way from all as usual to what came, draw after draw, in the
   * middle of catalogue order and its reverse; null where it was usual. With that of shocks they add up.
   */
  readonly added: readonly (readonly number[] | null)[]
  /** The same of shocks, first in the one order and last in the other. */
  readonly shocksAdded: readonly number[]
}

/** What a draw is where nothing is out of the ordinary: its median, inside the domain; of an event, what is likelier. */
export function usualDraw(d: Distribution, { domain }: Pick<Assumption, 'domain'>): number {
  return Math.min(domain[1], Math.max(domain[0], quantile(d)(0.5)))
}

/**
 * Runs one trial again and again, each time with one of its draws as usual, and then from all as
 * usual to what came, draw after draw: what each draw did to it.
 *
 * @param refs the cases in question, in the order of the answer
 * @param cache draws kept from before; without it they are drawn again
 * @throws if the plan has no such trial
 */
export function replayUsual(
  model: Model,
  plan: RunPlan,
  trial: number,
  refs: readonly CaseRef[],
  cache = new DrawCache(),
): UsualCase[] {
  checkTrial(plan, trial)
  const [block, row] = [Math.floor(trial / BLOCK), trial % BLOCK]
  const count = model.assumptions.length
  const width = plan.quarters * model.shocks.length
  const simulator = model.simulator(plan.vantage, plan.quarters)
  const places = casesByWorld(plan)
  const found = plan.worlds.flatMap((world, index): UsualCase[] => {
    const cases = places[index]
      .map((place) => plan.cases[place])
      .filter((one) => refs.some((ref) => isCase(ref, one)))
    if (cases.length === 0) return []
    const drawn = drawBlock(plan, model, index, block, cache).inputs.slice(
      row * count,
      (row + 1) * count,
    )
    const shocks = drawShocks(plan, model, index, block, cache).slice(
      row * width,
      (row + 1) * width,
    )
    const none = new Float64Array(width)
    const usual = Float64Array.from(model.assumptions, (one) =>
      usualDraw(world.distributions[one.id], one),
    )
    const path = simulator.path.slice()
    const runs = (inputs: Float64Array, luck: Float64Array): number[][] => {
      simulator.load(inputs, 0, luck, 0)
      simulator.runReference()
      path.set(simulator.path)
      return cases.map(({ levers }) => {
        simulator.run(levers, path)
        return Array.from(simulator.outcomes)
      })
    }
    const came = runs(drawn, shocks)
    const allUsual = runs(usual, none)
    const calm = runs(drawn, none)
    const instead = model.assumptions.map((_, a) => {
      if (drawn[a] === usual[a]) return null
      const inputs = drawn.slice()
      inputs[a] = usual[a]
      return runs(inputs, shocks)
    })
    // The shocks are the source after all draws.
    const added = (order: readonly number[]): (number[][] | undefined)[] => {
      const found: (number[][] | undefined)[] = []
      const inputs = usual.slice()
      let [luck, before] = [none, allUsual]
      for (const source of order) {
        if (source === count) luck = shocks
        else if (drawn[source] === usual[source]) continue
        else inputs[source] = drawn[source]
        const after = runs(inputs, luck)
        found[source] = after.map((one, at) => one.map((x, o) => x - before[at][o]))
        before = after
      }
      return found
    }
    const order = [count, ...model.assumptions.keys()]
    const both = [added(order), added(order.toReversed())]
    const middle = (source: number, at: number): number[] | null => {
      const [one, other] = both.map((found) => found[source]?.[at])
      return one && other ? one.map((x, o) => (x + other[o]) / 2) : null
    }
    return cases.map(({ strategy, scenario }, at) => ({
      strategy,
      scenario,
      outcomes: came[at],
      allUsual: allUsual[at],
      calm: calm[at],
      instead: instead.map((one) => one?.[at] ?? null),
      added: model.assumptions.map((_, a) => middle(a, at)),
      shocksAdded: middle(count, at) ?? [],
    }))
  })
  return refs.flatMap((ref) => found.filter((one) => isCase(one, ref)))
}
