import type { ComponentProps } from 'svelte'
import PlainChart from '../../../src/app/charts/PlainChart.svelte'
import type {
  BarsChart,
  FanPlain,
  HistogramChart,
  PlainChart as Chart,
  RangesChart,
} from '../../../src/dossier/plain-chart.ts'
import { quarterLabels, value, valueWithError } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

type Props = ComponentProps<typeof PlainChart>

function plain(id: string, title: string, chart: Chart, more: Partial<Props> = {}): Entry {
  return framed<Props>(id, title, PlainChart, { chart, height: 260, name: title, ...more })
}

const LONG = 'A strategy whose name somebody made very long indeed, with a second thought'

const unit = 'USD bn'
const money = (x: number) => ({ value: x, text: value(x, unit) })

function bars(
  categories: readonly string[],
  all: Readonly<Record<string, readonly (number | null)[]>>,
): BarsChart {
  const series = Object.entries(all).map(([label, means]) => ({
    label,
    bars: means.map((x) => (x === null ? null : { value: x, text: valueWithError(x, 0.4, unit) })),
    errors: means.map((x) => (x === null ? null : 0.4)),
  }))
  return { kind: 'bars', axis: 'Value created', unit, categories, series }
}

function ranges(
  rows: Readonly<Record<string, readonly [number, number, number, number]>>,
): RangesChart {
  return {
    kind: 'ranges',
    axis: 'Value created',
    unit,
    together: true,
    rows: Object.entries(rows).map(([label, [low, middle, high, mean]]) => ({
      label,
      low: money(low),
      middle: money(middle),
      high: money(high),
      mean: { value: mean, text: valueWithError(mean, 0.4, unit), error: 0.4 },
    })),
  }
}

const beliefs: RangesChart = {
  kind: 'ranges',
  axis: 'Each belief on its own scale',
  unit: '',
  together: false,
  rows: [
    {
      label: 'Return on OpenAI shares',
      low: { value: -0.09, text: '−9% a year' },
      middle: { value: 0.1, text: '10% a year' },
      high: { value: 0.29, text: '29% a year' },
      before: {
        low: { value: -0.05, text: '−5% a year' },
        middle: { value: 0.12, text: '12% a year' },
        high: { value: 0.35, text: '35% a year' },
      },
    },
    {
      label: 'OpenAI gets into distress before the quarter in which the deal would close',
      low: { value: 0.12, text: '12%' },
      middle: { value: 0.12, text: '12%' },
      high: { value: 0.12, text: '12%' },
    },
    {
      label: 'Price of a chip',
      low: { value: 31, text: '$31,000' },
      middle: { value: 35, text: '$35,000' },
      high: { value: 44, text: '$44,000' },
    },
  ],
}

const band = (to: number, spread: number) => {
  const line = (sigmas: number) =>
    Array.from(
      { length: 25 },
      (_, t) => 0.29 + ((to - 0.29) * t) / 24 + sigmas * spread * Math.sqrt(t),
    )
  return { p5: line(-1.6), p25: line(-0.7), p50: line(0), p75: line(0.75), p95: line(1.9) }
}

function fan(...labels: readonly string[]): FanPlain {
  return {
    kind: 'fan',
    axis: 'Share of the cloud market',
    unit: 'fraction',
    quarters: quarterLabels('2025Q3', 24),
    fans: labels.map((label, at) => ({ label, ...band(0.26 - at * 0.002, 0.006 - 0.002 * at) })),
  }
}

function histogram(shares: readonly number[], from: number, step: number): HistogramChart {
  const edges = Array.from({ length: shares.length + 1 }, (_, at) => from + at * step)
  return { kind: 'histogram', axis: 'Difference in value created', unit, edges, shares, zero: 0 }
}

