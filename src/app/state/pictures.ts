import type { Tolerance } from '../../../models/observed.ts'
import type { Wanted } from '../../analyses/estimates.ts'
import { ALL, type Selection } from '../../engine/selection.ts'
import type { Driver } from '../../analyses/drivers.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { type CaseRef, isCase } from '../../engine/plan.ts'
import { sharedAxis } from '../../engine/statistics/chance.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { Pair, PairRequest } from '../../analyses/pair.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import { countedFor, HARDLY, isPartial, selectionOf, type Where } from '../../findings/where.ts'
import type { AskOptions, Runner } from '../../workers/runner.ts'
import { splitFrom, splitWanted } from '../../findings/split.ts'
import { statusQuoOf } from '../../findings/status-quo.ts'
import { HEADLINE, market, rowFigures, signedStates } from '../../study/model.ts'
import { type Domain, keptAxis } from '../../findings/still-axis.ts'
import type { RowErrors } from '../../findings/strategies.ts'
import type { AgainstStatusQuo, RowFigures, Splits } from '../../findings/strategy-rows.ts'
import type { Target } from '../../findings/target.ts'
import { agreeingIn, casesOver, refOf } from './agreeing.ts'

/** What is drawn of one outcome: everything in it belongs together. */
export interface Picture {
  readonly results: RunResults
  /**
   * The finished results that a preview stands on, whose first futures tell what has changed since;
   * null where the results speak for themselves.
   */
  readonly base: RunResults | null
  readonly outcome: NumberOutcome
  /** Futures that a row counts. */
  readonly where: Where
  /** By case, in the order of the results. */
  readonly shapes: readonly Shape[]
  /** Further figures over the futures that a row counts, in the order of `rowFigures`, by strategy. */
  readonly figures: RowFigures
  /** Futures that averages are taken over, and what they are made of. */
  readonly means: Where
  readonly splits: Splits
  readonly against: AgainstStatusQuo
  /** In the order of the results, summed up over the futures that agree where means are. */
  readonly cases: readonly CaseResults[]
  /** What agrees with what came, and how near that is; null where no such futures are counted. */
  readonly agreeing: Selection | null
  readonly tolerance: Tolerance | null
  /** Whether futures that agree are to be counted and there is none: nothing is drawn. */
  readonly isEmpty: boolean
}

/** Futures that count, and how near to what came they must be where that is asked. */
export interface Over {
  readonly where: Where
  readonly means: Where
  readonly tolerance: Tolerance | null
}

/** What a pair is taken from: results of a scenario, or of several. */
export type PairResults = Pick<RunResults, 'plan' | 'trials' | 'cases' | 'digest'>

/** Two cases compared, future by future. */
export interface PairPicture extends Pair {
  readonly results: PairResults
  readonly outcome: NumberOutcome
  readonly where: Where
  /** What was asked: more may be of the same. */
  readonly request: PairRequest
}

/** An axis and what it belongs to. */
export interface Axis {
  readonly subject: string
  readonly domain: Domain
}

/** Where nothing is signed or closes there is only one thing to ask for: all futures. */
function overOf({ summary }: CaseResults, where: Where): Where {
  const signs = signedStates.some(
    (state) => summary.categories[market.condition.outcome][state] > 0,
  )
  const has = { all: true, observed: true, signed: signs, condition: summary.condition.count > 0 }
  return has[where] ? where : 'all'
}

/** The distribution of an outcome in every case, and what its means are made of. */
export async function pictureOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  { where, means, tolerance }: Over,
  options: AskOptions = {},
): Promise<Picture> {
  const { cases } = results
  const agreeing = tolerance ? await agreeingIn(results.plan, tolerance) : null
  const over = agreeing ? await casesOver(runner, results, outcome, agreeing, options) : null
  const base = null
  const drawn = { results, base, outcome, where, means, tolerance, agreeing, cases, isEmpty: false }
  if (agreeing && !over) {
    return { ...drawn, shapes: [], figures: {}, splits: {}, against: {}, isEmpty: true }
  }
  const selection = selectionOf(where, agreeing ?? ALL)
  const request = { cases: cases.map(refOf), outcome: outcome.id, selection }
  const [shapes, figures, splits, against] = await Promise.all([
    runner.ask('shapes', results, request, options),
    figuresOf(runner, results, { where, agreeing }, options),
    splitsOf(runner, results, outcome, { means, cases, agreeing }, options),
    againstOf(runner, results, outcome, { means, agreeing }, options),
  ])
  const summed = over && means === 'observed' ? { cases: over } : {}
  return { ...drawn, shapes, figures, splits, against, ...summed }
}

/** The further figures of each case, over the futures that its row counts. */
async function figuresOf(
  runner: Runner,
  results: RunResults,
  { where, agreeing }: { readonly where: Where; readonly agreeing: Selection | null },
  options: AskOptions,
): Promise<RowFigures> {
  const { cases } = results
  const wanted = cases.flatMap((one) =>
    rowFigures.map(({ outcome }): Wanted => {
      const selection = selectionOf(overOf(one, where), agreeing ?? ALL)
      return { case: refOf(one), terms: [[outcome, 1]], selection }
    }),
  )
  const found = await runner.ask('estimates', results, { wanted }, options)
  const each = rowFigures.length
  return Object.fromEntries(
    cases.map(({ strategy }, i) => [strategy, found.slice(each * i, each * (i + 1))]),
  )
}

