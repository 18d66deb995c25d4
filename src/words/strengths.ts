/** How two beliefs move together, in a word. */
export interface Strength {
  readonly id: string
  readonly label: string
  readonly coefficient: number
}

/** The words a correlation is entered by. */
export const strengths: readonly Strength[] = [
  { id: 'weakly', label: 'weakly together', coefficient: 0.3 },
  { id: 'clearly', label: 'clearly together', coefficient: 0.5 },
  { id: 'strongly', label: 'strongly together', coefficient: 0.8 },
  { id: 'weaklyOpposite', label: 'weakly opposite', coefficient: -0.3 },
  { id: 'clearlyOpposite', label: 'clearly opposite', coefficient: -0.5 },
  { id: 'stronglyOpposite', label: 'strongly opposite', coefficient: -0.8 },
]

/** The word that is meant by exactly this coefficient; null for any other number. */
export function strengthOf(coefficient: number): Strength | null {
  return strengths.find((one) => one.coefficient === coefficient) ?? null
}

/** A coefficient in words, the nearest there are: `clearly together`, `hardly together`. */
export function strengthWords(coefficient: number): string {
  if (coefficient === 0) return 'not together'
  const way = coefficient > 0 ? 'together' : 'opposite'
  const size = Math.abs(coefficient)
  if (size === 1) return coefficient > 0 ? 'as one' : 'exactly opposite'
  if (size < 0.15) return `hardly ${way}`
  if (size < 0.4) return `weakly ${way}`
  return size < 0.65 ? `clearly ${way}` : `strongly ${way}`
}
