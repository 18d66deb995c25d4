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
    id: 'moves',
    label: 'What moves it',
    view: latePart('What moves it', () => import('./Moves.svelte')),
  },
  {
    id: 'scatter',
    label: 'One belief against the outcome',
    view: latePart('One belief against the outcome', () => import('./Scatter.svelte')),
  },
  {
    id: 'flips',
    label: 'What flips the choice',
    view: latePart('What flips the choice', () => import('./Flips.svelte')),
  },
  {
    id: 'information',
    label: 'What is worth knowing',
    view: latePart('What is worth knowing', () => import('./Information.svelte')),
  },
  {
    id: 'rules',
    label: 'What would have to be true',
    view: latePart('What would have to be true', () => import('./Rules.svelte')),
  },
  {
    id: 'signposts',
    label: 'What to watch',
    view: latePart('What to watch', () => import('./Signposts.svelte')),
  },
]

/** Those about a choice, which is made before anything is known: they never follow what is made out by hand. */
export const ofChoice: readonly string[] = ['flips', 'information', 'signposts']
