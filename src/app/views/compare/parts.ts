import type { Component } from 'svelte'
import { type Late, latePart } from '../../state/late.svelte.ts'

/** A part of Compare, with an address of its own. */
interface ComparePart {
  /** Stands in the address: `#/compare/bridge`. */
  readonly id: string
  readonly label: string
  readonly heading: string
  readonly lead: string
  readonly view: Late<Component>
}

/** The parts, in the order of their links; the first stands where the address names none. */
export const compareParts: readonly ComparePart[] = [
  {
    id: 'pair',
    label: 'Two cases',
    heading: 'How do two cases compare?',
    lead: 'Every future is simulated once for each case, with the same draws: so the difference is that of the cases, and luck plays no part in it.',
    view: latePart('Two cases', () => import('./Pair.svelte')),
  },
]
