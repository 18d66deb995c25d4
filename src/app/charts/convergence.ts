import { type Domain, niceDomain } from './fan.ts'

/** A mean over the first trials, and its standard error; null for one trial. */
export interface Settling {
  readonly trials: number
  readonly mean: number
  readonly standardError: number | null
}

/** Errors either way that a band shows. */
export const BAND = 2

/** Early points swing far beyond what matters: the scale holds those after this share of the trials. */
const EARLY = 0.05

/** The band about a point. */
export function bandAt({ mean, standardError }: Settling): Domain {
  const reach = BAND * (standardError ?? 0)
  return [mean - reach, mean + reach]
}

/** A scale that holds 0, what is negligible, and the band once it has settled a little. */
export function settledDomain(points: readonly Settling[], negligible: number | null): Domain {
  const last = points[points.length - 1]?.trials ?? 0
  const late = points.filter(({ trials }) => trials >= EARLY * last)
  const means = points.map(({ mean }) => mean)
  const limits = negligible === null ? [] : [-negligible, negligible]
  return niceDomain([...late.flatMap(bandAt), ...means.slice(-1), ...limits, 0], true)
}
