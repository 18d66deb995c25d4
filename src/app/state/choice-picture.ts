import type { Tolerance } from '../../../models/observed.ts'
import type { ChoiceFlips } from '../../analyses/choice-flips.ts'
import type { PairedDifference } from '../../analyses/pair.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { ALL, CLOSES, type Selection } from '../../engine/selection.ts'
import { type Choice, choiceOf, type Limits, type Rival } from '../../findings/best.ts'
import { choiceFlipsAsked } from '../../findings/choice-flips-asked.ts'
import { apart } from '../../findings/estimates.ts'
import { rivalsFrom, topLeadsWanted } from '../../findings/leads.ts'
import { limitsOf } from '../../findings/limits.ts'
import { statusQuoOf } from '../../findings/status-quo.ts'
import { ranked, type StrategyRow, strategyRows } from '../../findings/strategy-rows.ts'
import type { Tail, Verdict } from '../../findings/verdict.ts'
import { type VerdictAnswers, verdictFor } from '../../findings/verdict-facts.ts'
import { agreeingHeadline, selectionOf, type Where } from '../../findings/where.ts'
import { isStruck } from '../../study/index.ts'
import { HEADLINE } from '../../study/model.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import type { AskOptions, Runner } from '../../workers/runner.ts'
import { agreeingIn, casesOver, refOf } from './agreeing.ts'

/** How far the best on average is ahead of every other, and what is to be said of it. */
export interface ChoicePicture {
  /** Id of the study it was asked for. */
  readonly study: string
  readonly results: RunResults
  readonly outcome: NumberOutcome
  /** Those that can be chosen, over the futures that the leads are over, the best first. */
  readonly ranking: readonly StrategyRow[]
  /** Whether it is over the futures that agree with what came alone. */
  readonly ofAgreeing: boolean
  /** The others, in the order of the ranking. */
  readonly rivals: readonly Rival[]
  /** The best less the deal that has been struck, future by future; null where it is that, or there is none. */
  readonly against: PairedDifference | null
  /** What each deal does in the futures that rows count, by strategy; none of other outcomes than the headline. */
  readonly tails: Readonly<Record<string, Tail>>
  readonly tailsWhere: Where
}

/** The choice, and what it was found from. */
export interface Judged extends ChoicePicture {
  readonly limits: Limits
  readonly choice: Choice
}

/**
 * The picture held against what a study calls negligible; null where no strategy is in it.
 *
 * @param negligible USD bn
 */
export function judgedBy(picture: ChoicePicture, negligible: number): Judged | null {
  const [top] = picture.ranking
  if (!top) return null
  const { results, outcome, rivals } = picture
  const { plan } = results
  // Of those that agree there are fewer, and their error is known less well.
  const trials = picture.ofAgreeing ? top.summary.trials : results.trials
  const limits = limitsOf({ trials, sampling: plan.sampling }, outcome, negligible)
  return { ...picture, limits, choice: choiceOf(top, outcome.better, rivals, limits) }
}

/** The verdict on what was judged; null where nothing is to be said of a first picture yet. */
export function verdictOn(
  judged: Judged,
  answers: Pick<VerdictAnswers, 'flips' | 'drivers' | 'where'>,
): Verdict | null {
  const { outcome, ranking, ofAgreeing, choice, limits, results } = judged
  // A first picture is judged only where it is beyond doubt.
  if (results.digest === null && choice.kind !== 'best') return null
  const { plan } = results
  const struck = isStruck(plan.vantage) ? statusQuoOf(plan) : null
  const { against, tails, tailsWhere } = judged
  const facts = { ...answers, against, tails, tailsWhere }
  const verdict = verdictFor(outcome, ranking, choice, { struck, limits }, facts)
  return ofAgreeing ? { ...verdict, headline: agreeingHeadline(verdict.headline) } : verdict
}

/**
 * How the best on average stands against every other: over all futures or, within a tolerance, over
 * those that agree with what came, and then of no strategy where none does.
 *
 * @param overAll every strategy over all futures, the best first
 */
