import { tickStep } from 'd3'
import { figure } from '../../words/numbers.ts'

/** A step people count in (1, 2 or 5 times a power of ten), about a hundredth of a range. */
export function stepOf(low: number, high: number): number {
  if (!(high > low)) return 1
  return Number(tickStep(low, high, 100).toPrecision(3))
}

/**
 * A value of a belief with the digits its picture can tell apart, without its unit's words.
 *
 * @param width of the picture, in the value's unit
 */
export function figureIn(x: number, unit: string, width: number): string {
  const scale = unit === 'fraction' ? 100 : 1
  const size = Math.abs(x) * scale
  const across = width * scale
  // Three digits do unless the picture is a small part of the value.
  const plainly = unit === 'fraction' ? across >= 20 : size < 5 * across
  if (!(across > 0) || plainly) return figure(x, unit)
  const decimals = Math.min(6, Math.max(0, Math.ceil(Math.log10(20 / across))))
  const digits = (size < 5e-7 ? 0 : size).toFixed(decimals).replace(/(\.\d*?)0+$/, '$1')
  const text = digits.replace(/\.$/, '').replace(/\B(?=(\d{3})+(\.|$))(?<!\.\d*)/g, ',')
  return `${x < 0 && Number(digits) !== 0 ? '−' : ''}${text}${scale === 100 ? '%' : ''}`
}
