import { percent } from './percent.ts'

/** A rate of growth or return, e.g. 0.09 a year: 9% a year. */
export function growth(rate: number, error: number | null = null): string {
  return `${percent(rate, error)} a year`
}
