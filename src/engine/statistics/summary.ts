import type { Replicate } from '../sampling/design.ts'
import { chosenOf, meanWithError, type MeanWithError } from './mean.ts'
import { varianceOf } from './moments.ts'
import { Selector } from './select.ts'

/** The quantiles of an outcome, by field name. P10 means that 10% of futures are below. */
export const quantileFields = {
  p1: 0.01,
  p5: 0.05,
  p10: 0.1,
  p25: 0.25,
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
} as const
export type QuantileField = keyof typeof quantileFields

const names = Object.keys(quantileFields)
const ps = Object.values(quantileFields)
const selector = new Selector()

/** What is said of one number over many trials. Never NaN. */
export interface NumberSummary extends Readonly<Record<QuantileField, number>> {
  readonly mean: number
  /** Monte Carlo error of the mean, right for the design; null for one trial. */
  readonly standardError: number | null
  /** Null for one trial. */
  readonly standardDeviation: number | null
  /** Shares of trials below 0, and at 0 exactly. */
  readonly below0: number
  readonly at0: number
}

/**
 * Summarises one number over all trials.
 *
 * @param values by trial, at least one, finite
 * @param replicate which trials are one independent repetition of the design
 */
export function summarise(values: Float64Array, replicate: Replicate): NumberSummary {
  const mean = meanWithError(values, replicate)
  if (!mean) throw new Error('no trial is there to be summarised')
  return describe(values, mean)
}

/**
 * Summarises one number over the trials of a mask.
 *
 * @param mask 1 where a trial counts
 * @returns null where none counts
 */
export function summariseWhere(
  values: Float64Array,
  mask: Uint8Array,
  replicate: Replicate,
): NumberSummary | null {
  const mean = meanWithError(values, replicate, mask)
  return mean && describe(chosenOf(values, mask), mean)
}

function describe(values: Float64Array, { mean, standardError }: MeanWithError): NumberSummary {
  let below = 0
  let zero = 0
  for (const value of values) {
    if (value < 0) below++
    else if (value === 0) zero++
  }
  const found = selector.quantiles(values, ps)
  const quantiles = names.map((id, index) => [id, found[index]])
  return {
    mean,
    standardError,
    standardDeviation: values.length < 2 ? null : Math.sqrt(varianceOf(values, mean)),
    ...(Object.fromEntries(quantiles) as Record<QuantileField, number>),
    below0: below / values.length,
    at0: zero / values.length,
  }
}
