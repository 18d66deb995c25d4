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
    id: 'matrix',
    label: 'Strategies by scenarios',
    heading: 'Which one, in which world?',
    lead: 'Every strategy in every scenario, on the same futures; how much a scenario weighs is yours to say.',
    view: latePart('Strategies by scenarios', () => import('./Matrix.svelte')),
  },
  {
    id: 'pair',
    label: 'Two cases',
    heading: 'How do two cases compare?',
    lead: 'Every future is simulated once for each strategy, with the same draws: so the difference is that of the strategies, and luck plays no part in it.',
    view: latePart('Two cases', () => import('./Pair.svelte')),
  },
]
