// What every number on the page and in the command line is written with.

/** A true minus sign: as wide as a plus, and never taken for a dash. */
export const MINUS = '−'

/** Digits that count, where nothing is said of an error. */
const MOST_DIGITS = 3

/** The sign of a number that was written without: nothing for 0 and above. */
export function signOf(x: number): string {
  return x < 0 ? MINUS : ''
}

/**
 * A number to so many decimals, its thousands apart; no sign where all its digits are 0.
 *
 * @param decimals below 0 for tens, hundreds and so on
 */
export function written(x: number, decimals: number): string {
  const shown = rounded(Math.abs(x), decimals)
  const [whole, part] = shown.toFixed(Math.max(0, decimals)).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '')
  return (shown === 0 ? '' : signOf(x)) + text
}

/** Decimals that show at most three digits that count and none below the error; may be negative. */
export function decimalsOf(x: number, error: number | null): number {
  const size = Math.abs(x)
  const most = size === 0 ? 0 : MOST_DIGITS - 1 - Math.floor(Math.log10(size))
  const three = Math.min(3, most)
  if (error === null || error <= 0) return three > 0 ? trimmed(size, three) : 0
  return Math.min(three, decimalsOfError(error))
}

/** Decimals that show the first digit of an error; may be negative. */
export function decimalsOfError(error: number): number {
  return -Math.floor(Math.log10(error) + 1e-9)
}

/** The nearest number of so many decimals. */
export function rounded(x: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(x * scale) / scale
}

/** No zeros at the end where nothing is lost by leaving them out. */
function trimmed(size: number, decimals: number): number {
  let fewest = decimals
  while (fewest > 0 && Math.abs(rounded(size, fewest - 1) - rounded(size, decimals)) < 1e-12) {
    fewest--
  }
  return fewest
}
