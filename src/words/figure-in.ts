import { signOf, written } from './digits.ts'
import { shownSize, wordsOfUnit } from './units.ts'
import { figure } from './value.ts'

/** More decimals than these no picture tells apart. */
const MOST_DECIMALS = 6

/**
 * A value with the digits its picture can tell apart, without its unit's words.
 *
 * @param width of the picture, in the value's unit
 */
export function figureIn(x: number, unit: string, width: number): string {
  const words = wordsOfUnit(unit)
  const { percent, open = '', close = '' } = words
  const scale = percent ? 100 : 1
  const size = shownSize(x, words) * scale
  const across = Math.abs(shownSize(x + width / 2, words) - shownSize(x - width / 2, words)) * scale
  // Three digits do unless the picture is a small part of the value.
  const plainly = percent ? across >= 20 : Math.abs(size) < 5 * across
  if (!(across > 0) || plainly) return figure(x, unit)
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(Math.log10(20 / across))))
  const text = written(Math.abs(size), decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  return `${/[1-9]/.test(text) ? signOf(size) : ''}${open}${text}${percent ? '%' : close}`
}
