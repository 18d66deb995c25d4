// How numbers are written for people: at most three digits that count, none beyond the Monte Carlo
// error, the same in every browser and language.

const MINUS = '−'

/** A whole number with its thousands apart: 10,000. */
export function count(n: number): string {
  const digits = String(Math.round(Math.abs(n)))
  return sign(n) + digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** So many of what is named in the singular: 1 trial, 2 trials. */
export function counted(n: number, one: string): string {
  return `${count(n)} ${one}${n === 1 ? '' : 's'}`
}

/**
 * A number to three digits that count, or to fewer where its error is larger than they are.
 *
 * @param error its standard error; digits that are smaller are left out
 */
export function plain(x: number, error: number | null = null): string {
  const decimals = decimalsOf(x, error)
  const shown = round(Math.abs(x), decimals)
  const [whole, part] = shown.toFixed(Math.max(0, decimals)).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '')
  return (shown === 0 ? '' : sign(x)) + text
}

/** A fraction as a percentage: 23%, 0.4%, under 0.1%. */
export function percent(fraction: number, error: number | null = null): string {
  const x = fraction * 100
  if (x !== 0 && Math.abs(x) < 0.05 && error === null) return `under ${sign(x)}0.1%`
  const most = Math.abs(x) < 10 ? 1 : 0
  const decimals = error === null ? most : Math.min(most, decimalsOf(x, error * 100))
  const shown = round(Math.abs(x), decimals)
  const text = shown.toFixed(Math.max(0, decimals)).replace(/\.0+$/, '')
  return `${shown === 0 ? '' : sign(x)}${text}%`
}

/** A correlation as it was entered, or to so many decimals: −0.35. */
export function correlation(r: number, decimals?: number): string {
  if (decimals === undefined) return sign(r) + String(Math.abs(r))
  return sign(Number(r.toFixed(decimals))) + Math.abs(r).toFixed(decimals)
}

/** A change of a fraction, in percentage points: +1.2 points. */
export function points(fraction: number, error: number | null = null): string {
  const x = fraction * 100
  // A hundredth of a point is more than anyone needs.
  const text = plain(x, Math.max(0.01, (error ?? 0) * 100))
  return `${x > 0 && text !== '0' ? '+' : ''}${text} ${Math.abs(Number(text)) === 1 ? 'point' : 'points'}`
}

/** Billions of dollars: $12.3 bn, −$0.4 bn. */
export function money(billions: number, error: number | null = null): string {
  const text = plain(Math.abs(billions), error)
  return `${Number(text.replace(/,/g, '')) === 0 ? '' : sign(billions)}$${text} bn`
}

/** A number without the words of its unit: fractions as percentages. */
export function figure(x: number, unit: string, error: number | null = null): string {
  return isShare(unit) ? percent(x, error) : plain(x, error)
}

/** What has to be said after a `figure`: nothing for fractions. */
export function unitText(unit: string): string {
  return isShare(unit) || unit === 'dimensionless' ? '' : unit
}

/** A number with its unit: 25%, $12 bn, 2.3 years, 1,830. */
export function value(x: number, unit: string, error: number | null = null): string {
  if (isShare(unit)) return percent(x, error)
  if (unit === 'USD bn') return money(x, error)
  if (unit === 'USD bn per year') return `${money(x, error)} a year`
  if (unit === 'USD bn per quarter') return `${money(x, error)} a quarter`
  if (unit.startsWith('index') || unit === 'points') return plain(x, error)
  const words = unitText(unit)
  return words ? `${plain(x, error)} ${words}` : plain(x, error)
}

/** A difference of two values of an outcome: fractions in points, everything with its sign. */
export function difference(x: number, unit: string, error: number | null = null): string {
  if (isShare(unit)) return points(x, error)
  const text = value(x, unit, error)
  return x > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A mean with its Monte Carlo error, e.g. $12.3 ± 0.4 bn. */
export function valueWithError(x: number, error: number | null, unit: string): string {
  if (error === null || error === 0) return value(x, unit)
  if (isShare(unit)) {
    return `${plain(x * 100, error * 100)} ± ${errorDigits(error * 100)}%`
  }
  const text = value(x, unit, error)
  const number = plain(x, error)
  const bare = number.replace(MINUS, '')
  return text.replace(bare, `${bare} ± ${errorDigits(error)}`)
}

/** An error to one digit that counts. */
export function errorDigits(error: number): string {
  const decimals = -Math.floor(Math.log10(error) + 1e-9)
  return round(error, decimals).toFixed(Math.max(0, decimals))
}

/** A day and time in this browser's own way. */
export function day(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
}

/** A date such as 2026-05-31 as people write it: 31 May 2026. */
export function dayOf(date: string): string {
  const day = new Date(`${date}T12:00:00Z`)
  if (Number.isNaN(day.getTime())) return date
  return day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** This day where the reader is, such as 2026-05-31. */
export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A chance in words a committee uses: 23 of 100 futures. */
export function ofHundred(fraction: number): string {
  const hundredths = fraction * 100
  if (fraction > 0 && hundredths < 0.5) return 'fewer than 1 of 100'
  if (fraction < 1 && hundredths > 99.5) return 'more than 99 of 100'
  return `${Math.round(hundredths)} of 100`
}

function isShare(unit: string): boolean {
  return unit === 'fraction' || unit === 'event'
}

function sign(x: number): string {
  return x < 0 ? MINUS : ''
}

/** Decimals that show at most three digits that count and none below the error; may be negative. */
function decimalsOf(x: number, error: number | null): number {
  const size = Math.abs(x)
  const most = size === 0 ? 0 : 2 - Math.floor(Math.log10(size))
  const three = Math.min(3, most)
  if (error === null || error <= 0) return three > 0 ? trimmed(size, three) : 0
  return Math.min(three, -Math.floor(Math.log10(error) + 1e-9))
}

/** No zeros at the end where nothing is lost by leaving them out. */
function trimmed(size: number, decimals: number): number {
  let fewest = decimals
  while (fewest > 0 && Math.abs(round(size, fewest - 1) - round(size, decimals)) < 1e-12) fewest--
  return fewest
}

function round(x: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(x * scale) / scale
}
