import { plain } from './numbers.ts'
import { isShare, value } from './value.ts'

/** A value that something is held against, to three digits that count, of shares too: 25.8%, $159 bn a quarter. */
export function threshold(x: number, unit: string): string {
  return isShare(unit) ? `${plain(x * 100)}%` : value(x, unit)
}
