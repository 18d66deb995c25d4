import { decimalsOfError, signOf, written } from './digits.ts'
import { dollars } from './money.ts'
import { shownSize, wordsOfUnit } from './units.ts'
import { figure, perTime, wordsAfter } from './value.ts'

/** More decimals than these are nobody's to read. */
const MOST_DECIMALS = 12
/** A picture so wide, in the digits that are shown, needs no more of them than are written anyway. */
const WIDE = 0.02
const WIDE_PERCENT = 20
/** Part of a picture over which what is shown of a logarithm is as good as straight. */
const PART = 0.1

/**
 * A value with the digits its picture can tell apart, without its unit's words: two values that are a
 * twentieth of the picture apart or more always differ. What stands at a tick is written by this.
 *
 * @param width of the picture, in the value's unit
 * @param error standard error of the value, in its unit: digits that are smaller are left out
 */
export function figureIn(
  x: number,
  unit: string,
  width: number,
  error: number | null = null,
): string {
  const words = wordsOfUnit(unit)
  const { percent, open = '', close = '' } = words
  const scale = percent ? 100 : 1
  const size = shownSize(x, words) * scale
  const [before, after] = [-1, 1].map((way) => shownSize(x + (way * PART * width) / 2, words))
  const across = (Math.abs(after - before) * scale) / PART
  // Three digits do unless the picture is a small part of the value.
  const plainly = percent ? across >= WIDE_PERCENT : across >= WIDE && Math.abs(size) < 5 * across
  if (!(across > 0) || plainly) return figure(x, unit, error)
  const needed = Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(Math.log10(20 / across))))
  const known = error !== null && error > 0 ? decimalsOfError(error * scale) : needed
  const text = written(Math.abs(size), Math.min(needed, known))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  return `${/[1-9]/.test(text) ? signOf(size) : ''}${open}${text}${percent ? '%' : close}`
}

/** The same of an outcome, with the words of its unit: $12.4 bn, 24.3%. */
export function valueIn(
  x: number,
  unit: string,
  width: number,
  error: number | null = null,
): string {
  if (!unit.startsWith('USD bn')) return figureIn(x, unit, width, error) + wordsAfter(unit)
  return dollars(x, figureIn(Math.abs(x), unit, width, error)) + perTime(unit)
}
