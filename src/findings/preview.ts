import type { CaseSummary } from '../engine/statistics/index.ts'
import type { Estimate } from './estimates.ts'

// While a run is on its way, what is shown is the last whole result and the change that the first
// futures tell of, each compared with itself. It is off the coming result by the error of that change
// alone, and on average not at all.

/** One thing known of all futures before a change, and of the first ones before it and after it. */
export interface Known<T> {
  readonly full: T
  readonly first: T
  readonly now: T
}

/**
 * A mean after a change.
 *
 * @param full over all futures before it
 * @param change over the first futures, each less itself: how far the result is off what all futures
 * will say
 * @returns with its error as a mean: that of both
 */
export function changedMean(full: Estimate, change: Estimate): Estimate {
  const error =
    full.error === null || change.error === null ? null : Math.hypot(full.error, change.error)
  return { value: full.value + change.value, error }
}

/** The same where the change itself is not known with its error: the mean keeps that it had. */
export function changedEstimate({ full, first, now }: Known<Estimate>): Estimate {
  return { value: full.value + (now.value - first.value), error: full.error }
}

export function changedEstimates({
  full,
  first,
  now,
}: Known<readonly Estimate[]>): readonly Estimate[] {
  return full.map((one, i) => changedEstimate({ full: one, first: first[i], now: now[i] }))
}

/** A share after a change: never below nothing or above all. */
export function changedShare({ full, first, now }: Known<number>): number {
  return Math.min(1, Math.max(0, full + (now - first)))
}

/** What is said of a case after a change, of one outcome's mean and of how talks end. */
export function changedSummary(
  { full, first, now }: Known<CaseSummary>,
  outcome: string,
  change: Estimate,
): CaseSummary {
  const old = full.outcomes[outcome]
  const mean = changedMean({ value: old.mean, error: old.standardError }, change)
  const fraction = changedShare({
    full: full.condition.fraction,
    first: first.condition.fraction,
    now: now.condition.fraction,
  })
  return {
    ...full,
    outcomes: {
      ...full.outcomes,
      [outcome]: { ...old, mean: mean.value, standardError: mean.error },
    },
    categories: Object.fromEntries(
      Object.entries(full.categories).map(([id, shares]) => [
        id,
        changedShares({ full: shares, first: first.categories[id], now: now.categories[id] }),
      ]),
    ),
    condition: { ...full.condition, fraction, count: Math.round(fraction * full.trials) },
  }
}

type Shares = Readonly<Record<string, number>>

/** Shares of a whole, which they still add up to. */
function changedShares({ full, first, now }: Known<Shares>): Shares {
  const changed = Object.entries(full).map(
    ([id, share]) =>
      [id, changedShare({ full: share, first: first[id] ?? 0, now: now[id] ?? 0 })] as const,
  )
  const whole = changed.reduce((sum, [, share]) => sum + share, 0)
  return Object.fromEntries(changed.map(([id, share]) => [id, share / whole]))
}
