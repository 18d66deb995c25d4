import type { CaseRef } from '../../engine/plan.ts'
import type { Driver } from '../../analyses/drivers.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { sharedAxis } from '../../engine/statistics/chance.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { Pair } from '../../analyses/pair.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import { selectionOf, type Where } from '../../findings/where.ts'
import type { Runner } from '../../workers/runner.ts'
import { type Domain, keptAxis } from './axis-keeper.ts'

/** What is drawn of one outcome: everything in it belongs together. */
export interface Picture {
  readonly results: RunResults
  readonly outcome: NumberOutcome
  readonly where: Where
  /** By case, in the order of the results. */
  readonly shapes: readonly Shape[]
}

/** Two cases compared, future by future. */
export interface PairPicture extends Pair {
  readonly results: RunResults
  readonly outcome: NumberOutcome
  readonly where: Where
  readonly a: string
  readonly b: string
}

/** An axis and what it belongs to. */
export interface Axis {
  readonly subject: string
  readonly domain: Domain
}

/** Where nothing closes there is only one thing to ask for: all futures. */
function overOf({ summary }: CaseResults, where: Where): Where {
  return summary.condition.count === 0 ? 'all' : where
}

function refOf({ strategy, scenario }: CaseResults): CaseRef {
  return { strategy, scenario }
}

/** The distribution of an outcome in every case. */
export async function pictureOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  where: Where,
): Promise<Picture> {
  const request = {
    cases: results.cases.map(refOf),
    outcome: outcome.id,
    selection: selectionOf(where),
  }
  return { results, outcome, where, shapes: await runner.ask('shapes', results, request) }
}

/** The difference of two strategies; null where the results lack one of them. */
export async function pairPictureOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  wanted: Where,
  [first, second]: readonly [string, string],
): Promise<PairPicture | null> {
  const { cases } = results
  const a = cases.find(({ strategy }) => strategy === first)
  const b = cases.find(({ strategy }) => strategy === second)
  if (!a || !b) return null
  const where = a.summary.condition.count > 0 ? wanted : overOf(b, wanted)
  const selection = selectionOf(where)
  const pair = await runner.ask('pair', results, {
    a: refOf(a),
    b: refOf(b),
    outcome: outcome.id,
    selection,
  })
  return { ...pair, results, outcome, where, a: first, b: second }
}

export type DriversByStrategy = Readonly<Record<string, readonly Driver[]>>

/** What an outcome goes with, strategy by strategy. */
export async function driversOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  where: Where,
  strategies: readonly string[],
): Promise<DriversByStrategy> {
  const found = results.cases
    .filter(({ strategy }) => strategies.includes(strategy))
    .map(async (one) => {
      const selection = selectionOf(where)
      const request = { case: refOf(one), outcome: outcome.id, selection }
      return [one.strategy, await runner.ask('drivers', results, request)] as const
    })
  return Object.fromEntries(await Promise.all(found))
}

/** The axis that shows some distributions now, or the one they had. */
export function axisFor(
  shown: Axis | null,
  shapes: readonly Shape[],
  subject: string,
  settled: boolean,
): Axis {
  const { min, max } = sharedAxis(shapes.filter(({ count }) => count > 0))
  const wanted: Domain = Number.isFinite(min) ? [min, max] : [0, 1]
  const domain = keptAxis(shown, wanted, subject, settled)
  return shown?.subject === subject && shown.domain === domain ? shown : { subject, domain }
}
