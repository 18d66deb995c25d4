import type { PairedDifference } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { type RunPlan, strategiesOf } from '../engine/plan.ts'
import { isStruck, statusQuoAt } from '../study/index.ts'
import { fixed, fixedChance, money, valueWithError, withError } from '../words/index.ts'
import type { Estimate } from './estimates.ts'
import { amount, type Finding } from './finding.ts'
import type { StrategyRow } from './strategy-rows.ts'

/**
 * The strategy of a run that goes on with what had been decided by its vantage; null where a deal had
 * been struck and the run has not got it as it was signed.
 */
export function statusQuoOf(plan: Pick<RunPlan, 'vantage' | 'cases'>): string | null {
  return statusQuoAt(plan.vantage, strategiesOf(plan))
}

/** Those that can still be chosen: where a deal has been struck, not having struck it is no choice. */
export function choicesOf(rows: readonly StrategyRow[], vantage: string): StrategyRow[] {
  return rows.filter(({ isReference }) => !(isStruck(vantage) && isReference))
}

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
          ...[wins, losses, ties].map((share) => amount(fixedChance(share), share)),
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
 * @param quo the deal as it was signed, and its mean NPV; null where no strategy is it
 */
export function sunkWords(
  paid: number,
  quo: { readonly label: string; readonly total: Estimate } | null,
): string {
  const spent = `${money(paid)} is spent whatever is chosen now: what counts is`
  const past = 'Against not investing, the verdict on the past,'
  if (!quo) return `${spent} how the strategies differ. ${past} stands in each row.`
  const { value, error } = quo.total
  return `${spent} the difference to “${quo.label}”. ${past} that stands at ${valueWithError(value, error, 'USD bn')}.`
}

/** Of a strategy that asks to pay less than has been paid: USD bn. */
export function paidWords(label: string, asked: number, paid: number): string {
  return `${money(paid)} has been paid, and what is paid is paid: the ${money(asked)} at closing of “${label}” counts as ${money(paid)}.`
}
