import { linesOf, shortened, textEms } from './text-fit.ts'

/** Names beside the rows of a chart: cut where they are long, with the room they need. */
export interface RowNames {
  readonly names: readonly string[]
  /** In inches. */
  readonly width: number
}

const LINES = 2

/**
 * Names beside rows, in at most two lines each.
 *
 * @param size of the type, in points
 * @param widest that they may be, in inches
 */
export function rowNames(labels: readonly string[], size: number, widest: number): RowNames {
  const ems = (widest * 72) / size
  const names = labels.map((label) => shortened(label, ems * LINES * 0.85))
  const longest = Math.max(
    ...names.flatMap((name) => linesOf(name, ems).map((line) => textEms(line))),
  )
  return { names, width: Math.min(widest, (longest * size) / 72 + 0.1) }
}
