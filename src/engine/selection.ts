// What takes a selection is in a file of its own: the page names selections, and takes none.
export * from './selected.ts'

/**
 * A number of each future: an outcome of the case at hand, or an input all cases share. What the
 * reference comes to at a quarter is an input too, named as in `awsShare@3` (`atQuarter`).
 */
export type Measure = { readonly outcome: string } | { readonly input: string }

/**
 * Which futures count: a value that can be kept, sent and compared. `closes` is the model's own
 * condition; `between` takes both of its ends in; `trials` are the futures of one run.
 */
export type Selection =
  | { readonly kind: 'all' }
  | { readonly kind: 'closes' }
  | {
      readonly kind: 'between'
      readonly of: Measure
      readonly low: number
      readonly high: number
    }
  | { readonly kind: 'states'; readonly outcome: string; readonly states: readonly string[] }
  /** Futures by their numbers, for every case alike: four to a digit of `marks`, which `marked` makes. */
  | { readonly kind: 'trials'; readonly trials: number; readonly marks: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Selection[] }
  | { readonly kind: 'not'; readonly part: Selection }

/**
 * The name of a series of the reference at a quarter, as in `awsShare@3`: it follows from the draws
 * alone, so that it can stand wherever an input does.
 */
export function atQuarter(series: string, quarter: number): string {
  return `${series}@${quarter}`
}

export const ALL: Selection = { kind: 'all' }
export const CLOSES: Selection = { kind: 'closes' }
