import type { Selection } from '../engine/selection.ts'

/** All futures, or those in which the deal closes. */
export type Where = 'all' | 'condition'

export function selectionOf(where: Where): Selection {
  return where === 'all' ? { kind: 'all' } : { kind: 'closes' }
}
