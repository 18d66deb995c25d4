import type { DriverBar } from '../analyses/driver-bars.ts'
import type { FactorIndex } from '../analyses/sobol-indices.ts'
import type { Correlation } from '../engine/model.ts'
import { eventSeverities, labelOf } from '../study/model.ts'
import { chanceWithError, count, difference, listed } from '../words/index.ts'
import type { NamedFactor } from './drivers-by-runs-asked.ts'
import { isToldIndex } from './sobol-indices.ts'

/** Beliefs of the swing’s first bars that a method which runs futures of its own must not drop without a word. */
const LEADS = 6
/** Beliefs that a belief moves with and that are named. */
const MOST = 2

/**
 * Beliefs that lead by the swing and are not among the bars of the middle future: each with what it does there
 * and why it is so little.
 *
 * @param leading ids, longest swing first
 * @param shown ids of the bars that are drawn
 */
export function unseenInMiddle(
  leading: readonly string[],
  bars: readonly DriverBar[],
  shown: readonly string[],
  { unit, correlations }: { readonly unit: string; readonly correlations: readonly Correlation[] },
): string[] {
  return missing(leading, shown).map(({ id, place }) => {
    const size = bars.find((bar) => bar.id === id)?.size ?? 0
    const does =
      size === 0 ? 'nothing' : `only ${difference(Math.abs(size), unit).replace(/^\+/, '')}`
    return `${named(id, place)} moves the middle future by ${does}: ${whyLittle(id, size, correlations)}.`
  })
}

function whyLittle(id: string, size: number, correlations: readonly Correlation[]): string {
  const event = eventSeverities.find(([, ...rest]) => rest.some((one) => one === id))?.[0]
  if (event && size === 0) return `it is about “${labelOf(event)}”, which makes no difference there`
  const partners = correlations.flatMap(([a, b, by]) =>
    by === 0 ? [] : a === id ? [b] : b === id ? [a] : [],
  )
  if (partners.length > 0) {
    const names = partners.slice(0, MOST).map((one) => `“${labelOf(one)}”`)
    return `it is moved alone there, without ${listed(names)}, which its swing takes along`
  }
  return 'that is one future, with all else at its middle and no shocks, and most of what it does needs others'
}

/** The same of total indices: those whose factor has no bar. */
export function unseenInTotal(
  leading: readonly string[],
  factors: readonly NamedFactor[],
  indices: readonly FactorIndex[],
  shown: readonly string[],
): string[] {
  const inputs = factors.filter(({ id }) => shown.includes(id)).flatMap((one) => one.inputs)
  return missing(leading, inputs).map(({ id, place }) => {
    const factor = factors.find((one) => one.inputs.includes(id))
    const total = indices.find((one) => one.id === factor?.id)?.total
    const found = total ? chanceWithError(Math.min(1, Math.max(0, total.value)), total.error) : '0%'
    const why = total && isToldIndex(total) ? 'less than on those shown' : 'which may be chance'
    const it = factor && factor.inputs.length > 1 ? 'it and those it moves with' : 'it'
    return `${named(id, place)} has no bar here: ${found} of the variance depends on ${it}, ${why}.`
  })
}

function missing(leading: readonly string[], shown: readonly string[]) {
  return leading
    .slice(0, LEADS)
    .map((id, at) => ({ id, place: at + 1 }))
    .filter(({ id }) => !shown.includes(id))
}

function named(id: string, place: number): string {
  return `“${labelOf(id)}”, number ${count(place)} by swing,`
}
