import type { ComponentProps } from 'svelte'
import BeliefStrip from '../../../src/app/charts/BeliefStrip.svelte'
import ChoiceMap from '../../../src/app/charts/ChoiceMap.svelte'
import { type Entry, framed } from '../entry.ts'

const labels: Readonly<Record<string, string>> = {
  a: 'Deep technical collaboration',
  b: 'No investment',
  c: 'Broader ecosystem play',
}
const colours: Readonly<Record<string, string>> = {
  a: 'var(--accent)',
  b: 'var(--rival)',
  c: 'var(--grey)',
}
type Mark = ComponentProps<typeof BeliefStrip>['mark']

function strip(
  id: string,
  title: string,
  best: readonly (readonly [id: string, to: number])[],
  roots: Mark['roots'],
  ends: Mark['ends'] = ['10% below 0% a year', '90% below 100% a year'],
): Entry {
  const parts = best.map(([one, to], at) => ({
    id: one,
    label: labels[one],
    from: best[at - 1]?.[1] ?? 0,
    to,
  }))
  return framed<ComponentProps<typeof BeliefStrip>>(id, title, BeliefStrip, {
    mark: { parts, roots, ends },
    colour: (one: string) => colours[one],
    words: title,
  })
}

export const strips: readonly Entry[] = [
  strip(
    'belief-strip',
    'A belief that flips the choice once',
    [
      ['b', 0.4],
      ['a', 1],
    ],
    [{ value: 0.4, low: 0.35, high: 0.47 }],
  ),
  strip(
    'belief-strip-twice',
    'Narrow parts, and an interval beyond the ends',
    [
      ['b', 0.05],
      ['c', 0.12],
      ['a', 0.97],
      ['b', 1],
    ],
    [
      { value: 0.05, low: -0.1, high: 0.07 },
      { value: 0.12, low: 0.1, high: 0.14 },
      { value: 0.97, low: 0.8, high: 1.2 },
    ],
  ),
  strip(
    'belief-strip-event',
    'An event',
    [
      ['a', 0.8],
      ['b', 1],
    ],
    [],
    ['does not happen', 'happens'],
  ),
]

type Marks = ComponentProps<typeof ChoiceMap>['marks']

/** Eight parts each, but for an event. */
function mapOf(
  id: string,
  title: string,
  bestAt: (i: number, j: number) => string | null,
  isEvent = false,
): Entry {
  const eighths = Array.from({ length: 8 }, (_, i) => (i + 1) / 8)
  const x = {
    label: 'Return on OpenAI shares',
    ends: eighths,
    ticks: eighths.slice(0, -1).map((at, i) => ({ at, text: `${i * 5 - 10}% a year` })),
  }
  const y = isEvent
    ? {
        label: 'OpenAI in distress',
        ends: [0.8, 1],
        ticks: [
          { at: 0.4, text: 'does not happen' },
          { at: 0.9, text: 'happens' },
        ],
      }
    : {
        label: 'Commitment actually spent',
        ends: eighths,
        ticks: eighths.slice(0, -1).map((at, i) => ({ at, text: `${45 + i * 6}%` })),
      }
  const places = y.ends.flatMap((_, j) => x.ends.map((_one, i) => [i, j] as const))
  const cells = places.map(([i, j]) => {
    const best = bestAt(i, j)
    return { best, isSure: best !== null && bestAt(i + 1, j) === best }
  })
  const marks: Marks = {
    x,
    y,
    cells,
    words: places.map(([i, j]) => `${i}, ${j}`),
    regions: Object.entries(labels).map(([one, label]) => ({ id: one, label, text: '' })),
  }
  return framed<ComponentProps<typeof ChoiceMap>>(id, title, ChoiceMap, {
    marks,
    colour: (one: string) => ({
      fill: colours[one],
      strength: 0.6,
      ...(one === 'c' ? { texture: 'dots' as const } : {}),
    }),
    name: title,
  })
}

export const choiceMaps: readonly Entry[] = [
  mapOf('choice-map', 'Three strategies, and corners with too few futures', (i, j) => {
    if (Math.abs(i - j) > 6) return null
    if (i + j < 5) return 'b'
    return i + j < 8 ? 'c' : 'a'
  }),
  mapOf(
    'choice-map-event',
    'An event upwards',
    (i, j) => {
      if (j === 1 || i < 2) return 'b'
      return i < 4 ? 'c' : 'a'
    },
    true,
  ),
  mapOf('choice-map-one', 'One strategy is best everywhere', () => 'a'),
]
