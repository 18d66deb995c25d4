import type { PairedDifference } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { fixed, fixedPercent, money, withError } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'

/** A strategy, and what it is worth more than the status quo. */
export interface AgainstQuo {
  readonly label: string
  readonly difference: PairedDifference
}

/**
 * Strategies against the one that goes on with what has been decided, future by future.
 *
 * @param quo the label of that one
 * @param scenario its label
 */
export function statusQuoFinding(
  quo: string,
  scenario: string,
  { label, unit }: NumberOutcome,
  compared: readonly AgainstQuo[],
): Finding {
  return {
    id: 'against-status-quo',
    title: `${label} less that of “${quo}”, future by future: ${scenario}`,
    measure: `Differences in ${label} (${unit}).`,
    caption: 'Counted: all futures. ± is the error of the paired difference.',
    table: () => ({
      columns: ['Strategy', 'mean ±', 'P10', 'P50', 'P90', 'better', 'worse', 'the same'],
      rows: compared.map(({ label: strategy, difference }) => {
        const { mean, standardError, wins, losses, ties, p10, p50, p90 } = difference
        return [
          strategy,
          amount(withError(mean, standardError, 2), mean),
          ...[p10, p50, p90].map((x) => amount(fixed(x, 2), x)),
          ...[wins, losses, ties].map((share) => amount(fixedPercent(share, 0), share)),
        ]
      }),
    }),
    marks: null,
  }
}

/**
 * Where money is sunk: what counts now, and what net present value still says.
 *
 * @param paid USD bn
 */
export function sunkWords(quo: string, paid: number): string {
  return `${money(paid)} is spent under every strategy but not investing: what counts now is the difference to “${quo}”. Against not investing is the verdict on the past.`
}