const bell = Array.from({ length: 24 }, (_, at) => Math.exp(-((at - 10) ** 2) / 40))
const sum = bell.reduce((a, b) => a + b, 0)
const names = ['Base case', 'Tougher regulator', 'AI spending correction', 'Open models win']
const twelve = Array.from({ length: 12 }, (_, at) => [`Strategy ${at + 1}`, at - 5] as const)
const waves = Array.from({ length: 5 }, (_, k) =>
  Array.from({ length: 25 }, (_, t) => 0.29 + 0.004 * t * Math.sin(k + t / (3 + k))),
)

export const plainBars: readonly Entry[] = [
  plain(
    'plain-bars',
    'Two strategies in four scenarios, one of them not known yet',
    bars(names, {
      'Exclusive alliance': [2.4, -3.1, 5.2, 0.4],
      'No investment': [0, 0.9, -1, null],
    }),
  ),
  plain('plain-bars-one', 'One row', bars(['Base case'], { Deep: [2.4] })),
  plain(
    'plain-bars-long',
    'Names that have no room',
    bars([LONG, `${LONG} and a third`], { [LONG]: [2, 3], [`Not ${LONG}`]: [4, -1] }),
  ),
  plain(
    'plain-bars-twelve',
    'Twelve rows',
    bars(
      twelve.map(([name]) => name),
      { Deep: twelve.map(([, x]) => x) },
    ),
  ),
  plain('plain-bars-negative', 'All below zero', bars(names, { Deep: [-1, -12, -30, -2] })),
  plain('plain-bars-zero', 'All zero', bars(names, { Deep: [0, 0, 0, 0], None: [0, 0, 0, 0] })),
]

export const plainRanges: readonly Entry[] = [
  plain(
    'plain-ranges',
    'Strategies on one scale, two of them brought out',
    ranges({
      'Exclusive alliance': [-23, -3, 44, 2.4],
      'Deep collaboration': [-18, -2, 34, 1.7],
      'No investment': [0, 0, 0, 0],
    }),
    { accents: ['Exclusive alliance', 'No investment'] },
  ),
  plain('plain-ranges-own', 'Beliefs, each on its own scale', beliefs),
  plain('plain-ranges-one', 'One row, all negative', ranges({ [LONG]: [-30, -20, -12, -21] })),
  plain(
    'plain-ranges-twelve',
    'Twelve rows',
    ranges(Object.fromEntries(twelve.map(([name, x]) => [name, [x - 4, x, x + 9, x + 1]]))),
  ),
  plain('plain-ranges-zero', 'All zero', ranges({ None: [0, 0, 0, 0], Same: [0, 0, 0, 0] })),
]

export const plainFans: readonly Entry[] = [
  plain('plain-fan', 'A fan and its rival as lines', fan('Exclusive alliance', 'No investment')),
  plain('plain-fan-singles', 'Single futures over a fan', fan('Exclusive alliance'), {
    overlay: { singles: waves },
  }),
  plain('plain-fan-long', 'Names that have no room', fan(LONG, `Not ${LONG}`)),
]

export const plainHistograms: readonly Entry[] = [
  plain(
    'plain-histogram',
    'Differences about zero',
    histogram(
      bell.map((x) => x / sum),
      -33,
      3.3,
    ),
  ),
  plain('plain-histogram-atom', 'Most in one bin', histogram([0, 0.02, 0.86, 0.1, 0.02], -5, 2)),
  plain('plain-histogram-negative', 'All below zero', histogram([0.2, 0.5, 0.3], -50, 12)),
  plain('plain-histogram-none', 'Nothing counted', histogram([0, 0, 0], -1, 1)),
]

/** As it stands on a wall. */
export const plainLarge: readonly Entry[] = [
  plain(
    'plain-large-bars',
    'Bars in large type',
    bars(names, { Deep: [2.4, -3.1, 5.2, 0.4], None: [0, 0.9, -1, 2] }),
    { size: 26, height: 520 },
  ),
  plain('plain-large-fan', 'A fan in large type', fan('Exclusive alliance', 'No investment'), {
    size: 26,
    height: 520,
  }),
]
