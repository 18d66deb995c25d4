import { signOf } from './digits.ts'
import { money } from './money.ts'
import { plain } from './numbers.ts'
import { percent, points } from './percent.ts'
import { shownSize, wordsOfUnit } from './units.ts'

/** Whether a unit is written as percent. */
export function isShare(unit: string): boolean {
  return unit === 'fraction' || unit === 'event'
}

/** A number without the words of its unit: fractions as percentages. */
export function figure(x: number, unit: string, error: number | null = null): string {
  const words = wordsOfUnit(unit)
  const size = shownSize(x, words)
  if (words.percent) return percent(size, error)
  const { open, close = '' } = words
  if (open === undefined) return plain(size, error) + close
  const digits = plain(Math.abs(size), error)
  return `${/[1-9]/.test(digits) ? signOf(size) : ''}${open}${digits}${close}`
}

/** What has to be said after a `figure`: nothing for fractions. */
export function unitText(unit: string): string {
  if (unit === 'points' || unit.startsWith('index')) return unit
  return wordsOfUnit(unit).after ?? ''
}

/** A number with its unit: 25%, 9.2% a year, $12 bn, 2.3 years, 1,830. */
export function value(x: number, unit: string, error: number | null = null): string {
  if (unit.startsWith('USD bn')) return money(x, error) + perTime(unit)
  const { spread } = wordsOfUnit(unit)
  return (spread ? '±' : '') + figure(x, unit, error) + wordsAfter(unit)
}

/** A difference of two values of an outcome: fractions in points, everything with its sign. */
export function difference(x: number, unit: string, error: number | null = null): string {
  if (isLinearPercent(unit)) return points(x, error) + wordsAfter(unit)
  return signed(x, value(x, unit, error))
}

/** A text of a number with the plus of one that is above 0, unless all its digits are 0. */
export function signed(x: number, text: string): string {
  return x > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** What follows an amount of money that comes again and again. */
export function perTime(unit: string): string {
  const again = /^USD bn per (year|quarter)$/.exec(unit)
  return again ? ` a ${again[1]}` : ''
}

/** What follows a number that is no money. */
export function wordsAfter(unit: string): string {
  const words = wordsOfUnit(unit).after ?? ''
  return words ? ` ${words}` : ''
}

function isLinearPercent(unit: string): boolean {
  const { percent: isPercent, logOf } = wordsOfUnit(unit)
  return isPercent === true && logOf === undefined
}
