import FutureLines from '../../../src/app/charts/FutureLines.svelte'
import { quarterLabels, value } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

const walk = (from: number, by: number, k: number) =>
  Array.from({ length: 25 }, (_, t) => from + by * t + 0.004 * Math.sin(k + t / 2))
const spread = (by: number) => walk(0.29, -0.002 + by / 24, 0)

const lines = [
  {
    id: 'none',
    label: 'No investment',
    values: walk(0.29, -0.003, 1),
    colour: 'var(--grey)',
    strong: false,
  },
  {
    id: 'deep',
    label: 'Deep',
    values: walk(0.29, -0.001, 1),
    colour: 'var(--rival)',
    strong: false,
  },
  {
    id: 'exclusive',
    label: 'Exclusive',
    values: walk(0.29, 0.001, 1),
    colour: 'var(--accent)',
    strong: true,
  },
]
const props = {
  lines,
  fan: null,
  quarters: quarterLabels('2025Q3', 24),
  moments: [3, 9, 24],
  fromZero: true,
  tick: (x: number) => value(x, 'fraction'),
  name: 'AWS share in one future',
}

export const futureLines: readonly Entry[] = [
  framed('future-plain', 'Every strategy in one future', FutureLines, props),
  framed('future-fan', 'The fan of all futures behind', FutureLines, {
    ...props,
    fan: {
      p5: spread(-0.1),
      p25: spread(-0.04),
      p50: spread(0),
      p75: spread(0.04),
      p95: spread(0.1),
    },
  }),
  framed('future-level', 'Nothing happens: one flat line', FutureLines, {
    ...props,
    lines: [{ ...lines[2], values: Array.from({ length: 25 }, () => 0) }],
    moments: [],
  }),
]
