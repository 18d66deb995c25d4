import { decimalsOf, signOf, written } from './digits.ts'
import { plain } from './numbers.ts'

/** A fraction as a percentage: 23%, 0.4%, under 0.1%. */
export function percent(fraction: number, error: number | null = null): string {
  const x = fraction * 100
  if (x !== 0 && Math.abs(x) < 0.05 && error === null) return `under ${signOf(x)}0.1%`
  const most = Math.abs(x) < 10 ? 1 : 0
  const decimals = error === null ? most : Math.min(most, decimalsOf(x, error * 100))
  return `${written(x, decimals).replace(/\.0+$/, '')}%`
}

/** A fraction as a percentage to so many decimals, for columns: 23.0%. */
export function fixedPercent(fraction: number, decimals = 0): string {
  return `${written(fraction * 100, decimals)}%`
}

/** A change of a fraction, in percentage points: +1.2 points. */
export function points(fraction: number, error: number | null = null): string {
  const x = fraction * 100
  // A hundredth of a point is more than anyone needs.
  const text = plain(x, Math.max(0.01, (error ?? 0) * 100))
  return `${x > 0 && text !== '0' ? '+' : ''}${text} ${pointsWord(text)}`
}

/** One point, two points. */
export function pointsWord(digits: string): string {
  return /^[+−]?1(\.0+)?$/.test(digits) ? 'point' : 'points'
}
