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
    lead: 'Every future is simulated once for each case, with the same draws: luck is the same in both, so it cancels, except where it touches one case more than the other.',
    view: latePart('Two cases', () => import('./Pair.svelte')),
  },
  {
    id: 'strategies',
    label: 'Strategies in figures',
    heading: 'What is each strategy worth, and how bad can it get?',
    lead: 'Every strategy on the same futures: how far it reaches, what its worst futures come to, and what it costs not to have chosen another.',
    view: latePart('Strategies in figures', () => import('./StrategyTable.svelte')),
  },
  {
    id: 'bridge',
    label: 'Bridge',
    heading: 'What lies between two cases?',
    lead: 'What of the difference comes of what we decide, and what of what we believe, on the same futures: term by term and belief by belief.',
    view: latePart('The bridge', () => import('./Bridge.svelte')),
  },
  {
    id: 'map',
    label: 'Map of terms',
    heading: 'Which terms are worth most, and at what risk?',
    lead: 'Two terms are moved over all they can be, the others stay as they are; a search looks at all terms at once.',
    view: latePart('Map of terms', () => import('./MapOfTerms.svelte')),
  },
]
