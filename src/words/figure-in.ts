import { written } from './digits.ts'
import { figure, isShare } from './value.ts'

/** More decimals than these no picture tells apart. */
const MOST_DECIMALS = 6

/**
 * A value with the digits its picture can tell apart, without its unit's words.
 *
 * @param width of the picture, in the value's unit
 */
export function figureIn(x: number, unit: string, width: number): string {
  const scale = isShare(unit) ? 100 : 1
  const across = width * scale
  // Three digits do unless the picture is a small part of the value.
  const plainly = isShare(unit) ? across >= 20 : Math.abs(x) < 5 * across
  if (!(across > 0) || plainly) return figure(x, unit)
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(Math.log10(20 / across))))
  const text = written(x * scale, decimals).replace(/(\.\d*?)0+$/, '$1')
  return `${text.replace(/\.$/, '')}${isShare(unit) ? '%' : ''}`
}
