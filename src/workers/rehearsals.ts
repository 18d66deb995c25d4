import type { RunPlan } from '../engine/plan.ts'
import type { Link } from './link.ts'
import type { PlanSender } from './plan-sender.ts'
import type { Pool } from './pool.ts'

/** Milliseconds after which workers are taken to have nothing to do. */
const QUIET = 1000

/** Whose rehearsal has begun, or is over. */
const begun = new WeakSet<Link>()

/**
 * Has each worker rehearse once, while there is nothing else to do, what it will be asked when a run is
 * to be explained. A worker stops at its next step when something else comes, and goes on later.
 *
 * @param plan of a run that has finished
 * @param quiet milliseconds to wait before it begins or goes on
 */
export function rehearseLater(
  { pool, sender }: { readonly pool: Pool; readonly sender: PlanSender },
  plan: RunPlan,
  quiet = QUIET,
): void {
  // The page's own thread never does.
  if (pool.alone) return
  for (const link of pool.present) {
    if (begun.has(link)) continue
    begun.add(link)
    const begin = () => {
      link.remote.rehearse(sender.pack(link, plan)).then(
        (isOver) => {
          if (!isOver) setTimeout(begin, quiet)
        },
        // One that is lost is noticed by whoever needs it.
        () => {},
      )
    }
    setTimeout(begin, quiet)
  }
}
