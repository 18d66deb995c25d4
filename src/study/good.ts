import type { Good } from './rules.ts'

/** Whether a value is good. */
export function isGood(good: Good, value: number): boolean {
  switch (good.side) {
    case 'atLeast':
      return value >= good.at
    case 'atMost':
      return value <= good.at
    case 'above':
      return value > good.at
    case 'below':
      return value < good.at
    case 'between':
      return value >= good.low && value <= good.high
  }
}
