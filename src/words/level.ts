import { shownSize, wordsOfUnit } from './units.ts'
import { value, wordsAfter } from './value.ts'
import { valueWithError, withError } from './with-error.ts'

/**
 * A value of a belief and its error, in the unit people read it in: 4.1 ± 0.3% a year, $3.2 ± 0.1 bn.
 * The value alone where its error is none, or is not known.
 */
export function levelWithError(x: number, error: number | null, unit: string): string {
  const alone = value(x, unit, error)
  if (error === null || !(error > 0)) return alone
  if (unit.startsWith('USD bn')) return valueWithError(x, error, unit)
  const words = wordsOfUnit(unit)
  const [shown, low, high] = [x, x - error, x + error].map((one) => shownSize(one, words))
  const scale = words.percent ? 100 : 1
  const digits = withError(shown * scale, (Math.abs(high - low) / 2) * scale, 0)
  if (!digits.includes('±')) return alone
  const { open = '', close = '' } = words
  return `${open}${digits}${words.percent ? '%' : close}${wordsAfter(unit)}`
}
