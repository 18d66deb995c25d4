import { figureIn, valueIn } from './figure-in.ts'
import { pointsWord } from './percent.ts'
import { isShare, signed } from './value.ts'

/** A difference of two values of an outcome, with the digits its picture can tell apart: +0.4 points, −$3 bn. */
export function differenceIn(
  x: number,
  unit: string,
  width: number,
  error: number | null = null,
): string {
  if (!isShare(unit)) return signed(x, valueIn(x, unit, width, error))
  const digits = figureIn(x, unit, width, error).replace('%', '')
  return `${signed(x, digits)} ${pointsWord(digits)}`
}
