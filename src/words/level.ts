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

/**
 * A value of a belief and the interval it surely lies in, which need not reach as far to both sides:
 * 59% (57% to 65%), 9.4% a year (8.5% to 10.3%). The value alone where the interval is none in the
 * digits that count.
 */
export function levelBetween(x: number, low: number, high: number, unit: string): string {
  const [alone, from, to] = [x, low, high].map((one) => value(one, unit, (high - low) / 4))
  if (from === to) return alone
  const after = wordsAfter(unit)
  const bare = (text: string) =>
    after !== '' && text.endsWith(after) ? text.slice(0, -after.length) : text
  return `${alone} (${bare(from)} to ${bare(to)})`
}
