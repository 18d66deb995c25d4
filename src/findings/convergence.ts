import type { ConvergencePoint } from '../analyses/convergence.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { count, counted, differenceWithError } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'
import type { Rival } from './best.ts'
import { type PrecisionFacts, precisionSentence } from './precision.ts'

/** Errors either way that a band shows. */
const BAND = 2

/** A mean over the first trials, and the band about it. */
export interface Settling {
  readonly trials: number
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** How a lead settled as trials were added, in what it is drawn from. */
export interface ConvergenceMarks {
  readonly points: readonly Settling[]
  /** Sizes below it do not matter; null where nothing was said. */
  readonly negligible: number | null
  /** What line and band are. */
  readonly label: string
}

/** Points with the band about them: two standard errors either way, none for a single trial. */
export function settlingOf(points: readonly ConvergencePoint[]): Settling[] {
  return points.map(({ trials, mean, standardError }) => {
    const reach = BAND * (standardError ?? 0)
    return { trials, mean, low: mean - reach, high: mean + reach }
  })
}

/** What line and band of a settling mean are. */
export const bandLabel = `mean ± ${BAND} errors, by number of trials`

/**
 * Whether more trials would change the choice: how the lead over the rival that is hardest to tell
 * apart settled.
 *
 * @param points above 0 where the best is better
 */
export function convergenceFinding(
  outcome: NumberOutcome,
  facts: PrecisionFacts,
  rival: Rival,
  points: readonly ConvergencePoint[],
): Finding<ConvergenceMarks> {
  const { unit, label, id } = outcome
  const words = (mean: number, error: number | null) => differenceWithError(mean, error, unit)
  const { value, error } = rival.lead
  const settling = settlingOf(points)
  const grey = facts.negligible ? ' Grey: what you call negligible, in Run settings.' : ''
  return {
    id: `convergence-${id}`,
    title: `After ${counted(facts.trials, 'trial')} ${facts.best} leads ${rival.label} by ${words(value, error).replace('+', '')}`,
    measure: `${label}: mean lead in the same futures, by number of trials (${unit === 'fraction' ? 'percentage points' : unit}).`,
    caption: `${precisionSentence(facts)} Band: ${BAND} standard errors either way.${grey}`,
    table: () => ({
      columns: ['Trials', 'Mean lead', `${BAND} errors below`, `${BAND} errors above`],
      rows: settling.map(({ trials, mean, low, high }, index) => [
        amount(count(trials), trials),
        amount(words(mean, points[index].standardError), mean),
        amount(words(low, null), low),
        amount(words(high, null), high),
      ]),
    }),
    marks: { points: settling, negligible: facts.negligible, label: bandLabel },
  }
}
