// Quarters as people name them, and as numbers to count and to draw with.

/** Names of quarters from a start on, e.g. 2025Q3, 2025Q4, 2026Q1; one more than the horizon. */
export function quarterLabels(start: string, horizon: number): string[] {
  const first = quarterNumber(start)
  return Array.from({ length: horizon + 1 }, (_, t) => quarterLabel(first + t))
}

/** Quarters counted from year 0, e.g. 2025Q3 is 8102. */
export function quarterNumber(label: string): number {
  const [year, quarter] = label.split('Q').map(Number)
  return year * 4 + quarter - 1
}

/** The name of a quarter counted from year 0. */
export function quarterLabel(number: number): string {
  return `${Math.floor(number / 4)}Q${(number % 4) + 1}`
}
