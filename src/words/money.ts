import { signOf } from './digits.ts'
import { plain } from './numbers.ts'

/** Billions of dollars: $12.3 bn, −$0.4 bn. */
export function money(billions: number, error: number | null = null): string {
  return dollars(billions, plain(Math.abs(billions), error))
}

/** An amount whose digits are written already, with its sign before the dollar. */
export function dollars(billions: number, digits: string): string {
  return `${/[1-9]/.test(digits) ? signOf(billions) : ''}$${digits} bn`
}
