import type { Model } from '../model.ts'
import { BLOCK, type RunPlan } from '../plan.ts'
import { columnName, type DrawCache, wholeName } from './cache.ts'
import { type ColumnPlan, columnPlans } from './prepare.ts'

/** What a worker would have to draw: some assumptions in some blocks. */
export interface Lacking {
  readonly ids: readonly string[]
  readonly blocks: readonly number[]
}

/** What another one has drawn of that. */
export interface Lent extends Lacking {
  /** Block by block, and there assumption by assumption, 256 trials each. */
  readonly values: Float64Array
  /** Trials moved to a bound of the domain, where there are any: place among those columns, trials in the block. */
  readonly moved: readonly (readonly [at: number, trials: readonly number[]])[]
}

/**
 * What of some assumptions is not kept, neither over all trials of the plan nor block by block.
 *
 * @param world index into `plan.worlds`
 * @param ids of assumptions; others are passed over
 */
export function lacking(
  model: Model,
  plan: RunPlan,
  world: number,
  ids: readonly string[],
  cache: DrawCache,
): Lacking {
  const known = plansOf(model, plan, world)
  const missing = ids.filter((id) => {
    const column = known.get(id)
    return column && !cache.whole.get(wholeName(column, plan.trials))
  })
  const columns = missing.flatMap((id) => known.get(id) ?? [])
  const blocks = Array.from({ length: Math.ceil(plan.trials / BLOCK) }, (_, block) => block)
  return {
    ids: missing,
    blocks: blocks.filter((block) =>
      columns.some((column) => !cache.columns.get(columnName(column, block))),
    ),
  }
}

/** What is kept of what another one lacks: whole blocks alone. The memory is new, to be given away. */
export function lend(
  model: Model,
  plan: RunPlan,
  world: number,
  { ids, blocks }: Lacking,
  cache: DrawCache,
): Lent {
  const known = plansOf(model, plan, world)
  const plans = ids.flatMap((id) => known.get(id) ?? [])
  const here = blocks.filter((block) =>
    plans.every((column) => cache.columns.get(columnName(column, block))),
  )
  const values = new Float64Array(here.length * plans.length * BLOCK)
  const moved: [number, readonly number[]][] = []
  let at = 0
  for (const block of here) {
    for (const column of plans) {
      const found = cache.columns.get(columnName(column, block))
      if (!found) throw new Error('a column that was kept a moment ago is gone')
      values.set(found.values, at * BLOCK)
      if (found.moved.length > 0) moved.push([at, found.moved])
      at++
    }
  }
  return { ids, blocks: here, values, moved }
}

/** Keeps what another one has drawn as if it had been drawn here. */
export function borrow(
  model: Model,
  plan: RunPlan,
  world: number,
  { ids, blocks, values, moved }: Lent,
  cache: DrawCache,
): void {
  const known = plansOf(model, plan, world)
  const atBounds = new Map(moved)
  let at = 0
  for (const block of blocks) {
    for (const id of ids) {
      const column = known.get(id)
      const own = {
        values: values.slice(at * BLOCK, (at + 1) * BLOCK),
        moved: atBounds.get(at) ?? [],
      }
      if (column) cache.columns.set(columnName(column, block), own)
      at++
    }
  }
}

function plansOf(model: Model, plan: RunPlan, world: number): ReadonlyMap<string, ColumnPlan> {
  const plans = columnPlans(model, plan, world)
  return new Map(model.assumptions.map(({ id }, at) => [id, plans[at]]))
}
