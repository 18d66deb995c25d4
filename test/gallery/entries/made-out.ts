import type { ComponentProps } from 'svelte'
import MadeOutStrips from '../../../src/app/charts/MadeOutStrips.svelte'
import { shape, type Shape } from '../../../src/engine/statistics/shape.ts'
import type { MadeOutMark } from '../../../src/findings/made-out.ts'
import { figure } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

const spread = (k: number) => (k * 0.6180339887498949) % 1
const numbers = Array.from({ length: 4000 }, (_, k) => k)
const first = (k: number) => -20 + 15 / (1.05 - spread(k))

function mark(
  label: string,
  rule: (k: number) => number,
  isMade: (k: number) => boolean,
  more: Partial<MadeOutMark> = {},
): MadeOutMark {
  const of = (some: readonly number[]): Shape => shape(Float64Array.from(some, rule))
  return {
    id: label,
    label,
    role: 'other',
    all: of(numbers),
    made: of(numbers.filter(isMade)),
    median: { made: '$12.3 ± 0.4 bn', all: '$4.50 ± 0.08 bn' },
    miss: { made: 'under 0.1%', all: '41.0 ± 0.3%' },
    ...more,
  }
}

function strips(
  id: string,
  title: string,
  rows: readonly MadeOutMark[],
  domain: readonly [number, number] = [-20, 80],
): Entry {
  return framed<ComponentProps<typeof MadeOutStrips>>(id, title, MadeOutStrips, {
    marks: { rows, names: { median: 'Median', miss: 'Chance of loss' } },
    domain,
    ticks: [-20, 0, 20, 40, 60, 80],
    words: (x: number) => figure(x, 'USD bn'),
    name: title,
  })
}

const good = (k: number) => first(k) >= 10
const none = { made: '–', all: '–' }

export const madeOuts: readonly Entry[] = [
  strips('made-out-plain', 'Good futures of one strategy, in three others', [
    mark('No investment', () => 0, good, { role: 'rival' }),
    mark('Deep technical partnership', first, good, { role: 'chosen' }),
    mark('Another one with a name that does not fit beside its strip', (k) => first(k) / 3, good),
    mark('Most often nothing', (k) => (spread(7 * k) < 0.55 ? 0 : 60 * spread(k)), good),
  ]),
  strips('made-out-crowded', 'One column that would flatten all others', [
    mark('Crowded', (k) => (k % 3 === 0 ? 0.01 * spread(k) : first(k)), good),
  ]),
  strips('made-out-none', 'No future made out, none on the axis, none at all', [
    mark('None made out', first, () => false, { median: { ...none, all: '$4.50 ± 0.08 bn' } }),
    mark('None on the axis', (k) => 500 + k, good),
    mark('None at all', first, good, {
      all: shape(new Float64Array()),
      made: shape(new Float64Array()),
      median: none,
      miss: none,
    }),
  ]),
]
