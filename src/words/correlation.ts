import { MINUS, written } from './digits.ts'

/** A correlation as it was entered, or to so many decimals: −0.35. */
export function correlation(r: number, decimals?: number): string {
  return decimals === undefined ? String(r).replace('-', MINUS) : written(r, decimals)
}
