import type { PointFigures, PointsAsk } from '../analyses/points.ts'
import { changingFirst, coarsest, type GridSize, lattice } from '../analyses/lattice.ts'
import type { Levers } from '../engine/model.ts'
import { BLOCK, type RunPlan } from '../engine/plan.ts'
import { market } from '../study/model.ts'
import { leversAtPoint, type MapAxis, settingsPlan } from '../study/lever-grid.ts'
import type { Runner } from './runner.ts'
import type { ServedOptions } from './served-items.ts'

/** Futures of every point of a map at most, and of those of its first picture. */
export const MAP_TRIALS = 8 * BLOCK
const FIRST_TRIALS = 2 * BLOCK
/** Points of the first picture, and of the second, at most. */
const FIRST_POINTS = 36
const SECOND_POINTS = 121
/** Points worked out between two pictures. */
const MOST_AT_ONCE = 64

/** What a map is made of. */
export interface MapTask {
  /** Of one scenario; its strategies do not matter. */
  readonly plan: RunPlan
  /** Every lever; those of the axes take the axes' values. */
  readonly base: Levers
  readonly x: MapAxis
  readonly y: MapAxis
  readonly ask: PointsAsk
  /** What a point is among those known: where neighbours differ, the map is refined first. */
  readonly kindsOf: (known: readonly PointFigures[]) => (one: PointFigures) => string
}

/** One point of a map in figures. */
export interface MapPoint extends PointFigures {
  /** Futures that it stands on. */
  readonly trials: number
}

/** By place, `y * across + x`; null where nothing has been worked out yet. */
export type MapPoints = readonly (MapPoint | null)[]

/**
 * Works a map out from coarse to fine: a first picture on few futures, then half of the rows and
 * columns on all of them, then where the points known differ, and then the rest.
 *
 * @param options.onUpdate told of every better picture
 * @throws the signal's reason if aborted
 */
export async function mapRun(
  runner: Runner,
  task: MapTask,
  options: {
    readonly signal?: AbortSignal
    /** @param done the share, 0 to 1 */
    readonly onProgress?: (done: number) => void
    readonly onUpdate?: (points: MapPoints) => void
  } = {},
): Promise<MapPoints> {
  const { signal, onProgress, onUpdate } = options
  const size = { across: task.x.values.length, down: task.y.values.length }
  const points: (MapPoint | null)[] = Array.from({ length: size.across * size.down }, () => null)
  const { trials } = task.plan
  const first = Math.min(FIRST_TRIALS, trials)
  const coarse = lattice(size, coarsest(size, FIRST_POINTS))
  const isAgain = first < trials
  const work = points.length * trials + (isAgain ? coarse.length * first : 0)
  let done = 0

  const workOut = async (places: readonly number[], on: number) => {
    for (let from = 0; from < places.length; from += MOST_AT_ONCE) {
      const some = places.slice(from, from + MOST_AT_ONCE)
      const cost = some.length * on
      const found = await pointsAt(runner, task, some, on, {
        signal,
        onProgress: (part, all) => onProgress?.((done + (cost * part) / all) / work),
      })
      some.forEach((at, index) => (points[at] = { ...found[index], trials: on }))
      done += cost
      onProgress?.(done / work)
      onUpdate?.([...points])
    }
  }

  await workOut(coarse, first)
  const isKnown = (at: number) => points[at]?.trials === trials
  await workOut(
    secondOf(size).filter((at) => !isKnown(at)),
    trials,
  )
  const kindOf = task.kindsOf(points.filter((one) => one !== null))
  const { changing, rest } = changingFirst(size, (at) => {
    const one = points[at]
    return one && isKnown(at) ? kindOf(one) : null
  })
  await workOut(changing, trials)
  await workOut(rest, trials)
  return points
}

/** About half of the rows and columns, and all of the first picture. */
function secondOf(size: GridSize): number[] {
  const second = lattice(size, coarsest(size, SECOND_POINTS))
  return [...new Set([...second, ...lattice(size, coarsest(size, FIRST_POINTS))])]
}

async function pointsAt(
  runner: Runner,
  task: MapTask,
  places: readonly number[],
  trials: number,
  options: ServedOptions,
): Promise<readonly PointFigures[]> {
  const settings = places.map((at) => ({ name: String(at), levers: leversAtPoint(task, at) }))
  return pointsOf(runner, settingsPlan(task.plan, settings, { trials }), task.ask, options)
}

/** Every case of a plan in figures; of none there is nothing to ask. */
export async function pointsOf(
  runner: Runner,
  plan: RunPlan,
  ask: PointsAsk,
  options: ServedOptions = {},
): Promise<readonly PointFigures[]> {
  if (plan.cases.length === 0) return []
  const found = await runner.columns(plan, outcomesOf(ask), options)
  const cases = plan.cases.map(({ strategy, scenario }) => ({ strategy, scenario }))
  return runner.ask('points', found, { ...ask, cases }, { signal: options.signal })
}

/** Outcomes that points need to be kept of. */
export function outcomesOf({ outcome, alongside = [] }: PointsAsk): string[] {
  return [...new Set([outcome, market.condition.outcome, ...alongside])]
}
