import { fixedPercent, percent } from './percent.ts'
import { valueWithError } from './with-error.ts'

/**
 * A share of futures as a percentage: 23%, under 0.1%, over 99%. Only what is none or all of them is
 * said to be 0% or 100%.
 */
export function chance(fraction: number, error: number | null = null): string {
  return edgeWords(fraction, percent(fraction, error))
}

/** The same to so many decimals, for columns. */
export function fixedChance(fraction: number, decimals = 0): string {
  return edgeWords(fraction, fixedPercent(fraction, decimals))
}

/** The same with its Monte Carlo error, where that leaves it apart from none and all: 23 ± 1%. */
export function chanceWithError(fraction: number, error: number | null): string {
  const text = error === 0 ? chance(fraction) : valueWithError(fraction, error, 'fraction')
  return edgeWords(fraction, text) === text ? text : chance(fraction)
}

/** A text that says none or all of what is neither, put right. */
function edgeWords(fraction: number, text: string): string {
  if (fraction > 0 && /^0(\.0+)?(%| )/.test(text))
    return fraction < 0.0005 ? 'under 0.1%' : 'under 1%'
  if (fraction < 1 && /^100(\.0+)?(%| )/.test(text))
    return fraction > 0.9995 ? 'over 99.9%' : 'over 99%'
  return text
}

/** A chance in words a committee uses: 23 of 100 futures. */
export function ofHundred(fraction: number): string {
  const hundredths = fraction * 100
  if (fraction > 0 && hundredths < 0.5) return 'fewer than 1 of 100'
  if (fraction < 1 && hundredths > 99.5) return 'more than 99 of 100'
  return `${Math.round(hundredths)} of 100`
}

/** Parts of a whole in hundredths that add up to 100, each within one of its share. */
export function hundredths(shares: readonly number[]): number[] {
  const whole = shares.map((share) => Math.floor(share * 100 + 1e-9))
  const rest = shares
    .map((share, index) => ({ index, part: share * 100 - whole[index] }))
    .sort((a, b) => b.part - a.part || a.index - b.index)
  const missing = 100 - whole.reduce((sum, one) => sum + one, 0)
  for (const { index } of rest.slice(0, Math.max(0, missing))) whole[index]++
  return whole
}
