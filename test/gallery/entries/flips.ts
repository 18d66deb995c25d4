import type { ComponentProps } from 'svelte'
import FlipStrip from '../../../src/app/charts/FlipStrip.svelte'
import { type Entry, framed } from '../entry.ts'

const colours = ['var(--accent)', 'var(--rival)', 'var(--grey)']
const labels = ['Exclusive alliance', 'Investment without exclusivity', 'No investment']

function strip(
  id: string,
  title: string,
  ends: readonly number[],
  errors: readonly (number | null)[],
  value: number,
): Entry {
  const parts = ends.map((to, at) => ({
    id: `s${at}`,
    label: labels[at % labels.length],
    colour: colours[at % colours.length],
    from: ends[at - 1] ?? 0,
    to,
  }))
  return framed<ComponentProps<typeof FlipStrip>>(id, title, FlipStrip, {
    parts,
    errors,
    value,
    text: `${Math.round(value * 100)}%`,
    name: title,
    words: title,
    onmove: () => {},
    onrelease: () => {},
  })
}

export const flips: readonly Entry[] = [
  strip('flips-two', 'A choice that flips at two weights', [0.2, 0.7, 1], [0.03, 0.1], 0.4),
  strip('flips-never', 'A choice that never flips', [1], [], 0),
  strip('flips-narrow', 'Parts too narrow for a name', [0.01, 0.02, 1], [0.2, null], 1),
]
