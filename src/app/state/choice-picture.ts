import type { Tolerance } from '../../../models/observed.ts'
import type { Flip } from '../../analyses/flips.ts'
import type { PairedDifference } from '../../analyses/pair.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { ALL, CLOSES, type Selection } from '../../engine/selection.ts'
import { type Choice, choiceOf, type Limits, type Rival } from '../../findings/best.ts'
import { apart } from '../../findings/estimates.ts'
import { rivalsFrom, topLeadsWanted } from '../../findings/leads.ts'
import { limitsOf } from '../../findings/limits.ts'
import { statusQuoOf } from '../../findings/status-quo.ts'
import { ranked, type StrategyRow, strategyRows } from '../../findings/strategy-rows.ts'
import type { Tail, Verdict } from '../../findings/verdict.ts'
import { type VerdictAnswers, verdictFor } from '../../findings/verdict-facts.ts'
import { agreeingHeadline } from '../../findings/where.ts'
import { isStruck } from '../../study/index.ts'
import { assumptions, HEADLINE } from '../../study/model.ts'
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
  /** What each deal does where it closes, by strategy; none of other outcomes than the headline. */
  readonly tails: Readonly<Record<string, Tail>>
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
  const { trials, plan } = results
  const limits = limitsOf({ trials, sampling: plan.sampling }, outcome, negligible)
  return { ...picture, limits, choice: choiceOf(top, outcome.better, rivals, limits) }
}

/** The verdict on what was judged; null where nothing is to be said of a first picture yet. */
export function verdictOn(
  judged: Judged,
  answers: Pick<VerdictAnswers, 'flip' | 'drivers' | 'where'>,
): Verdict | null {
  const { outcome, ranking, ofAgreeing, against, tails, choice, limits, results } = judged
  // A first picture is judged only where it is beyond doubt.
  if (results.digest === null && choice.kind !== 'best') return null
  const { plan } = results
  const struck = isStruck(plan.vantage) ? statusQuoOf(plan) : null
  const facts = { ...answers, against, tails }
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
  }: { study: string; overAll: readonly StrategyRow[]; tolerance: Tolerance | null },
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
  const wanted = topLeadsWanted(cases.map(refOf), outcome.id, selection)
  const [found, tails, pair] = await Promise.all([
    wanted.length > 0 ? runner.ask('estimates', results, { wanted }, options) : [],
    outcome.id === HEADLINE && !isSunk ? tailsOf(runner, results, ranking, agreeing, options) : {},
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
  return { study, results, outcome, ranking, ofAgreeing, rivals, against, tails }
}

/** What the deals among some strategies do where they close. */
async function tailsOf(
  runner: Runner,
  results: RunResults,
  ranking: readonly StrategyRow[],
  agreeing: Selection | null,
  options: AskOptions,
): Promise<Readonly<Record<string, Tail>>> {
  const deals = ranking.filter(({ summary }) => summary.condition.count > 0)
  if (deals.length === 0) return {}
  const closes: Selection = agreeing ? { kind: 'and', parts: [agreeing, CLOSES] } : CLOSES
  const refs = casesOf(results, deals).map(refOf)
  const closed = deals.map(({ summary }) => summary.condition.outcomes[HEADLINE])
  const wanted = refs.map((ref, i) => ({
    case: ref,
    terms: [[HEADLINE, 1] as const],
    selection: {
      kind: 'and',
      parts: [
        closes,
        {
          kind: 'between',
          of: { outcome: HEADLINE },
          low: -Number.MAX_VALUE,
          high: closed[i].p90,
        },
      ],
    } satisfies Selection,
  }))
  const asked = { cases: refs, outcome: HEADLINE, selection: closes, quantiles: [0.5], targets: [] }
  const [withoutTop, readings] = await Promise.all([
    runner.ask('estimates', results, { wanted }, options),
    runner.ask('readings', results, asked, options),
  ])
  return Object.fromEntries(
    deals.map(({ id, summary }, i): [string, Tail] => [
      id,
      {
        closed: summary.condition.count,
        loses: closed[i].below0,
        median: readings[i].quantiles[0],
        p90: closed[i].p90,
        mean: { value: closed[i].mean, error: closed[i].standardError },
        withoutTop: withoutTop[i],
      },
    ]),
  )
}

/** The belief that would flip the choice, over all futures; null where none is known to. */
export async function flipIn(
  runner: Runner,
  { results, outcome, ranking }: ChoicePicture,
  options: AskOptions = {},
): Promise<Flip | null> {
  if (ranking.length < 2) return null
  const inputs = assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)
  const cases = casesOf(results, ranking).map(refOf)
  const sign = outcome.better === 'lower' ? -1 : 1
  const request = { cases, outcome: outcome.id, sign, inputs } as const
  return runner.ask('flips', results, request, { ...options, priority: -1 })
}

function casesOf({ cases }: RunResults, strategies: readonly StrategyRow[]): CaseResults[] {
  return strategies.flatMap(({ id }) => cases.find(({ strategy }) => strategy === id) ?? [])
}
