import { type CaseColumns, outcomeColumn } from '../../../src/engine/columns.ts'
import { joinDigests } from '../../../src/engine/digest.ts'
import type { Model } from '../../../src/engine/model.ts'
import { BLOCK, casesByWorld, type RunPlan } from '../../../src/engine/plan.ts'
import { blockCount } from '../../../src/engine/blocks.ts'
import { type BlockResult, BlockRunner, type HashedCase } from '../../../src/engine/run.ts'
import { designs, type SamplingId } from '../../../src/engine/sampling/index.ts'

/** Every sampling design there is. */
export const samplings = Object.keys(designs) as SamplingId[]

/** Columns with their series, block by block. */
export interface WholeCase extends CaseColumns {
  readonly series: readonly Float32Array[]
}

/** What the blocks of a plan give, put together as a runner would. */
export interface Whole {
  /** Scenario by scenario, in the order of the plan. */
  readonly blocks: readonly (readonly BlockResult<HashedCase>[])[]
  /** `cases[scenario][strategy]`. */
  readonly cases: readonly (readonly WholeCase[])[]
  readonly digests: readonly (readonly string[])[]
}

/**
 * Runs every block of a plan in this thread.
 *
 * @param runner keeps draws and references from before
 * @param inOrder puts the (scenario, block) pairs in the order they are run
 */
export function runBlocks(
  model: Model,
  plan: RunPlan,
  runner = new BlockRunner(model),
  inOrder: <T>(items: readonly T[]) => readonly T[] = (items) => items,
): Whole {
  const places = casesByWorld(plan)
  const count = blockCount(plan.trials)
  const blocks: BlockResult<HashedCase>[][] = plan.worlds.map(() => [])
  const items = places.flatMap((cases, world) =>
    Array.from({ length: count }, (_, block) => ({ world, block, cases })),
  )
  for (const item of inOrder(items))
    blocks[item.world][item.block] = runner.run(plan, item, { series: true })
  const digests = blocks.map((own, world) =>
    places[world].map((_, at) => joinDigests(own.map(({ cases }) => cases[at].digest))),
  )
  const cases = blocks.map((own, world) =>
    places[world].map((_, at) => ({
      trials: plan.trials,
      outcomes: own.map((one) => one.cases[at].outcomes),
      series: own.map((one) => one.cases[at].series),
    })),
  )
  return { blocks, cases, digests }
}

/** One outcome of a case, by its id. */
export function outcomeOf(model: Model, columns: CaseColumns, id: string): Float64Array {
  return outcomeColumn(
    columns,
    model.outcomes.findIndex((one) => one.id === id),
  )
}

/** One series of one trial, quarter by quarter, by its place in the catalogue. */
export function seriesOf(
  model: Model,
  { series }: WholeCase,
  quarters: number,
  trial: number,
  place = 0,
): number[] {
  const points = quarters + 1
  const block = series[Math.floor(trial / BLOCK)]
  const trials = block.length / (points * model.series.length)
  const row = trial % BLOCK
  return Array.from({ length: points }, (_, t) => block[(place * points + t) * trials + row])
}
