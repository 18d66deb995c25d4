import type { Percentile } from './family.ts'

/** A percentile moved to where it is possible. */
export interface Nearest extends Percentile {
  /** Which of the percentiles given. */
  readonly index: number
}

/** Percentiles that no distribution of a family has, and the least move that makes them possible. */
export class InfeasibleError extends Error {
  override readonly name = 'InfeasibleError'

  constructor(
    reason: string,
    readonly nearest: Nearest | null,
  ) {
    super(nearest === null ? reason : `${reason}; the nearest possible ${nearestWords(nearest)}`)
  }
}

function nearestWords({ p, value }: Nearest): string {
  return `P${Number((p * 100).toPrecision(6))} is ${Number(value.toPrecision(6))}`
}
