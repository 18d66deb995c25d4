import type { Driver } from '../../analyses/drivers.ts'
import type { Pair } from '../../analyses/pair.ts'
import type { CaseShape } from '../../analyses/shape.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { sharedAxis } from '../../engine/statistics/chance.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner, Where } from '../../workers/runner.ts'
import { type Domain, keptAxis } from '../../findings/still-axis.ts'

/** What a question may be stopped by. */
interface Stoppable {
  readonly signal?: AbortSignal
}

/** What is drawn of one outcome: everything in it belongs together. */
export interface Picture {
  readonly results: RunResults
  readonly outcome: NumberOutcome
  readonly where: Where
  /** By case, in the order of the results. */
  readonly shapes: readonly CaseShape[]
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

/** The distribution of an outcome in every case. */
export async function pictureOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  where: Where,
  { signal }: Stoppable = {},
): Promise<Picture> {
  const shapes = await Promise.all(
    results.cases.map((one) =>
      runner.ask(
        'shape',
        {
          of: results,
          case: { strategy: one.strategy, scenario: one.scenario },
          outcome: outcome.id,
          selection: { kind: where },
        },
        { signal },
      ),
    ),
  )
  return { results, outcome, where, shapes }
}

/** The difference of two strategies; null where the results lack one of them. */
export async function pairPictureOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  wanted: Where,
  [first, second]: readonly [string, string],
  { signal }: Stoppable = {},
): Promise<PairPicture | null> {
  const [{ scenario }] = results.cases
  const has = (strategy: string) => results.cases.some((one) => one.strategy === strategy)
  if (!has(first) || !has(second)) return null
  const pair = await runner.ask(
    'pair',
    {
      of: results,
      a: { strategy: first, scenario },
      b: { strategy: second, scenario },
      outcome: outcome.id,
      selection: { kind: wanted },
    },
    { signal },
  )
  const where = pair.futures.isNone ? 'all' : wanted
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
  { signal }: Stoppable = {},
): Promise<DriversByStrategy> {
  const found = results.cases
    .filter(({ strategy }) => strategies.includes(strategy))
    .map(async ({ strategy, scenario }) => {
      const { drivers } = await runner.ask(
        'drivers',
        {
          of: results,
          case: { strategy, scenario },
          outcome: outcome.id,
          selection: { kind: where },
        },
        { signal },
      )
      return [strategy, drivers] as const
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
