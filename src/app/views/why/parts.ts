import type { Component } from 'svelte'
import { type Late, latePart } from '../../state/late.svelte.ts'

/** A section of Why: one question, answered from the finished run. */
interface WhyPart {
  /** Stands in the address: `#/why/flips` goes to it. */
  readonly id: string
  readonly label: string
  readonly view: Late<Component>
}

/** The sections, from top to bottom. */
export const whyParts: readonly WhyPart[] = [
  {
    id: 'scatter',
    label: 'One belief against the outcome',
    view: latePart('One belief against the outcome', () => import('./Scatter.svelte')),
  },
]

/** Those about a choice, which is made before anything is known: they never follow what is made out by hand. */
export const ofChoice: readonly string[] = ['flips', 'information', 'signposts']
