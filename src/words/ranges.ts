import { numberIn, typedIn } from './typed-in.ts'
import { MINUS } from './digits.ts'
import { dollars } from './money.ts'
import { wordsOfUnit } from './units.ts'
import { perTime, value, wordsAfter } from './value.ts'

/** So many steps of a range of all there is are told apart by hand. */
const STEPS = 200

/**
 * An end of a range that was drawn by hand, as a round number: its words say no other.
 *
 * @param width of all there is, in the same unit
 */
export function roundEnd(x: number, unit: string, width: number): number {
  if (!(width > 0)) return x
  const power = 10 ** Math.floor(Math.log10(width / STEPS))
  const step = power * ([1, 2, 5].find((one) => one * power >= width / STEPS) ?? 10)
  const round = Number((Math.round(x / step) * step).toPrecision(12)) + 0
  if (wordsOfUnit(unit).logOf === undefined) return round
  const said = numberIn(value(round, unit), unit)
  return typeof said === 'number' ? said : round
}

/** A number with its unit in all of its digits: what is typed must come back as it was. */
export function exactValue(x: number, unit: string): string {
  const text = value(x, unit)
  if (numberIn(text, unit) === x) return text
  const digits = typedIn(x, unit)
  if (unit.startsWith('USD bn')) return dollars(x, digits.replace(MINUS, '')) + perTime(unit)
  return (wordsOfUnit(unit).spread ? '±' : '') + digits + wordsAfter(unit)
}

/** A range in words, to be said after “is”: at least 18% a year, from $2 bn to $5 bn; null is no end. */
export function rangeWords(low: number | null, high: number | null, unit: string): string {
  if (low !== null && low === high) return exactValue(low, unit)
  if (low !== null && high !== null) {
    // The words of the unit are said once.
    const first = exactValue(low, unit)
    const after = wordsAfter(unit)
    const bare = after !== '' && first.endsWith(after) ? first.slice(0, -after.length) : first
    return `from ${bare} to ${exactValue(high, unit)}`
  }
  if (low !== null) return `at least ${exactValue(low, unit)}`
  return high === null ? 'anything' : `at most ${exactValue(high, unit)}`
}
