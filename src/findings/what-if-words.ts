import { differenceWithError, value } from '../words/index.ts'
import { type Estimate, isClear } from './estimates.ts'

/** A figure before and under a what-if, on the same futures. */
export interface MovedFigure {
  /** What it is, as it begins a line. */
  readonly label: string
  readonly unit: string
  readonly before: Estimate
  /** Now less before, future by future; null where that is not known. */
  readonly change: Estimate | null
}

/** The old figure, the new one and the paired change: $2.4 bn → $1.9 bn (−$0.5 ± 0.1 bn). */
export function movedWords({ before, change, unit }: MovedFigure): string {
  const old = value(before.value, unit, before.error)
  if (!change) return old
  if (isUnmoved(change)) return `${old}, not moved by it`
  const now = value(before.value + change.value, unit, before.error)
  const by = differenceWithError(change.value, change.error, unit)
  return `${old} → ${now} (${by}${isClear(change) ? '' : ', within its error'})`
}

/** Whether no future is moved. */
export function isUnmoved({ value: by, error }: Estimate): boolean {
  return by === 0 && (error === 0 || error === null)
}
