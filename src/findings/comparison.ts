import type { PairedDifference } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { fixed, fixedChance, withError } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'

/** An outcome, and one case less another in it. */
export interface Compared {
  readonly outcome: NumberOutcome
  readonly difference: PairedDifference
}

/**
 * Two strategies in several outcomes, future by future: the first less the second.
 *
 * @param scenario its label
 */
export function comparisonFinding(
  [first, second]: readonly [string, string],
  scenario: string,
  compared: readonly Compared[],
): Finding {
  return {
    id: `compare-${first}-${second}`,
    title: `${first} less ${second}, future by future: ${scenario}`,
    measure: 'Differences in the unit of each outcome, shares in percentage points.',
    caption: 'Counted: all futures. ± is the error of the paired difference.',
    table: () => ({
      columns: ['', 'mean ±', 'P10', 'P50', 'P90', 'higher', 'lower', 'the same'],
      rows: compared.map(rowOf),
    }),
    marks: null,
  }
}

function rowOf({ outcome: { label, unit }, difference }: Compared) {
  const { mean, standardError, wins, losses, ties, p10, p50, p90 } = difference
  const isShare = unit === 'fraction'
  const scale = isShare ? 100 : 1
  const error = standardError === null ? null : standardError * scale
  return [
    `${label}${isShare ? ' (points)' : ''}`,
    amount(withError(mean * scale, error, 2), mean),
    ...[p10, p50, p90].map((x) => amount(fixed(x * scale, 2), x)),
    ...[wins, losses, ties].map((share) => amount(fixedChance(share, 1), share)),
  ]
}
