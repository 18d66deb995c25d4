import type { ComponentProps } from 'svelte'
import type { ConvergencePoint } from '../../../src/analyses/convergence.ts'
import { bandLabel, settlingOf } from '../../../src/findings/convergence.ts'
import ConvergencePlot from '../../../src/app/charts/ConvergencePlot.svelte'
import Scatter from '../../../src/app/charts/Scatter.svelte'
import { figure } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

const spread = (k: number) => (k * 0.6180339887498949) % 1

type Drawn = Omit<ComponentProps<typeof ConvergencePlot>, 'width'>

function settling(
  id: string,
  title: string,
  points: readonly ConvergencePoint[],
  more?: Partial<Drawn>,
) {
  return framed<ComponentProps<typeof ConvergencePlot>>(id, title, ConvergencePlot, {
    points: settlingOf(points),
    label: bandLabel,
    negligible: 0.5,
    tick: (at: number) => figure(at, 'USD bn'),
    name: title,
    ...more,
  })
}

/** A mean that wanders into a place, with an error that falls with the root of trials. */
function walk(to: number, size: number, count = 40, step = 256): ConvergencePoint[] {
  return Array.from({ length: count }, (_, k) => {
    const trials = (k + 1) * step
    const standardError = size / Math.sqrt(trials)
    return { trials, mean: to + 1.5 * (spread(7 * k) - 0.5) * standardError, standardError }
  })
}

export const convergences: readonly Entry[] = [
  settling('settling-plain', 'A lead that settles', walk(0.7, 17)),
  settling('settling-open', 'A lead that may be nothing', walk(0.1, 40)),
  settling('settling-wide', 'What is negligible is far away', walk(300, 900)),
  settling('settling-none', 'Nothing negligible, in percent', walk(0.012, 0.2), {
    negligible: null,
    tick: (at: number) => figure(at, 'fraction'),
  }),
  settling('settling-behind', 'Below zero', walk(-4, 20)),
  settling('settling-equal', 'No difference in any future', walk(0, 0), { negligible: null }),
  settling('settling-single', 'One trial', [{ trials: 1, mean: 12, standardError: null }]),
  settling('settling-empty', 'No trial at all', []),
  settling('settling-long', 'As many trials as there can be', walk(0.7, 17, 40, 5000)),
]

function dots(
  id: string,
  title: string,
  [x, y]: readonly [readonly number[], readonly number[]],
  units: readonly [string, string] = ['USD bn', 'fraction'],
) {
  return framed<ComponentProps<typeof Scatter>>(id, title, Scatter, {
    x,
    y,
    xLabel: 'Return on shares',
    yLabel: 'Growth of spend in the first year',
    xUnit: units[0],
    yUnit: units[1],
    name: title,
  })
}

const numbers = Array.from({ length: 400 }, (_, k) => k)
const first = numbers.map((k) => 10 + 40 * spread(k))
const second = numbers.map((k) => 0.1 + 0.3 * spread(k) + 0.2 * spread(17 * k + 3))

export const scatters: readonly Entry[] = [
  dots('scatter-plain', 'Two that move together', [first, second]),
  dots('scatter-event', 'A number and a yes or no', [
    first,
    numbers.map((k) => Number(spread(k) > 0.7)),
  ]),
  dots('scatter-still', 'One that does not vary', [first, numbers.map(() => 0.2)]),
  dots('scatter-heavy', 'A far tail', [first.map((x) => 1e4 / (50.01 - x)), second]),
  dots('scatter-single', 'One future', [[12], [0.2]]),
  dots('scatter-empty', 'No future', [[], []]),
]
