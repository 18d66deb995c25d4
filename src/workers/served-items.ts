import type { WorkItem } from '../engine/run.ts'
import { type Link, WorkerLost } from './link.ts'
import type { OpenPlan } from './open-plan.ts'
import type { Schedule } from './schedule.ts'

export interface ServedOptions {
  readonly signal?: AbortSignal
  /** Called with pieces of work done and in all. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Has workers do every item of a schedule; what one that dies had is done again elsewhere. Ends early
 * where the plan is closed.
 *
 * @param workers places of the pool
 * @param call null where the plan was closed meanwhile
 */
export async function servedItems<T>(
  open: OpenPlan,
  schedule: Schedule,
  workers: number,
  call: (link: Link, item: WorkItem) => Promise<T | null>,
  take: (item: WorkItem, found: T) => void,
  { signal, onProgress }: ServedOptions,
): Promise<void> {
  let done = 0
  const serve = async (place: number): Promise<void> => {
    for (;;) {
      const item = schedule.next(place)
      if (!item || signal?.aborted) return
      try {
        const found = await open.call(place, (link) => call(link, item))
        if (found === null) return
        take(item, found)
        onProgress?.(++done, schedule.total)
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error
        schedule.again(place, item)
      }
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, place) => serve(place)))
}

/**
 * Does work on an open plan that an abort stops, and closes the plan when it ends.
 *
 * @throws the signal's reason if aborted
 */
export async function untilAborted<T>(
  open: OpenPlan,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const stop = () => open.close()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const found = await work()
    signal?.throwIfAborted()
    return found
  } catch (error) {
    // What an abort cuts short fails in words of its own.
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    open.close()
  }
}
