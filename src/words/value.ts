import { growth } from './growth.ts'
import { money } from './money.ts'
import { plain } from './numbers.ts'
import { percent, points } from './percent.ts'

/** Whether a unit is written as percent. */
export function isShare(unit: string): boolean {
  return unit === 'fraction' || unit === 'event'
}

/** A number without the words of its unit: fractions as percentages. */
export function figure(x: number, unit: string, error: number | null = null): string {
  return isShare(unit) || isGrowth(unit) ? percent(x, error) : plain(x, error)
}

/** What has to be said after a `figure`: nothing for fractions. */
export function unitText(unit: string): string {
  if (isGrowth(unit)) return 'a year'
  return isShare(unit) || unit === 'dimensionless' ? '' : unit
}

/** A number with its unit: 25%, $12 bn, 2.3 years, 1,830. */
export function value(x: number, unit: string, error: number | null = null): string {
  if (isShare(unit)) return percent(x, error)
  if (isGrowth(unit)) return growth(x, error)
  if (unit.startsWith('USD bn')) return money(x, error) + perTime(unit)
  return plain(x, error) + wordsAfter(unit)
}

/** A difference of two values of an outcome: fractions in points, everything with its sign. */
export function difference(x: number, unit: string, error: number | null = null): string {
  if (isShare(unit)) return points(x, error)
  if (isGrowth(unit)) return `${points(x, error)} a year`
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

/** What follows a number that is neither money nor a percentage. */
export function wordsAfter(unit: string): string {
  if (unit.startsWith('index') || unit === 'points') return ''
  const words = unitText(unit)
  return words ? ` ${words}` : ''
}

/** A yearly rate, as a fraction. */
function isGrowth(unit: string): boolean {
  return unit === 'fraction per year'
}
