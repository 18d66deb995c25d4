import { decimalsOfError, rounded, written } from './digits.ts'
import { dollars } from './money.ts'
import { pointsWord } from './percent.ts'
import { difference, isShare, perTime, signed, value, wordsAfter } from './value.ts'

/** A mean whose error lies below so many of its digits is as good as known. */
const MOST_DIGITS = 5

/** A mean and its Monte Carlo error with its unit, e.g. $12.3 ± 0.4 bn. */
export function valueWithError(x: number, error: number | null, unit: string): string {
  if (isShare(unit)) {
    const digits = both(x * 100, error === null ? null : error * 100)
    return digits === null ? value(x, unit) : `${digits}%`
  }
  if (!unit.startsWith('USD bn')) {
    const digits = both(x, error)
    return digits === null ? value(x, unit) : digits + wordsAfter(unit)
  }
  const digits = both(Math.abs(x), error)
  // A loss that rounds to nothing is none: only the mean's digits decide on its sign.
  const isNothing = digits !== null && !/[1-9]/.test(digits.split(' ')[0])
  return digits === null ? value(x, unit) : dollars(isNothing ? 0 : x, digits) + perTime(unit)
}

/** A mean difference and its error, signed: +0.7 ± 0.2 points, −$3.1 ± 0.1 bn. */
export function differenceWithError(x: number, error: number | null, unit: string): string {
  if (!isShare(unit)) {
    const text = valueWithError(x, error, unit)
    return text.includes('±') ? signed(x, text) : difference(x, unit)
  }
  const [size, its] = [x * 100, error === null ? null : error * 100]
  const digits = both(size, its)
  if (digits === null || its === null) return difference(x, unit)
  // Beyond a hundredth of a point three digits that count are all there are.
  const least = Math.min(0.01, 10 ** (Math.floor(Math.log10(Math.abs(size))) - 2))
  const shown = (its < least && both(size, least)) || digits
  return `${signed(x, shown)} ${pointsWord(shown)}`
}

/** The size of a difference and its error, without a sign: 0.7 ± 0.2 points. */
export function sizeWithError(x: number, error: number | null, unit: string): string {
  return differenceWithError(Math.abs(x), error, unit).replace(/^\+/, '')
}

/** A mean and its error without a unit, to the same decimals: 2.4 ± 0.2; the mean alone where its error is none. */
export function withError(x: number, error: number | null, decimals: number): string {
  return both(x, error) ?? written(x, decimals)
}

/** An error to one digit that counts. */
export function errorDigits(error: number): string {
  return written(error, decimalsOfError(error))
}

/** Null where there is no error to speak of. */
function both(x: number, error: number | null): string | null {
  if (error === null || !(error > 0)) return null
  const decimals = decimalsOfError(error)
  const size = rounded(Math.abs(x), decimals)
  const before = size === 0 ? 0 : Math.floor(Math.log10(size)) + 1
  if (decimals + Math.max(0, before) > MOST_DIGITS) return null
  return `${written(x, decimals)} ± ${errorDigits(error)}`
}
