import { exp, log } from '../engine/math.ts'

// How every unit of the model is said and typed: this table is all the page and the command line know.

/** How a unit's numbers are said. */
export interface UnitWords {
  /** Hundredths are written, with a percent sign. */
  readonly percent?: boolean
  /** The number is a natural logarithm: of a change (0.1 is 11% more), of a fall, or of a multiple. */
  readonly logOf?: 'change' | 'fall' | 'times'
  /** It is a standard deviation: ± stands before it. */
  readonly spread?: boolean
  /** Directly before and after the digits. */
  readonly open?: '$'
  readonly close?: 'x'
  /** The words after a number. */
  readonly after?: string
}

const units: Readonly<Record<string, UnitWords>> = {
  fraction: { percent: true },
  event: { percent: true },
  'fraction per year': { percent: true, after: 'a year' },
  'per year': { percent: true, after: 'a year' },
  'per square-root year': { percent: true, spread: true, after: 'a year (standard deviation)' },
  'log points per quarter': {
    percent: true,
    spread: true,
    after: 'a quarter (standard deviation)',
  },
  'log points': { percent: true, logOf: 'change', after: 'against its share' },
  'log points of fall': { percent: true, logOf: 'fall', after: 'in all' },
  'log points per unit of access': {
    logOf: 'times',
    close: 'x',
    after: 'as likely to be chosen',
  },
  'log odds': { logOf: 'times', close: 'x', after: 'the odds' },
  'log odds of loss': {
    logOf: 'times',
    close: 'x',
    after: 'lower odds',
  },
  'USD per USD per year': { open: '$', after: 'per $1 of yearly revenue' },
  multiple: { close: 'x' },
  elasticity: {
    after: 'times the price gap',
  },
  'years from start': { after: 'years from now' },
  dimensionless: {},
  points: {},
  'index, 1 at start': {},
}

/** How a unit is said; one that is not in the table is said as it stands, after the number. */
export function wordsOfUnit(unit: string): UnitWords {
  return Object.hasOwn(units, unit) ? units[unit] : { after: unit }
}

/** A number of the model as people read it: the change, the fall or the multiple it is the logarithm of. */
export function shownSize(x: number, { logOf }: UnitWords): number {
  if (logOf === undefined) return x
  if (logOf === 'fall') return 1 - exp(-x)
  return logOf === 'change' ? exp(x) - 1 : exp(x)
}

/** The number of the model that people read as this one; NaN where there is none. */
export function modelSize(shown: number, { logOf }: UnitWords): number {
  if (logOf === undefined) return shown
  if (logOf === 'fall') return -log(1 - shown)
  return logOf === 'change' ? log(1 + shown) : log(shown)
}

/** The unit of a standard deviation of values in a unit. */
export function spreadUnit(unit: string): string {
  const { percent, logOf } = wordsOfUnit(unit)
  return percent || logOf !== undefined ? 'fraction' : unit
}
