import type { Tolerance } from '../../../models/observed.ts'
import type { PairedDifference } from '../../analyses/pair.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { ALL, type Selection } from '../../engine/selection.ts'
import type { Estimate } from '../../findings/estimates.ts'
import type { Split } from '../../findings/split.ts'
import { statusQuoOf } from '../../findings/status-quo.ts'
import { ranked, type StrategyRow, strategyRows } from '../../findings/strategy-rows.ts'
import { selectionOf } from '../../findings/where.ts'
import { isStruck } from '../../study/index.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import type { AskOptions, Runner } from '../../workers/runner.ts'
import { agreeingIn, casesOver, refOf } from './agreeing.ts'
import { splitsOf } from './pictures.ts'

/** How far the best is ahead of the next, and what its mean is made of. */
export interface LeadPicture {
  readonly results: RunResults
  readonly outcome: NumberOutcome
  /** Those that can be chosen, over the futures that the lead is over, the best first. */
  readonly ranking: readonly StrategyRow[]
  /** Whether it is over the futures that agree with what came alone. */
  readonly ofAgreeing: boolean
  /** The best less the next, future by future; null where there is no next. */
  readonly lead: Estimate | null
  /** The best less the status quo; null where the status quo is the best or the next. */
  readonly overStatusQuo: Estimate | null
  /** The best less the deal that has been struck, future by future; null where it is that, or there is none. */
  readonly against: PairedDifference | null
  readonly split: Split | null
}

/**
 * The lead of the best on average over the next and over the status quo: of all futures or, within a tolerance, of those
 * that agree with what came, and then of no strategy where none does.
 *
 * @param overAll every strategy over all futures, the best first
 */
export async function leadPictureOf(
  runner: Runner,
  results: RunResults,
  outcome: NumberOutcome,
  { overAll, tolerance }: { overAll: readonly StrategyRow[]; tolerance: Tolerance | null },
  options: AskOptions = {},
): Promise<LeadPicture> {
  const agreeing = tolerance ? await agreeingIn(results.plan, tolerance) : null
  const over = agreeing ? await casesOver(runner, results, outcome, agreeing, options) : null
  const ranking = agreeing
    ? ranked(strategyRows({ ...results, cases: over ?? [] }, outcome, 'observed'), outcome.better)
    : overAll
  const caseOf = (id: string | null | undefined) => results.cases.find((one) => one.strategy === id)
  const [best, next] = ranking.map(({ id }) => caseOf(id))
  const quo = caseOf(statusQuoOf(results.plan))
  const means = agreeing ? 'observed' : 'all'
  const selection = selectionOf(means, agreeing ?? ALL)
  const [lead, overStatusQuo, splits, pair] = await Promise.all([
    best && next ? leadOf(runner, results, outcome, { best, next, selection }, options) : null,
    best && quo && quo !== best && quo !== next
      ? leadOf(runner, results, outcome, { best, next: quo, selection }, options)
      : null,
    splitsOf(runner, results, outcome, { means, cases: best ? [best] : [], agreeing }, options),
    best && quo && quo !== best && isStruck(results.plan.vantage)
      ? runner.ask(
          'pair',
          results,
          { a: refOf(best), b: refOf(quo), outcome: outcome.id, selection },
          options,
        )
      : null,
  ])
  const split = best ? (splits[best.strategy] ?? null) : null
  const ofAgreeing = agreeing !== null
  const against = pair?.difference ?? null
  return { results, outcome, ranking, ofAgreeing, lead, overStatusQuo, against, split }
}

async function leadOf(
  runner: Runner,
  results: RunResults,
  { id }: NumberOutcome,
  { best, next, selection }: { best: CaseResults; next: CaseResults; selection: Selection },
  options: AskOptions,
): Promise<Estimate> {
  const wanted = [{ case: refOf(best), less: refOf(next), terms: [[id, 1]] as const, selection }]
  const [lead] = await runner.ask('estimates', results, { wanted }, options)
  return lead
}
