import type { Component } from 'svelte'
import type * as Sections from './sections.ts'
import { type Late, latePart } from '../../state/late.svelte.ts'

/** A section of Why: one question, answered from the finished run. */
interface WhyPart {
  /** Stands in the address: `#/why/flips` goes to it. */
  readonly id: string
  readonly label: string
  readonly view: Late<Component>
}

function section(label: string, name: keyof typeof Sections): Late<Component> {
  return latePart(label, async () => ({ default: (await import('./sections.ts'))[name] }))
}

/** The sections, from top to bottom. */
export const whyParts: readonly WhyPart[] = [
  {
    id: 'moves',
    label: 'What moves it',
    view: section('What moves it', 'Moves'),
  },
  {
    id: 'scatter',
    label: 'One belief against the outcome',
    view: section('One belief against the outcome', 'Scatter'),
  },
  {
    id: 'flips',
    label: 'What flips the choice',
    view: section('What flips the choice', 'Flips'),
  },
  {
    id: 'information',
    label: 'What is worth knowing',
    view: section('What is worth knowing', 'Information'),
  },
  {
    id: 'rules',
    label: 'What would have to be true',
    view: section('What would have to be true', 'Rules'),
  },
  {
    id: 'signposts',
    label: 'What to watch',
    view: section('What to watch', 'Signposts'),
  },
]

/** Those about a choice, which is made before anything is known: they never follow what is made out by hand. */
export const ofChoice: readonly string[] = ['flips', 'information', 'signposts']
