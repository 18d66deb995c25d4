import type { NumberOutcome } from '../engine/model.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'
import { percent, quarterLabel, quarterNumber } from '../words/index.ts'

/**
 * The mean of an outcome that only futures with a deal have, said with the futures it is of: “closes
 * in 2027Q3 on average, of the 61% that close”. Null for an outcome that every future has.
 *
 * @param start the quarter that is counted from, e.g. 2025Q3
 */
export function closingWords(
  outcome: Pick<NumberOutcome, 'id' | 'onlyIf' | 'unit'>,
  { condition }: Pick<CaseSummary, 'condition'>,
  start: string,
): string | null {
  if (outcome.unit !== 'quarters' || outcome.onlyIf !== 'met') return null
  const found = condition.outcomes[outcome.id]
  if (!found || condition.count === 0) return 'never closes'
  if (found.p99 === 0 && found.mean === 0) return 'had closed'
  const quarter = quarterLabel(quarterNumber(start) + Math.round(found.mean))
  const of =
    condition.fraction === 1
      ? 'all of which close'
      : `of the ${percent(condition.fraction)} that close`
  return `closes in ${quarter} on average, ${of}`
}
