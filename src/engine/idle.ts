import { quantile } from './distributions/index.ts'
import type { Assumption, Levers, Model, Simulator } from './model.ts'
import { BLOCK, casesByWorld, type RunPlan } from './plan.ts'
import type { DrawCache } from './sampling/cache.ts'
import { drawBlock, drawShocks } from './sampling/draw.ts'

/** Points of a belief that stand, beside what is drawn of it, for all it might be. */
const POINTS = [0.01, 0.99] as const
/** Beliefs tried in a trial before others are heard: some milliseconds. */
const OFTEN = 8

/** Trials from one to before another. */
export interface TrialRange {
  readonly from: number
  readonly to: number
}

/**
 * Assumptions that change nothing in any future of a plan: whatever they might be, every outcome of
 * every case is the same to the bit. Most are told to matter by the first futures; those that are
 * left are tried in all. One that could only be a single value is never among them. Yields the part that
 * is done, between pieces of some milliseconds.
 *
 * @param world index into `plan.worlds`
 * @param ids of the assumptions in question
 * @param range of trials that are tried; all without it
 */
export function* idleInputs(
  model: Model,
  plan: RunPlan,
  world: number,
  ids: readonly string[],
  range: TrialRange = { from: 0, to: plan.trials },
  cache?: DrawCache,
): Generator<number, string[]> {
  const simulator = model.simulator(plan.vantage, plan.quarters)
  const levers = casesByWorld(plan)[world].map((at) => plan.cases[at].levers)
  const wide = model.assumptions.length
  const long = plan.quarters * model.shocks.length
  const to = Math.min(range.to, plan.trials)
  let tried = 0
  let left = ids
    .map((id) => {
      const place = model.assumptions.findIndex((one) => one.id === id)
      if (place < 0) throw new Error(`the model has no assumption ${id}`)
      return { id, place, values: valuesOf(model.assumptions[place], plan, world) }
    })
    .filter(({ values }) => values.length > 1)
  for (let from = range.from; from < to && left.length > 0; from = endOf(from, to)) {
    const block = Math.floor(from / BLOCK)
    const { inputs } = drawBlock(plan, model, world, block, cache)
    const shocks = drawShocks(plan, model, world, block, cache)
    for (let trial = from; trial < endOf(from, to) && left.length > 0; trial++) {
      const at = trial % BLOCK
      const own = inputs.slice(at * wide, (at + 1) * wide)
      const runs = new Runs(simulator, levers, shocks, at * long, own)
      const still: typeof left = []
      for (const one of left) {
        const others = one.values.filter((value) => value !== own[one.place])
        if (others.every((value) => runs.isSame(own.with(one.place, value)))) still.push(one)
        if (++tried % OFTEN === 0) yield (trial - range.from) / (to - range.from)
      }
      left = still
    }
  }
  return left.map(({ id }) => id)
}

/** Where the block of a trial ends, or the range before that. */
function endOf(trial: number, to: number): number {
  return Math.min(to, (Math.floor(trial / BLOCK) + 1) * BLOCK)
}

/** What an assumption might be: as it is believed and by default, since a belief may be a single value. */
function valuesOf({ id, role, domain, vantages }: Assumption, plan: RunPlan, world: number) {
  if (role === 'event') return [0, 1]
  const [lowest, highest] = domain
  const points = [plan.worlds[world].distributions[id], vantages[plan.vantage]].flatMap((one) =>
    POINTS.map(quantile(one)),
  )
  return [...new Set(points.map((x) => Math.min(highest, Math.max(lowest, x))))]
}

/** One trial of the reference and of every setting of levers, as it was drawn and otherwise. */
class Runs {
  private readonly usual: readonly Float64Array[]

  constructor(
    private readonly simulator: Simulator,
    private readonly settings: readonly Levers[],
    private readonly shocks: Float64Array,
    private readonly shocksAt: number,
    own: Float64Array,
  ) {
    this.usual = [...this.outcomes(own)].map((outcomes) => outcomes.slice())
  }

  /** Whether other draws give the same outcomes everywhere; the first that differs ends it. */
  isSame(draws: Float64Array): boolean {
    let place = 0
    for (const outcomes of this.outcomes(draws)) {
      const usual = this.usual[place++]
      if (!outcomes.every((value, index) => value === usual[index])) return false
    }
    return true
  }

  private *outcomes(draws: Float64Array): Generator<Float64Array> {
    const { simulator } = this
    simulator.load(draws, 0, this.shocks, this.shocksAt)
    simulator.runReference()
    yield simulator.outcomes.slice()
    for (const levers of this.settings) {
      simulator.run(levers)
      yield simulator.outcomes.slice()
    }
  }
}
