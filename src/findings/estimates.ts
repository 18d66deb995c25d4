/** A mean and its Monte Carlo error; null where one trial alone counts. */
export interface Estimate {
  readonly value: number
  readonly error: number | null
}

/** Outcomes added up, each with its sign. */
export type Terms = readonly (readonly [outcome: string, sign: 1 | -1])[]

/** Whether an effect exceeds two of its standard errors. */
export function isClear({ value, error }: Estimate): boolean {
  return error !== null && Math.abs(value) > 2 * error
}

/** The difference of two means that share nothing: their errors add up. */
export function apart(a: Estimate, b: Estimate): Estimate {
  const error = a.error === null || b.error === null ? null : Math.sqrt(a.error ** 2 + b.error ** 2)
  return { value: a.value - b.value, error }
}
