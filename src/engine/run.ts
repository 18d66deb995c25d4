import {
  blockCount,
  type CheckTally,
  emptyTally,
  SERIES_TRIALS,
  tally,
  trialsInBlock,
} from './blocks.ts'
import { canonicalJson, worldKey } from './cases.ts'
import { blockDigest, placesCovered } from './digest.ts'
import type { Levers, Model, Simulator } from './model.ts'
import { BLOCK, type RunPlan, worldAt } from './plan.ts'
import { type Columns, Tile, TILE } from './recorder.ts'
import { drawBlock, DrawCache, drawShocks } from './sampling/draw.ts'

/** The unit of work: one block of one world under some of the plan's cases in it. */
export interface WorkItem {
  /** Index into `plan.worlds`. */
  readonly world: number
  readonly block: number
  /** Indices into `plan.cases`, all of this world. */
  readonly cases: readonly number[]
}

export interface BlockCase {
  /** Index into `plan.cases`. */
  readonly index: number
  /** `outcomes[o * trials + i]`, outcomes in catalogue order. */
  readonly outcomes: Float64Array
  /** `series[(s * (quarters + 1) + t) * trials + i]`; empty unless they are recorded. */
  readonly series: Float32Array
}

/** A case whose block is hashed. */
export interface HashedCase extends BlockCase {
  readonly digest: Uint8Array
}

export interface BlockResult<C extends BlockCase = BlockCase> {
  /** Index into `plan.worlds`. */
  readonly world: number
  readonly block: number
  readonly trials: number
  readonly cases: readonly C[]
  /** Draws moved to the bound of their domain, per assumption in catalogue order. */
  readonly moved: Int32Array
  /** One per check of the model; empty unless the plan asks for checks. */
  readonly checks: readonly CheckTally[]
}

export interface RecordOptions {
  /** Whether series are recorded; they are left out otherwise. */
  readonly series?: boolean
  /** Memory for outcomes to use again, one per case of the item: what was there before is gone. */
  readonly buffers?: readonly Float64Array[]
}

/** Trials between two turns for messages: a few milliseconds, and whole tiles. */
const STEP = 2 * TILE

interface Draws {
  readonly inputs: Float64Array
  readonly shocks: Float64Array
}

/** What the trials of a block are compared with, trial by trial. */
interface References {
  readonly values: Float64Array
  /** Kept from before; else they are filled while the block runs. */
  readonly known: boolean
}

/** A block being run. */
interface Work {
  readonly plan: RunPlan
  readonly draws: Draws
  readonly trials: number
  readonly references: References
  readonly cases: readonly WorkCase[]
}

interface WorkCase extends Columns {
  readonly levers: Levers
  /** Empty from step to step, so that other work may use it in between. */
  readonly tile: Tile
  /** Whether it is the reference itself. */
  readonly isReference: boolean
}

/**
 * Runs blocks of one model. Keeps draws, tables and reference trials between calls; losing them
 * costs time and changes no number.
 */
export class BlockRunner {
  readonly draws = new DrawCache()
  private readonly references = new Map<string, Float64Array>()
  private readonly simulators = new Map<string, Simulator>()
  private readonly paths = new Map<Simulator, Float64Array>()
  private readonly tiles: Tile[] = []
  /** Memory for inputs that no work uses now. */
  private readonly spareInputs: Float64Array[] = []

  constructor(
    private readonly model: Model,
    /** Blocks of reference trials kept. */
    private readonly keep = 160,
  ) {}

  /** Runs a work item at once, and hashes it. */
  run(plan: RunPlan, item: WorkItem, record: RecordOptions = {}): BlockResult<HashedCase> {
    const steps = this.steps(plan, item, record)
    for (;;) {
      const step = steps.next()
      if (step.done) return hashed(this.model, plan, step.value)
    }
  }

  /**
   * Runs a work item in steps of a few milliseconds, so that a worker can listen in between. No
   * state that another item could disturb is held across a step.
   */
  *steps(plan: RunPlan, item: WorkItem, record: RecordOptions = {}): Generator<void, BlockResult> {
    const { world, block } = item
    const trials = trialsInBlock(plan.trials, block)
    const shocks = drawShocks(plan, this.model, world, block, this.draws)
    yield
    const spare = this.spareInputs.pop()
    const { inputs, moved } = drawBlock(plan, this.model, world, block, this.draws, spare)
    const key = `${worldKey(plan, world)}:${block}`
    const work: Work = {
      plan,
      draws: { inputs, shocks },
      trials,
      references: this.referencesOf(plan, key, trials),
      cases: item.cases.map((_, at) => this.emptyCase(plan, item, at, record)),
    }
    yield
    for (let from = 0; from < trials; from += STEP) {
      const until = Math.min(trials, from + STEP)
      for (let start = from; start < until; start += TILE) this.runTile(work, start)
      yield
    }
    this.remember(key, work.references.values)
    const checks = plan.check ? this.runChecks(item, work) : []
    this.spareInputs.push(inputs)
    return {
      world,
      block,
      trials,
      cases: work.cases.map(({ outcomes, series }, at) => ({
        index: item.cases[at],
        outcomes,
        series,
      })),
      moved,
      checks,
    }
  }