export async function choicePictureOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  {
    study,
    overAll,
    tolerance,
    where,
  }: {
    study: string
    overAll: readonly StrategyRow[]
    tolerance: Tolerance | null
    where: Where
  },
  options: AskOptions = {},
): Promise<ChoicePicture> {
  const agreeing = tolerance ? await agreeingIn(results.plan, tolerance) : null
  const over = agreeing ? await casesOver(runner, results, outcome, agreeing, options) : null
  const ranking = agreeing
    ? ranked(strategyRows({ ...results, cases: over ?? [] }, outcome, 'observed'), outcome.better)
    : overAll
  const cases = casesOf(results, ranking)
  const [best] = cases
  const quo = results.cases.find(({ strategy }) => strategy === statusQuoOf(results.plan))
  const isSunk = isStruck(results.plan.vantage)
  const selection = agreeing ?? ALL
  const tailsWhere = where === 'observed' ? 'condition' : where
  const tailsOver: Selection = agreeing
    ? { kind: 'and', parts: [agreeing, CLOSES] }
    : selectionOf(tailsWhere)
  const wanted = topLeadsWanted(cases.map(refOf), outcome.id, selection)
  const [found, tails, pair] = await Promise.all([
    wanted.length > 0 ? runner.ask('estimates', results, { wanted }, options) : [],
    outcome.id === HEADLINE && !isSunk ? tailsOf(runner, results, ranking, tailsOver, options) : {},
    best && quo && quo !== best && isSunk
      ? runner.ask(
          'pair',
          results,
          { a: refOf(best), b: refOf(quo), outcome: outcome.id, selection },
          options,
        )
      : null,
  ])
  const others = ranking.slice(1)
  // What each has in futures of its own cannot be paired.
  const leads =
    outcome.onlyIf === 'met' ? others.map(({ mean }) => apart(ranking[0].mean, mean)) : found
  const rivals = rivalsFrom(others, leads, outcome.better)
  const against = pair?.difference ?? null
  const ofAgreeing = agreeing !== null
  return { study, results, outcome, ranking, ofAgreeing, rivals, against, tails, tailsWhere }
}

/** Of fewer closings nothing is said. */
const FEWEST = 20

/** What the deals among some strategies do in the futures that a row counts, or where they close. */
async function tailsOf(
  runner: Runner,
  results: RunResults,
  ranking: readonly StrategyRow[],
  selection: Selection,
  options: AskOptions,
): Promise<Readonly<Record<string, Tail>>> {
  const deals = ranking.filter(({ summary }) => summary.condition.count >= FEWEST)
  if (deals.length === 0) return {}
  const cases = casesOf(results, deals).map(refOf)
  const targets = [{ at: 0, side: 'atLeast' as const }]
  const readings = await runner.ask(
    'readings',
    results,
    { cases, outcome: HEADLINE, selection, quantiles: [0.5, 0.9], targets },
    options,
  )
  const below = (high: number): Selection => ({
    kind: 'between',
    of: { outcome: HEADLINE },
    low: -Number.MAX_VALUE,
    high,
  })
  const wanted = cases.flatMap((one, i) => {
    const top = below(readings[i].quantiles[1].value)
    const within = [selection, { kind: 'and', parts: [selection, top] } satisfies Selection]
    return within.map((of) => ({ case: one, terms: [[HEADLINE, 1] as const], selection: of }))
  })
  const means = await runner.ask('estimates', results, { wanted }, options)
  return Object.fromEntries(
    deals.map(({ id }, i): [string, Tail] => {
      const { quantiles, chances } = readings[i]
      const loses = { value: 1 - chances[0].value, error: chances[0].error }
      const [median, p90] = quantiles
      const [mean, withoutTop] = means.slice(2 * i, 2 * i + 2)
      return [id, { loses, median, p90: p90.value, mean, withoutTop }]
    }),
  )
}

/** What would flip the choice, over all futures; null where nothing can. */
export async function flipsIn(
  runner: Runner,
  { results, outcome, ranking }: ChoicePicture,
  options: AskOptions = {},
): Promise<ChoiceFlips | null> {
  const cases = casesOf(results, ranking)
  const choices = ranking.map(({ id }) => id)
  const request = choiceFlipsAsked(cases, choices, outcome)
  return request && runner.ask('choiceFlips', results, request, { ...options, priority: -1 })
}

function casesOf({ cases }: RunResults, strategies: readonly StrategyRow[]): CaseResults[] {
  return strategies.flatMap(({ id }) => cases.find(({ strategy }) => strategy === id) ?? [])
}
