import type { Settling } from '../../findings/convergence.ts'
import { type Domain, niceDomain } from './fan.ts'

/** Early points swing far beyond what matters: the scale holds those after this share of the trials. */
const EARLY = 0.05

/** A scale that holds 0, what is negligible, and the band once it has settled a little. */
export function settledDomain(points: readonly Settling[], negligible: number | null): Domain {
  const last = points[points.length - 1]?.trials ?? 0
  const late = points.filter(({ trials }) => trials >= EARLY * last)
  const means = points.map(({ mean }) => mean)
  const limits = negligible === null ? [] : [-negligible, negligible]
  const bands = late.flatMap(({ low, high }) => [low, high])
  return niceDomain([...bands, ...means.slice(-1), ...limits, 0], true)
}
