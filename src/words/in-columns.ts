import { written } from './digits.ts'
import { difference, isShare, signed } from './value.ts'
import { differenceWithError, valueWithError, withError } from './with-error.ts'

/** Decimals of an amount whose error is not known. */
const DECIMALS = 2

/** What the head of a column says of the unit of its figures; nothing where they say it themselves. */
export function unitOfColumn(unit: string): string {
  return unit.startsWith('USD bn') ? unit : ''
}

/** A figure with its error below a head that says its unit: 12.3 ± 0.4, 25 ± 1%. */
export function inColumn(x: number, error: number | null, unit: string): string {
  return unitOfColumn(unit) === '' ? valueWithError(x, error, unit) : withError(x, error, DECIMALS)
}

/** A difference with its error below such a head: +0.7 ± 0.2, −3 ± 1 points. */
export function differenceInColumn(x: number, error: number | null, unit: string): string {
  if (unitOfColumn(unit) !== '') return signed(x, withError(x, error, DECIMALS))
  return x === 0 && error === 0 && isShare(unit)
    ? difference(x, unit)
    : differenceWithError(x, error, unit)
}

/** A difference in parts of what it is set against, with its error: +12 ± 3%. */
export function percentInColumn(x: number, error: number | null): string {
  const text = valueWithError(x, error, 'fraction')
  return signed(x, text.includes('±') ? text : `${written(x * 100, 1)}%`)
}