  private simulator(plan: RunPlan): Simulator {
    const key = `${plan.vantage} ${plan.quarters}`
    let simulator = this.simulators.get(key)
    if (!simulator) {
      simulator = this.model.simulator(plan.vantage, plan.quarters)
      this.simulators.set(key, simulator)
    }
    return simulator
  }

  /** Where the reference's path of one trial is kept until the next. */
  private pathOf(simulator: Simulator): Float64Array {
    const path = this.paths.get(simulator) ?? simulator.path.slice()
    this.paths.set(simulator, path)
    return path
  }

  private isReference(levers: Levers): boolean {
    const reference = this.model.strategies.find((one) => one.id === this.model.reference)
    return reference !== undefined && canonicalJson(reference.levers) === canonicalJson(levers)
  }

  private emptyCase(
    plan: RunPlan,
    { block, cases }: WorkItem,
    at: number,
    { series, buffers }: RecordOptions,
  ): WorkCase {
    const trials = trialsInBlock(plan.trials, block)
    const { levers } = plan.cases[cases[at]]
    const size = series ? this.simulator(plan).series.length : 0
    const length = this.model.outcomes.length * trials
    return {
      levers,
      isReference: this.isReference(levers),
      tile: this.tile(at, size),
      trials,
      outcomes: buffers?.[at].subarray(0, length) ?? new Float64Array(length),
      series: new Float32Array(size * trials),
    }
  }

  private tile(at: number, size: number): Tile {
    if (this.tiles[at]?.size !== size) this.tiles[at] = new Tile(this.model.outcomes.length, size)
    return this.tiles[at]
  }

  private load(plan: RunPlan, draws: Draws, trial: number): Simulator {
    const simulator = this.simulator(plan)
    const { assumptions, shocks } = this.model
    const shocksAt = trial * plan.quarters * shocks.length
    simulator.load(draws.inputs, trial * assumptions.length, draws.shocks, shocksAt)
    return simulator
  }

  private referencesOf(plan: RunPlan, key: string, trials: number): References {
    const length = trials * this.simulator(plan).reference.length
    const kept = this.references.get(key)
    if (kept && kept.length >= length) return { values: kept, known: true }
    return { values: new Float64Array(length), known: false }
  }

  /**
   * Runs a tile of trials in all cases. A trial is loaded once; its reference is run even where it is
   * known if several cases follow: each then starts from its path, where it parts from it.
   */
  private runTile({ plan, draws, trials, references, cases }: Work, start: number) {
    const { values, known } = references
    const again = !known || cases.length > 1 || cases[0].isReference
    const path = again ? this.pathOf(this.simulator(plan)) : undefined
    const rows = Math.min(TILE, trials - start)
    for (let row = 0; row < rows; row++) {
      const trial = start + row
      const simulator = this.load(plan, draws, trial)
      const { reference } = simulator
      if (again) {
        simulator.runReference()
        values.set(reference, trial * reference.length)
        path?.set(simulator.path)
        for (const one of cases) if (one.isReference) one.tile.take(simulator, row)
      } else {
        copy(values, trial * reference.length, reference)
      }
      for (const one of cases) {
        if (one.isReference) continue
        simulator.run(one.levers, path)
        one.tile.take(simulator, row)
      }
    }
    for (const one of cases) one.tile.write(one, start, rows)
  }

  private runChecks(item: WorkItem, { plan, draws, references, trials }: Work): CheckTally[] {
    const tallies = this.model.checks.map(() => emptyTally())
    const size = this.simulator(plan).reference.length
    for (let trial = 0; trial < trials; trial++) {
      for (const place of item.cases) {
        const simulator = this.load(plan, draws, trial)
        copy(references.values, trial * size, simulator.reference)
        simulator.check(plan.cases[place].levers)
        this.model.checks.forEach((check, index) => {
          const number = item.block * BLOCK + trial
          tally(tallies[index], simulator.residuals[index], check.tolerance, number, place)
        })
      }
    }
    return tallies
  }

  private remember(key: string, references: Float64Array): void {
    this.references.set(key, references)
    for (const oldest of this.references.keys()) {
      if (this.references.size <= this.keep) break
      this.references.delete(oldest)
    }
  }
}

/** The work that gives the series of one case over the first trials of a run. */
export function seriesBlocks(plan: RunPlan, place: number, trials: number): WorkItem[] {
  const world = worldAt(plan, plan.cases[place].scenario)
  const count = blockCount(Math.min(trials, SERIES_TRIALS))
  return Array.from({ length: count }, (_, block) => ({ world, block, cases: [place] }))
}

/** A block with the digest of each of its cases, over the outcomes that the plan's digests cover. */
export function hashed(model: Model, plan: RunPlan, result: BlockResult): BlockResult<HashedCase> {
  const places = placesCovered(plan, model)
  const cases = result.cases.map((one) => ({
    ...one,
    digest: blockDigest(one.outcomes, result.trials, places),
  }))
  return { ...result, cases }
}

function copy(from: Float64Array, at: number, to: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from[at + i]
}
