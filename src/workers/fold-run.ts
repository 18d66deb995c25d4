import { blockCount } from '../engine/blocks.ts'
import type { FoldAnswer, FoldId, FoldPart } from '../engine/folds.ts'
import { WorkerLost } from './link.ts'
import type { OpenPlan } from './open-plan.ts'
import { Schedule } from './schedule.ts'

export interface FoldOptions {
  readonly signal?: AbortSignal
  /** Called with pieces of work done and in all. */
  readonly onProgress?: (done: number, total: number) => void
}

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
export async function foldRun<Id extends FoldId>(
  open: OpenPlan,
  workers: number,
  id: Id,
  { signal, onProgress }: FoldOptions,
): Promise<FoldAnswer<Id>[]> {
  const { plan } = open
  signal?.throwIfAborted()
  const schedule = new Schedule(plan, () => false, workers, { most: MOST_CASES })
  const blocks = blockCount(plan.trials)
  const parts = plan.cases.map(() => Array.from<FoldPart>({ length: blocks }))
  const stop = () => open.close()
  signal?.addEventListener('abort', stop, { once: true })
  let done = 0
  const serve = async (place: number): Promise<void> => {
    for (;;) {
      const item = schedule.next(place)
      if (!item || signal?.aborted) return
      try {
        const found = await open.call(place, (link) => link.remote.fold(open.number, item, id))
        if (!found) return
        found.forEach((part, at) => (parts[item.cases[at]][item.block] = part))
        onProgress?.(++done, schedule.total)
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error
        schedule.again(place, item)
      }
    }
  }
  const finish = async (from: number) =>
    (await open.ask((link) =>
      link.remote.finishFold(open.number, id, parts.slice(from, from + MOST_FINISHED)),
    )) as FoldAnswer<Id>[]
  try {
    await Promise.all(Array.from({ length: workers }, (_, place) => serve(place)))
    signal?.throwIfAborted()
    const answers: FoldAnswer<Id>[] = []
    for (let from = 0; from < parts.length; from += MOST_FINISHED) {
      answers.push(...(await finish(from)))
      signal?.throwIfAborted()
    }
    return answers
  } catch (error) {
    // What an abort cuts short fails in words of its own.
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    open.close()
  }
}
