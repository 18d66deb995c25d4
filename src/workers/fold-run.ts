import { blockCount } from '../engine/blocks.ts'
import type { FoldAnswer, FoldId, FoldPart } from '../engine/folds.ts'
import type { OpenPlan } from './open-plan.ts'
import { Schedule } from './schedule.ts'
import { servedItems, type ServedOptions, untilAborted } from './served-items.ts'

/** Cases of one piece of work: a worker holds their columns at once. */
const MOST_CASES = 32
/** Cases finished in one message. */
const MOST_FINISHED = 128

/**
 * Runs every case of a plan and keeps what a fold makes of it, and no column.
 *
 * @param workers places of the pool
 * @returns by place in `plan.cases`
 * @throws the signal's reason if aborted, or an error in words if no worker can do the work
 */
export function foldRun<Id extends FoldId>(
  open: OpenPlan,
  workers: number,
  id: Id,
  options: ServedOptions,
): Promise<FoldAnswer<Id>[]> {
  const { plan } = open
  const { signal } = options
  const parts = plan.cases.map(() => Array.from<FoldPart>({ length: blockCount(plan.trials) }))
  const finish = async (from: number) =>
    (await open.ask((link) =>
      link.remote.finishFold(open.number, id, parts.slice(from, from + MOST_FINISHED)),
    )) as FoldAnswer<Id>[]
  return untilAborted(open, signal, async () => {
    await servedItems(
      open,
      new Schedule(plan, () => false, workers, { most: MOST_CASES }),
      workers,
      (link, item) => link.remote.fold(open.number, item, id),
      (item, found) => found.forEach((part, at) => (parts[item.cases[at]][item.block] = part)),
      options,
    )
    signal?.throwIfAborted()
    const answers: FoldAnswer<Id>[] = []
    for (let from = 0; from < parts.length; from += MOST_FINISHED) {
      answers.push(...(await finish(from)))
      signal?.throwIfAborted()
    }
    return answers
  })
}

/**
 * Runs every case of a plan and keeps some outcomes of it, future by future.
 *
 * @param workers places of the pool
 * @param places of the outcomes in the catalogue
 * @returns by place in `plan.cases`, block by block: outcomes in the order of `places`
 * @throws as `foldRun` does
 */
export function keptRun(
  open: OpenPlan,
  workers: number,
  places: readonly number[],
  options: ServedOptions,
): Promise<Float64Array[][]> {
  const { plan } = open
  const parts = plan.cases.map(() => Array.from<Float64Array>({ length: blockCount(plan.trials) }))
  return untilAborted(open, options.signal, async () => {
    await servedItems(
      open,
      new Schedule(plan, () => false, workers, { most: MOST_CASES }),
      workers,
      (link, item) => link.remote.keep(open.number, item, places),
      (item, found) => found.forEach((part, at) => (parts[item.cases[at]][item.block] = part)),
      options,
    )
    return parts
  })
}
