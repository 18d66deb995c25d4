import type { Estimate } from '../analyses/estimates.ts'
import type { PointFigures, PointsAsk } from '../analyses/points.ts'
import type { Levers } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { measuresNamed } from '../engine/selection.ts'
import { settingsPlan } from '../study/lever-grid.ts'
import { market } from '../study/model.ts'
import { outcomesOf, pointsOf } from './map-run.ts'
import type { Runner } from './runner.ts'
import type { ServedOptions } from './served-items.ts'

/** How many times more futures something found is held against than it was found on. */
const MORE = 4

/** Settings on futures that they were not chosen by. */
export interface Held {
  readonly trials: number
  readonly seed: string
  /** In the order of the settings. */
  readonly figures: readonly PointFigures[]
  /** Each less the one it is held against, future by future; null where there is none. */
  readonly leads: readonly (Estimate | null)[]
}

/**
 * Runs settings again on fresh futures, more of them: whatever was chosen as the best of many looks
 * better than it is on the futures it was chosen by.
 *
 * @param plan of one scenario, as they were found
 * @param against what each is held against; null for nothing. As a function: by their figures, the place
 *   among the settings of the one that the others are, below 0 for none
 */
export async function heldOnFresh(
  runner: Runner,
  plan: RunPlan,
  settings: readonly Levers[],
  against: Levers | null | ((figures: readonly PointFigures[]) => number),
  ask: PointsAsk,
  options: ServedOptions = {},
): Promise<Held> {
  const named = settings.map((levers, at) => ({ name: String(at), levers }))
  const isAmong = typeof against === 'function'
  const rival = against && !isAmong ? [{ name: 'against', levers: against }] : []
  const fresh = settingsPlan(plan, [...named, ...rival], {
    seed: `${plan.seed}, fresh futures`,
    trials: MORE * plan.trials,
  })
  const figures = await pointsOf(runner, fresh, ask, options)
  // What counts in one case alone is no pair.
  const isPaired = measuresNamed(market, ask.means).outcomes.length === 0
  const place = isAmong ? against(figures) : against ? settings.length : -1
  const leads =
    place >= 0 && isPaired && named.length > 0
      ? await leadsOf(runner, fresh, ask, { place, many: settings.length }, options)
      : settings.map(() => null)
  const { trials, seed } = fresh
  return { trials, seed, figures: figures.slice(0, settings.length), leads }
}

async function leadsOf(
  runner: Runner,
  fresh: RunPlan,
  ask: PointsAsk,
  { place, many }: { readonly place: number; readonly many: number },
  options: ServedOptions,
): Promise<readonly Estimate[]> {
  const { outcome, means } = ask
  // Known by now: nothing is run again.
  const found = await runner.columns(fresh, outcomesOf(ask), options)
  const cases = fresh.cases.map(({ strategy, scenario }) => ({ strategy, scenario }))
  const rival = cases[place]
  const sums = cases.slice(0, many).map((one) => [
    { case: one, outcome, weight: 1 },
    { case: rival, outcome, weight: -1 },
  ])
  return runner.ask('contrasts', found, { sums, selection: means }, { signal: options.signal })
}
