import { SERIES_TRIALS } from '../engine/blocks.ts'
import { BLOCK, caseOf, type CaseRef, type RunPlan } from '../engine/plan.ts'
import type { Asked } from './asked.ts'
import type { OpenPlan } from './open-plan.ts'
import { Schedule } from './schedule.ts'
import { servedItems, type ServedOptions, untilAborted } from './served-items.ts'

/** Series of one case, future by future. */
export interface CasePaths {
  /** The first trials of the run: so many. */
  readonly trials: number
  /** Figures of one future: the quarters of the horizon and the start. */
  readonly points: number
  /** In the order of the catalogue: `series[s][trial * points + quarter]`, in single precision as recorded. */
  readonly series: readonly Float32Array[]
}

/** As much of a run's plan as gives one case its series. */
export function pathsPlan({ plan, trials }: Pick<Asked, 'plan' | 'trials'>, ref: CaseRef): RunPlan {
  const cases = [caseOf(plan, ref)]
  const worlds = plan.worlds.filter(({ id }) => id === ref.scenario)
  return { ...plan, trials: Math.min(trials, SERIES_TRIALS), worlds, cases, check: false }
}

/**
 * Runs one case once more for its series, and keeps each future's.
 *
 * @param open as `pathsPlan` makes it
 * @param workers places of the pool
 * @param count series of the model
 * @throws the signal's reason if aborted, or an error in words if no worker can do the work
 */
export function pathsRun(
  open: OpenPlan,
  workers: number,
  count: number,
  options: ServedOptions,
): Promise<CasePaths> {
  const { trials, quarters } = open.plan
  const points = quarters + 1
  const series = Array.from({ length: count }, () => new Float32Array(trials * points))
  return untilAborted(open, options.signal, async () => {
    await servedItems(
      open,
      new Schedule(open.plan, () => false, workers),
      workers,
      (link, item) => link.remote.paths(open.number, item),
      ({ block }, found) => {
        const size = found.length / count
        series.forEach((into, s) =>
          into.set(found.subarray(s * size, (s + 1) * size), block * BLOCK * points),
        )
      },
      options,
    )
    return { trials, points, series }
  })
}
