import type { CaseSummary } from '../engine/statistics/index.ts'
import { fixed, fixedChance, fixedPercent, sentences, withError } from '../words/index.ts'
import { type Choice, markOf, marks } from './best.ts'
import { amount, type Cell, type Finding } from './finding.ts'

/** One strategy in one scenario. */
export interface ValueOf {
  readonly id: string
  readonly label: string
  readonly summary: CaseSummary
}

/**
 * What every strategy is worth and risks, beside each other.
 *
 * @param scenario its label
 * @param choice how the best stands against the others; null where it is not known
 */
export function valuesFinding(
  scenario: string,
  strategies: readonly ValueOf[],
  choice: Choice | null = null,
): Finding<readonly ValueOf[]> {
  return {
    id: 'values',
    title: scenario,
    measure: 'NPV is the value to Amazon against not investing, in today’s USD bn.',
    caption: sentences([
      'P10: 10% of futures are below. "Closed" columns count the futures in which the deal closes.',
      choice &&
        `${marks.best.sign} ${marks.best.words}, ${marks.equal.sign} ${marks.equal.words}, ${marks.open.sign} ${marks.open.words}.`,
    ]),
    table: () => ({
      columns: [
        'Strategy',
        'NPV mean ±',
        ...(choice ? [''] : []),
        'closed P10',
        'P50',
        'P90',
        'loses',
        'cash at risk',
        'AWS share',
        'gain (points)',
        'chip advantage',
      ],
      rows: strategies.map((one) => rowOf(one, choice)),
    }),
    marks: strategies,
  }
}

function rowOf({ id, label, summary }: ValueOf, choice: Choice | null): Cell[] {
  const mark = choice && markOf(choice, id)
  const { npv, awsShare, shareGain, peakCashAtRisk, awsChipAdvantage } = summary.outcomes
  const closed = summary.condition.outcomes.npv
  const cash = summary.condition.outcomes.peakCashAtRisk ?? peakCashAtRisk
  return [
    label,
    amount(withError(npv.mean, npv.standardError, 1), npv.mean),
    ...(choice ? [mark ? marks[mark].sign : ''] : []),
    ...(closed
      ? [closed.p10, closed.p50, closed.p90].map((p) => amount(fixed(p, 1), p))
      : ['–', '–', '–']),
    closed ? amount(fixedChance(closed.below0), closed.below0) : '–',
    amount(fixed(cash.mean, 1), cash.mean),
    amount(fixedPercent(awsShare.mean, 1), awsShare.mean),
    amount(fixed(shareGain.mean * 100, 2), shareGain.mean),
    amount(fixedPercent(awsChipAdvantage.mean, 1), awsChipAdvantage.mean),
  ]
}
