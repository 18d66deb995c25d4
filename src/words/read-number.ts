/** The sign that stands before the decimals of a number. */
export type Decimal = '.' | ','

/** More signs than any number has. */
const LONGEST = 80
const GROUP = /[.,'’ \u00A0\u202F\u2009]/.source
const LOOSE = new RegExp(String.raw`^((?:\d|${GROUP})*\d\.?)(e[+−–-]?\d+)?$`, 'i')
const THREES = new RegExp(String.raw`^[1-9]\d{0,2}(${GROUP})\d{3}(\1\d{3})*$`)
/** As written in India: 1,23,456. */
const TWOS = new RegExp(String.raw`^[1-9]\d?(${GROUP})\d\d(\1\d\d)*\1\d{3}$`)
const AROUND =
  /^(\()?([+−–-]?)\s*(?:US)?[$€£]?\s*([+−–-]?)\s*([\d.,].*?)\s*([−–-]?)\s*(%|points?|(?:USD )?bn|)(?: (?:a|per) (?:year|quarter))?(\))?$/

/**
 * The number a text holds where its decimals follow this sign; null where it holds none. Money,
 * percent, points and rates may be written the way the page writes them; a minus may be a dash,
 * stand at the end, or be brackets. Groups of digits are set apart by one sign throughout.
 */
export function readNumber(text: string, decimal: Decimal): number | null {
  const found = text.length > LONGEST ? null : AROUND.exec(text.trim())
  if (!found) return null
  const [, open, first, second, body, last, unit, close] = found
  const signs = [open, first, second, last].filter(Boolean)
  if (signs.length > 1 || Boolean(open) !== Boolean(close)) return null
  const size = readDigits(body, decimal)
  if (size === null) return null
  const scaled = /^[%p]/.test(unit) ? hundredth(size) : size
  return signs.length === 0 || signs[0] === '+' ? scaled : -scaled
}

/** A hundredth, without the digits that dividing adds. */
export function hundredth(x: number): number {
  return Number((x / 100).toPrecision(15))
}

function readDigits(body: string, decimal: Decimal): number | null {
  const [, digits, power = ''] = LOOSE.exec(body) ?? []
  const [whole, part = '', ...more] = digits?.split(decimal) ?? []
  if (whole === undefined || more.length > 0 || !/^\d*$/.test(part)) return null
  const isPlain = /^\d*$/.test(whole)
  if (!isPlain && !THREES.test(whole) && !TWOS.test(whole)) return null
  const x = Number(`${whole.replace(/\D/g, '')}.${part}0${power.replace(/[−–]/, '-')}`)
  // Too large or too small to be held is no number, and neither infinity nor 0.
  return Number.isFinite(x) && (x !== 0 || !/[1-9]/.test(digits)) ? x : null
}
