/** On which side of a value, or between which two, an outcome is as it is wanted. */
export const goodSides = ['atLeast', 'atMost', 'above', 'below', 'between'] as const

/** Which values count as good: on a side of a value, itself in or out, or from one to another. */
export type Good =
  | { readonly side: 'atLeast' | 'atMost' | 'above' | 'below'; readonly at: number }
  | { readonly side: 'between'; readonly low: number; readonly high: number }

/** What a rule asks of one belief; an event asked for is above 0.5. */
export interface KeptCondition {
  readonly assumption: string
  /** In the assumption's own unit; no lower limit where it is left out. */
  readonly low?: number
  readonly high?: number
}

/** What would have to be true, kept with the study as a line of its report. It moves no figure. */
export interface KeptRule {
  /** What it is a rule for, by id: an outcome of a strategy, or of one less another. */
  readonly outcome: string
  readonly strategy: string
  readonly against?: string
  readonly good: Good
  /** All of them hold. */
  readonly conditions: readonly KeptCondition[]
  /** Why it is in the report, or what to do about it. */
  readonly note?: string
}

/** More than these no committee reads. */
export const MOST_RULES = 12
/** A rule says no more than so many things. */
export const MOST_CONDITIONS = 12
