import { nonDominated, type Score } from '../analyses/dominance.ts'
import type { Estimate } from '../analyses/estimates.ts'
import { frontierSearch, type Place } from '../analyses/frontier-search.ts'
import type { PointFigures, PointsAsk } from '../analyses/points.ts'
import type { Levers } from '../engine/model.ts'
import { BLOCK, type RunPlan } from '../engine/plan.ts'
import { leversAt } from '../study/model.ts'
import { type AmountLever, offered, settingsPlan } from '../study/lever-grid.ts'
import { heldOnFresh } from './fresh-futures.ts'
import { pointsOf } from './map-run.ts'
import type { Runner } from './runner.ts'

/** Futures of every setting looked at, at most. */
export const SEARCH_TRIALS = 4 * BLOCK
/** Settings looked at unless another number is asked for. */
export const EVALUATIONS = 600
const GENERATION = 40
/** Settings found that are run again, at most. */
const MOST_HELD = 16

/** What the average is weighed against. */
export type Against = 'worstTenth' | 'misses'

/** What a setting must keep to. */
export interface FrontierLimits {
  /** Of the further outcome, its mean over the futures counted; null for no limit. */
  readonly cash: number | null
  /** Of the chance to miss the target; null for no limit. */
  readonly misses: number | null
}

export interface FrontierTask {
  /** Of one scenario; its strategies do not matter. */
  readonly plan: RunPlan
  /** Every lever of the strategies that make an offer: the search starts from them. */
  readonly strategies: readonly Levers[]
  /** With the outcome that the limit on cash is on as the first alongside. */
  readonly ask: PointsAsk
  readonly against: Against
  readonly limits: FrontierLimits
  readonly evaluations: number
}

/** A setting that was found, and what it is on futures it was not found by. */
export interface FrontierPoint {
  readonly levers: Levers
  readonly found: PointFigures
  readonly confirmed: PointFigures
  /** Less the best of the strategies, future by future, on the fresh futures; null where there is none. */
  readonly lead: Estimate | null
  /** Whether it keeps within the limits on the fresh futures too. */
  readonly isWithin: boolean
  /** Whether it does, and no other one found is as good in both respects and better in one there. */
  readonly isOnFront: boolean
}

export interface FoundFrontier {
  /** The best average on the fresh futures first. */
  readonly points: readonly FrontierPoint[]
  /** The strategies on the fresh futures, in their order. */
  readonly strategies: readonly PointFigures[]
  /** Place of the one with the best average there, which what was found is held against; below 0 for none. */
  readonly rival: number
  /** Settings looked at, and futures of each. */
  readonly evaluations: number
  readonly trials: number
  /** The fresh futures: how many, and by which seed. */
  readonly fresh: { readonly trials: number; readonly seed: string }
}

/**
 * Searches all levers for settings with the best average and the least risk, and runs what it found
 * again on fresh futures: by those it is ordered.
 *
 * @throws the signal's reason if aborted
 */
export async function frontierRun(
  runner: Runner,
  task: FrontierTask,
  options: {
    readonly signal?: AbortSignal
    /** @param done the share, 0 to 1 */
    readonly onProgress?: (done: number) => void
  } = {},
): Promise<FoundFrontier> {
  const { signal, onProgress } = options
  const plan = { ...task.plan, trials: Math.min(task.plan.trials, SEARCH_TRIALS) }
  const levers = leversAt(plan.vantage).filter((one) => one.kind === 'amount') as AmountLever[]
  const leversOf = (place: Place) =>
    offered(plan.vantage, Object.fromEntries(levers.map(({ id }, at) => [id, place[at]])))
  const search = frontierSearch({
    axes: levers,
    starts: task.strategies.map((one) => levers.map(({ id }) => Number(one[id]))),
    seed: plan.seed,
    evaluations: task.evaluations,
    generation: GENERATION,
  })
  const known = new Map<string, PointFigures>()
  // The fresh futures are a tenth of the work, or about that.
  const part = (looked: number) => (0.9 * looked) / task.evaluations
  let step = search.next()
  while (!step.done) {
    const places = step.value
    const named = places.map((place, at) => ({ name: String(at), levers: leversOf(place) }))
    const before = known.size
    const figures = await pointsOf(runner, settingsPlan(plan, named), task.ask, {
      signal,
      onProgress: (done, all) => onProgress?.(part(before + (places.length * done) / all)),
    })
    places.forEach((place, at) => known.set(place.join(), figures[at]))
    step = search.next(figures.map((one) => scoreOf(task, one)))
  }
  const found = spread(step.value, MOST_HELD).map(({ place }) => place)
  const settings = [...found.map(leversOf), ...task.strategies]
  const rivalAmong = (figures: readonly PointFigures[]) => {
    const at = bestOf(task.ask, figures.slice(found.length))
    return at < 0 ? at : found.length + at
  }
  const fresh = await heldOnFresh(runner, plan, settings, rivalAmong, task.ask, {
    signal,
    onProgress: (done, all) => onProgress?.(0.9 + (0.1 * done) / all),
  })
  const held = found.map((place, at) => ({
    levers: settings[at],
    found: known.get(place.join()) ?? fresh.figures[at],
    confirmed: fresh.figures[at],
    lead: fresh.leads[at],
    score: scoreOf(task, fresh.figures[at]),
  }))
  const front = new Set(nonDominated(held.filter(({ score }) => score.excess === 0)))
  const points = held
    .map(({ score, ...one }, at) => ({
      ...one,
      isWithin: score.excess === 0,
      isOnFront: front.has(held[at]),
      first: score.objectives[0],
    }))
    .sort((a, b) => b.first - a.first)
    .map(({ first: _first, ...one }): FrontierPoint => one)
  const strategies = fresh.figures.slice(found.length)
  return {
    points,
    strategies,
    rival: bestOf(task.ask, strategies),
    evaluations: known.size,
    trials: plan.trials,
    fresh: { trials: fresh.trials, seed: fresh.seed },
  }
}

/** What has no figure keeps within no limit. */
const NO_FIGURE: Score = { objectives: [-Infinity, -Infinity], excess: Infinity }

/** How good a setting is in both respects, by the side of the target that is better. */
export function scoreOf(
  { ask, against, limits }: Pick<FrontierTask, 'ask' | 'against' | 'limits'>,
  { mean, misses, worstTenth, alongside }: PointFigures,
): Score {
  if (!mean || !misses || !worstTenth || !alongside) return NO_FIGURE
  const sign = ask.side === 'atMost' ? -1 : 1
  const second = against === 'misses' ? -misses.value : sign * worstTenth.value
  const beyond = (value: number | undefined, limit: number | null) =>
    limit === null || value === undefined ? 0 : Math.max(0, value - limit) / Math.max(limit, 0.01)
  const excess = beyond(alongside[0]?.value, limits.cash) + beyond(misses.value, limits.misses)
  return { objectives: [sign * mean.value, second], excess }
}

/** Which of some has the best average; below 0 where none has one. */
function bestOf({ side }: PointsAsk, figures: readonly PointFigures[]): number {
  const sign = side === 'atMost' ? -1 : 1
  const means = figures.map(({ mean }) => (mean ? sign * mean.value : -Infinity))
  const best = Math.max(...means)
  return best > -Infinity ? means.indexOf(best) : -1
}

/** At most so many of a list, its ends among them. */
function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  return Array.from(
    { length: most },
    (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))],
  )
}
