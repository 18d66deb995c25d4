import { MINUS } from './digits.ts'
import { count } from './numbers.ts'
import { hundredth, readNumber } from './read-number.ts'
import { unitText } from './value.ts'

/** What a field says of the number in it. */
export interface NumberField {
  /** The unit of its number; the text may end with its words. */
  readonly unit?: string
  /** It takes whole numbers alone. */
  readonly whole?: boolean
  /** It writes its number as percent itself, as in 30%. */
  readonly percent?: boolean
}

/** What may be typed where a field writes percent. */
export const PERCENT_HELP = '30, 30% and 0.3 are the same: above 1 it is percent, below 1 a share.'

/**
 * The number a text holds; the text itself where it holds none, or where `askOf` has to ask which.
 *
 * A field reads what the page writes: a point before decimals, commas between thousands. What that
 * cannot be is read the other way round: "0,5" is 0.5, "1.250,5" and "1 250,5" are 1250.5. So
 * "1,250" is 1250 and "1.250" is 1.25, but for a field that takes whole numbers: there a point
 * before three digits is as likely to part thousands, and the field asks.
 *
 * Where a field writes percent, a number without a percent sign is percent where its size is above 1
 * and a share where it is below; of 1 the field asks.
 */
export function numberOf(text: string, field: NumberField = {}): number | string {
  const found = readingsOf(text, field)
  return found.length === 1 ? found[0] : text
}

/** What to ask where a text can be read as two numbers; null where it cannot. */
export function askOf(text: string, field: NumberField = {}): string | null {
  const found = readingsOf(text, field)
  if (found.length < 2) return null
  const said = (x: number) => (field.percent ? `${shareText(x)}%` : typedText(x))
  const good = found.filter((x) => !field.whole || Number.isInteger(x))
  const [one, other] = found.map(said)
  return `“${text.trim()}” can be read as ${one} or as ${other}: write ${good.map(said).join(' or ')}`
}

/** What is wrong with a number that was typed, by the text it was typed as where it is none. */
export function saidOfTyped(
  problem: string | null,
  text: string,
  field: NumberField = {},
): string | null {
  if (problem === null) return null
  return (
    askOf(text, field) ?? problem.replace(/\bgot NaN\b/, () => `got ${text.trim() || 'nothing'}`)
  )
}

/** The share a text holds where percent stands beside its field: "10" and "10%" are 0.1. */
export function shareOf(text: string): number | string {
  const number = numberOf(text.replace(/%|points?/, ''))
  return typeof number === 'number' ? hundredth(number) : text
}

/** A share as it is typed in percent. */
export function shareText(share: number): string {
  return String(Number((share * 100).toPrecision(12)))
}

function readingsOf(text: string, { unit, whole, percent }: NumberField): number[] {
  // Another currency is another number.
  if (/[€£]/.test(text)) return []
  const bare = withoutUnit(text.trim(), unit)
  const point = readNumber(bare, '.')
  const comma = readNumber(bare, ',')
  const found = point ?? comma
  if (found === null) return []
  if (percent && !/[%p]/.test(bare)) {
    const size = Math.abs(found)
    return size === 1 ? [hundredth(found), found] : [size > 1 ? hundredth(found) : found]
  }
  const isOpen = whole && comma !== null && comma !== found && bare.includes('.')
  return isOpen ? [found, comma] : [found]
}

function withoutUnit(text: string, unit = ''): string {
  const words = unitText(unit)
  return words !== '' && text.endsWith(` ${words}`) ? text.slice(0, -words.length) : text
}

function typedText(x: number): string {
  return Number.isInteger(x) ? count(x) : String(x).replace('-', MINUS)
}
