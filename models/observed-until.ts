import { vantages } from './vantages.ts'

/** The newest quarter of which a hindcast scores a figure: known where the history itself is not loaded. */
export const OBSERVED_UNTIL = '2026Q2'

/** Whether something has come in since a vantage. */
export function hasCome(vantage: string): boolean {
  const found = vantages.find(({ id }) => id === vantage)
  return found !== undefined && found.startQuarter < OBSERVED_UNTIL
}