/** How far each case is from the status quo; nothing where its figure says so already. */
async function againstOf(
  runner: Runner,
  results: RunResults,
  { id, onlyIf }: NumberOutcome,
  { means, agreeing }: { readonly means: Where; readonly agreeing: Selection | null },
  options: AskOptions,
): Promise<AgainstStatusQuo> {
  // What each has in futures of its own cannot be paired.
  if (onlyIf === 'met') return {}
  const statusQuo = statusQuoOf(results.plan)
  const quo = results.cases.find(({ strategy }) => strategy === statusQuo)
  if (!quo || (id === HEADLINE && statusQuo === market.reference)) return {}
  const others = results.cases.filter((one) => one !== quo)
  const wanted = others.map((one): Wanted => ({
    case: refOf(one),
    less: refOf(quo),
    terms: [[id, 1]],
    selection: selectionOf(overOf(one, means), agreeing ?? ALL),
  }))
  const found = await runner.ask('estimates', results, { wanted }, options)
  return Object.fromEntries(others.map(({ strategy }, i) => [strategy, found[i]]))
}

/** What the means of some cases are made of; nothing of outcomes that have no parts. */
export async function splitsOf(
  runner: Runner,
  results: RunResults,
  { id }: NumberOutcome,
  {
    means,
    cases,
    agreeing = null,
  }: {
    readonly means: Where
    readonly cases: readonly CaseResults[]
    readonly agreeing?: Selection | null
  },
  options: AskOptions,
): Promise<Splits> {
  if (id !== HEADLINE) return {}
  const wanted = cases.flatMap((one) =>
    splitWanted(refOf(one), selectionOf(overOf(one, means), agreeing ?? ALL)),
  )
  const found = await runner.ask('estimates', results, { wanted }, options)
  return Object.fromEntries(
    cases.map(({ strategy }, i) => [strategy, splitFrom(found.slice(2 * i, 2 * i + 2))]),
  )
}

/** The errors of what a table of strategies says, of a picture and a target. */
export async function rowErrorsOf(
  runner: Runner,
  { results, outcome, where, shapes, agreeing }: Picture,
  target: Target,
  options: AskOptions = {},
): Promise<readonly RowErrors[]> {
  const ask = (quantiles: readonly number[], targets: readonly Target[]) =>
    runner.ask(
      'readings',
      results,
      {
        cases: results.cases.map(refOf),
        outcome: outcome.id,
        selection: selectionOf(where, agreeing ?? ALL),
        quantiles,
        targets,
      },
      options,
    )
  // Apart, because only chances are new where the target has moved.
  const [fixed, moving] = await Promise.all([ask([0.1, 0.5, 0.9], []), ask([], [target])])
  return shapes.map((_, i) => {
    const [p10, p50, p90] = fixed[i].quantiles.map(({ error }) => error)
    return { p10, p50, p90, chance: moving[i].chances[0].error }
  })
}

/** The difference of two cases; null where the results lack one of them, or no future counts. */
export async function pairPictureOf(
  runner: Runner,
  results: PairResults,
  outcome: NumberOutcome,
  { means: wanted, tolerance }: Omit<Over, 'where'>,
  refs: readonly CaseRef[],
  options: AskOptions = {},
): Promise<PairPicture | null> {
  const [a, b] = refs.map((ref) => results.cases.find((one) => isCase(one, ref)))
  if (!a || !b) return null
  // Where one of the two has no such figure there is no difference either.
  const counted = countedFor(outcome, wanted)
  const inBoth = outcome.onlyIf === 'met'
  if (inBoth && [a, b].some(({ summary }) => summary.condition.count === 0)) return null
  const where = isPartial(counted) && overOf(a, counted) === 'all' ? overOf(b, counted) : counted
  const agreeing = tolerance ? await agreeingIn(results.plan, tolerance) : null
  if (agreeing && !(await casesOver(runner, results, outcome, agreeing, options))) return null
  const selection = selectionOf(where, agreeing ?? ALL)
  const request = { a: refOf(a), b: refOf(b), outcome: outcome.id, selection, inBoth }
  const pair = await runner.ask('pair', results, request, options)
  return { ...pair, results, outcome, where, request }
}

export type DriversByStrategy = Readonly<Record<string, readonly Driver[]>>

/** What an outcome goes with, strategy by strategy; null where too few futures agree to tell. */
export async function driversOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  { where, tolerance }: Omit<Over, 'means'>,
  strategies: readonly string[],
  options: AskOptions = {},
): Promise<DriversByStrategy | null> {
  const agreeing = tolerance ? await agreeingIn(results.plan, tolerance) : null
  const over = agreeing && (await casesOver(runner, results, outcome, agreeing, options))
  // Of many ranks over few futures the strongest is chance.
  if (agreeing && (over?.[0]?.summary.trials ?? 0) < HARDLY) return null
  const selection = selectionOf(where, agreeing ?? ALL)
  const found = results.cases
    .filter(({ strategy }) => strategies.includes(strategy))
    .map(async (one) => {
      const request = { case: refOf(one), outcome: outcome.id, selection }
      return [one.strategy, await runner.ask('drivers', results, request, options)] as const
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
