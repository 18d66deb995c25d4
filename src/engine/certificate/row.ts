import { log } from '../math.ts'

/** What a figure is, which decides how it is written. */
export type Measure = 'digits' | 'error' | 'count' | 'deviations' | 'distance' | 'correlation'

/** One line of the certificate. */
export interface CertificateRow {
  readonly id: string
  /** What the line belongs to; lines of a group follow each other. */
  readonly group: string
  readonly label: string
  readonly measure: Measure
  /** `most`: the figure must not be above the bound; `least`: not below. */
  readonly limit: 'most' | 'least'
  readonly bound: number
  readonly figure: number
  readonly pass: boolean
}

type Measured = Pick<CertificateRow, 'id' | 'group' | 'label' | 'measure' | 'bound' | 'figure'>

/** A line whose figure must not be above its bound; NaN fails. */
export function atMost(row: Measured): CertificateRow {
  return { ...row, limit: 'most', pass: row.figure <= row.bound }
}

/** A line whose figure must not be below its bound; NaN fails. */
export function atLeast(row: Measured): CertificateRow {
  return { ...row, limit: 'least', pass: row.figure >= row.bound }
}

/** A figure or a bound as text: whole counts, digits to a tenth, errors as powers of ten. */
export function measureText(x: number, measure: Measure): string {
  if (Number.isNaN(x)) return 'not a number'
  switch (measure) {
    case 'digits':
      return x.toFixed(1)
    case 'count':
      return String(x)
    case 'deviations':
    case 'distance':
      return x.toFixed(2)
    case 'correlation':
      return x.toFixed(3)
    case 'error':
      return x === 0 ? '0' : x.toExponential(1).replace('.0e', 'e')
  }
}

/** The bound in words: `at least 14.0`. */
export function boundText({ limit, bound, measure }: CertificateRow): string {
  return `at ${limit} ${measureText(bound, measure)}`
}

/** What the figure of a line counts, in words. */
export const measureLabels: Readonly<Record<Measure, string>> = {
  digits: 'digits agreed',
  error: 'largest error',
  count: 'misses',
  deviations: 'standard deviations',
  distance: '√n·D',
  correlation: 'rank correlation',
}

/** The most digits that certified values have. */
const MOST_DIGITS = 15

/** NIST's log relative error: how many digits of a number other than 0 agree, 15 at most. */
export function digitsAgreed(got: number, certified: number): number {
  const error = Math.abs((got - certified) / certified)
  return error === 0 ? MOST_DIGITS : Math.min(MOST_DIGITS, -log(error) * Math.LOG10E)
}

/** The largest of some errors; NaN if one is. */
export function worst(errors: Iterable<number>): number {
  let most = 0
  for (const error of errors) {
    if (Number.isNaN(error)) return NaN
    if (error > most) most = error
  }
  return most
}

/** An error relative to the value, or as it is where the value is 0. */
export function relative(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / (Math.abs(expected) || 1)
}
