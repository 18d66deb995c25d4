import type { ComponentProps } from 'svelte'
import HorizonPlot from '../../../src/app/charts/HorizonPlot.svelte'
import { figure } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

const quarters = [12, 16, 20, 24, 28, 32, 36, 40]
const colours = ['var(--accent)', 'var(--rival)', 'var(--muted)']

/** Lines that rise from a first value by a step a horizon. */
function rising(id: string, title: string, ...all: readonly (readonly [string, number, number])[]) {
  return framed<ComponentProps<typeof HorizonPlot>>(id, title, HorizonPlot, {
    quarters,
    lines: all.map(([label, from, by], i) => ({
      label,
      colour: colours[i % colours.length],
      means: quarters.map((_, k) => ({ value: from + by * k, error: 0.1 + 0.05 * k })),
    })),
    tick: (at: number) => figure(at, 'USD bn'),
    name: title,
  })
}

export const horizons: readonly Entry[] = [
  rising('horizon-plain', 'Lines that cross', ['Deepen it', -3, 3], ['As signed', 1, 1.5]),
  rising(
    'horizon-close',
    'Names that would lie over each other',
    ['One', 1, 1],
    ['Another', 1, 1.01],
    ['A third', 1, 1.02],
    ['A fourth', 1, 1.03],
  ),
  rising('horizon-long', 'A name that has no room beside its line', [
    'An alliance with a name of many more words than anyone would give it, and then some more',
    2,
    -1,
  ]),
  rising('horizon-zero', 'Nothing but zero', ['Nothing', 0, 0]),
]
