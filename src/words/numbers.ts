import { decimalsOf, written } from './digits.ts'

/** A whole number with its thousands apart: 10,000. */
export function count(n: number): string {
  return written(n, 0)
}

/** So many of what is named in the singular: 1 trial, 2 trials. */
export function counted(n: number, one: string): string {
  return `${count(n)} ${one}${n === 1 ? '' : 's'}`
}

/**
 * A number to three digits that count, or to fewer where its error is larger than they are.
 *
 * @param error its standard error; digits that are smaller are left out
 */
export function plain(x: number, error: number | null = null): string {
  return written(x, decimalsOf(x, error))
}

/** A number to so many decimals, for columns whose digits stand under each other: −0.40. */
export function fixed(x: number, decimals: number): string {
  return written(x, Math.max(0, decimals))
}

/** A size that may be next to nothing, to two digits: 0, 3e-12, 1.4e-7. */
export function tiny(x: number): string {
  return x === 0 ? '0' : x.toExponential(1).replace('.0e', 'e')
}

/** A number as it was drawn, to so many digits, for those who work it out again. */
export function exactly(x: number, digits: number): string {
  const text = Number.isInteger(x) ? String(x) : x.toPrecision(digits)
  return text.replace(/^-/, '−')
}
