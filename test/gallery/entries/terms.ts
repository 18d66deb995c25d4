import type { ComponentProps } from 'svelte'
import Frontier from '../../../src/app/charts/Frontier.svelte'
import LeverMap from '../../../src/app/charts/LeverMap.svelte'
import { levelsIn } from '../../../src/findings/map-levels.ts'
import { figure, fixed, value } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

const xs = Array.from({ length: 11 }, (_, i) => i * 5)
const ys = Array.from({ length: 9 }, (_, j) => j / 8)

type Marks = ComponentProps<typeof LeverMap>['marks']

/** A map of a function of two terms. */
function mapOf(
  id: string,
  title: string,
  worth: (x: number, y: number) => number | null,
  changes: Partial<Marks> = {},
) {
  const values = ys.flatMap((y) => xs.map((x) => worth(x, y)))
  const found = values.filter((one) => one !== null)
  const levels = levelsIn(found)
  const marks: Marks = {
    xs,
    ys,
    values,
    known: values.map(() => true),
    hatched: values.map((one) => one !== null && one < -1),
    levels,
    levelNames: levels.map((level) => fixed(level, 1)),
    isAroundZero: found.some((one) => one < 0),
    best: values.indexOf(Math.max(...found)),
    strategies: [
      { id: 'a', label: 'Exclusive alliance', x: 25, y: 1, isElse: true, isOfMap: false },
      {
        id: 'b',
        label: 'Deep technical collaboration',
        x: 15,
        y: 0.25,
        isElse: false,
        isOfMap: true,
      },
    ],
    ...changes,
  }
  return framed<ComponentProps<typeof LeverMap>>(id, title, LeverMap, {
    marks,
    xLabel: 'Paid at closing',
    yLabel: 'Exclusivity',
    xTick: (at: number) => value(at, 'USD bn'),
    yTick: (at: number) => value(at, 'fraction'),
    picked: 14,
    words: () => '',
    onpick: () => {},
    name: title,
  })
}

const hill = (x: number, y: number) => 2 - (x / 20 - 0.6) ** 2 - (y - 0.4) ** 2

const point = (mean: number, risk: number) => ({ mean, meanError: 0.15, risk, riskError: 0.4 })

function frontierOf(id: string, title: string, marks: ComponentProps<typeof Frontier>['marks']) {
  return framed<ComponentProps<typeof Frontier>>(id, title, Frontier, {
    marks,
    xLabel: 'Worst 1 in 10 →',
    yLabel: 'Average',
    xTick: (at: number) => figure(at, 'USD bn'),
    yTick: (at: number) => figure(at, 'USD bn'),
    picked: 0,
    words: () => '',
    onpick: () => {},
    name: title,
  })
}

export const terms: readonly Entry[] = [
  mapOf('map-plain', 'A hill that falls below nothing, hatched where it is deep', hill),
  mapOf('map-coarse', 'Half of it interpolated', hill, {
    known: ys.flatMap((_, j) => xs.map((__, i) => (i + j) % 2 === 0)),
    best: -1,
  }),
  mapOf('map-crowd', 'Twelve strategies in one corner', hill, {
    strategies: Array.from({ length: 12 }, (_, i) => ({
      id: String(i),
      label: `A strategy with a long name, number ${i}`,
      x: i,
      y: 0.05 * (i % 3),
      isElse: i > 3,
      isOfMap: i === 0,
    })),
  }),
  mapOf('map-flat', 'The same everywhere', () => 0),
  mapOf('map-holes', 'No figure in a part of it', (x, y) => (x < 15 ? null : x / 50 + y)),
  frontierOf('frontier-plain', 'A front, and strategies behind it', {
    found: [
      { ...point(3, -12), before: { mean: 3.5, risk: -11 }, isOnFront: true },
      { ...point(2.6, -8), before: { mean: 2.9, risk: -7.5 }, isOnFront: true },
      { ...point(1.9, -9), before: { mean: 2.7, risk: -7 }, isOnFront: false },
      { ...point(1.2, -2), before: { mean: 1.3, risk: -1.8 }, isOnFront: true },
    ],
    strategies: [
      { ...point(1.4, -21), id: 'a', label: 'Exclusive alliance', isRival: false },
      { ...point(1.8, -14), id: 'b', label: 'Deep technical collaboration', isRival: true },
    ],
  }),
  frontierOf('frontier-none', 'Nothing found', {
    found: [],
    strategies: [{ ...point(-2, -30), id: 'a', label: 'A loss', isRival: true }],
  }),
]
