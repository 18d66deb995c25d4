import type { ComponentProps } from 'svelte'
import SignpostFan from '../../../src/app/charts/SignpostFan.svelte'
import { type Entry, framed } from '../entry.ts'

type Mark = ComponentProps<typeof SignpostFan>['mark']

const quarters = ['2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3', '2026Q4', '2027Q1']

/** A fan that opens around a line, by so much a quarter. */
function fanAround(middle: (t: number) => number, opens: number): Mark['fan'] {
  const at = (z: number) => quarters.map((_, t) => middle(t) + z * opens * Math.sqrt(t))
  return { p5: at(-1.6), p25: at(-0.7), p50: at(0), p75: at(0.7), p95: at(1.6) }
}

function sign(id: string, title: string, drawn: Partial<Mark>): Entry {
  const mark: Mark = {
    id,
    series: 'awsAiShare',
    label: 'AWS share of AI',
    unit: 'fraction',
    quarter: '2026Q4',
    t: 5,
    threshold: 0.15,
    side: 'below',
    heading: title,
    says: '',
    came: '',
    seen: [],
    flips: true,
    below: 'Investment without exclusivity',
    above: 'Exclusive alliance',
    quarters,
    fan: fanAround((t) => 0.17 - 0.002 * t, 0.008),
    ...drawn,
  }
  return framed<ComponentProps<typeof SignpostFan>>(id, title, SignpostFan, { mark })
}

export const signposts: readonly Entry[] = [
  sign('signpost-flips', 'A threshold below which the choice is another one', {}),
  sign('signpost-early', 'An early gate, and long names', { t: 1, quarter: '2025Q4' }),
  sign('signpost-money', 'An amount, told by averages, at the last quarter', {
    label: 'Cloud spend',
    unit: 'USD bn per quarter',
    t: 6,
    quarter: '2027Q1',
    threshold: 159,
    side: 'above',
    flips: false,
    below: '$1.0 ± 0.1 bn',
    above: '$3.7 ± 0.4 bn',
    fan: fanAround((t) => 107 + 8 * t, 8),
    seen: [119, 129, 143].map((value, at) => ({ t: at + 1, value })),
  }),
  sign('signpost-outside', 'A threshold beyond the fan', { threshold: 0.3, side: 'above' }),
  sign('signpost-still', 'A series that does not move', {
    threshold: 0.17,
    fan: fanAround(() => 0.17, 0),
  }),
]
