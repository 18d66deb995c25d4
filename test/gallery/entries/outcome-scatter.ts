import type { ComponentProps } from 'svelte'
import type { ScatterBin } from '../../../src/analyses/scatter-bins.ts'
import type { ScatterSide } from '../../../src/analyses/scatter.ts'
import OutcomeScatter from '../../../src/app/charts/OutcomeScatter.svelte'
import type { ScatterMarks } from '../../../src/findings/scatter.ts'
import { type Entry, framed } from '../entry.ts'

type Drawn = Omit<ComponentProps<typeof OutcomeScatter>, 'width' | 'marks' | 'name'>

const spread = (k: number) => (k * 0.6180339887498949) % 1
const numbers = Array.from({ length: 1200 }, (_, k) => k)
const plain: ScatterSide = { span: [-0.4, 0.6], step: 0, atom: null }
const money: ScatterSide = { span: [-40, 80], step: 0, atom: null }

function bins(
  from: number,
  to: number,
  count: number,
  middle: (x: number) => number,
): ScatterBin[] {
  const width = (to - from) / count
  return Array.from({ length: count }, (_, k) => {
    const x = from + (k + 0.5) * width
    const known = (value: number, error: number) => ({ value, error })
    return {
      from: x - width / 2,
      middle: x,
      to: x + width / 2,
      count: Math.round(1200 / count),
      p10: known(middle(x) - 12, 1.1),
      p50: known(middle(x), 0.6),
      p90: known(middle(x) + 14, 1.6),
      mean: known(middle(x), 0.5),
    }
  })
}

function drawn(
  id: string,
  title: string,
  x: (k: number) => number,
  y: (k: number) => number,
  {
    marked,
    ...more
  }: Partial<ScatterMarks> & {
    readonly marked?: (k: number) => boolean
    readonly count?: number
    readonly props?: Drawn
  } = {},
): Entry {
  const shown = numbers.slice(0, more.count ?? numbers.length)
  const marks: ScatterMarks = {
    dots: {
      trials: Int32Array.from(shown),
      x: Float64Array.from(shown, x),
      y: Float64Array.from(shown, y),
      marked: Uint8Array.from(shown, (k) => Number(marked?.(k) ?? false)),
    },
    sides: { x: plain, y: money },
    bins: bins(-0.3, 0.5, 12, (at) => 40 * at),
    x: {
      name: 'Return on OpenAI shares',
      label: 'Return on OpenAI shares, a year',
      unit: 'per year',
      ends: null,
      isDifference: false,
    },
    y: {
      name: 'Net present value',
      label: 'Net present value, USD bn',
      unit: 'USD bn',
      ends: null,
      isDifference: false,
    },
    isMarked: marked !== undefined,
    ...more,
  }
  return framed<ComponentProps<typeof OutcomeScatter>>(id, title, OutcomeScatter, {
    marks,
    name: title,
    ...more.props,
  })
}

const across = (k: number) => -0.4 + spread(k)
const up = (k: number) => 40 * across(k) + 50 * (spread(31 * k + 7) - 0.4)
const event = (k: number) => Number(spread(3 * k) > 0.7)
const happens = {
  name: 'OpenAI in distress',
  label: 'OpenAI in distress',
  unit: 'event',
  ends: ['does not happen', 'happens'],
  isDifference: false,
} as const

export const outcomeScatters: readonly Entry[] = [
  drawn('against-plain', 'A belief that an outcome rises with', across, up),
  drawn('against-atom', 'A third exactly at nothing', across, (k) => (k % 3 ? up(k) : 0), {
    sides: { x: plain, y: { ...money, atom: { value: 0, share: 0.333 } } },
  }),
  drawn('against-marked', 'Some made out by hand', across, up, {
    marked: (k) => across(k) >= 0.18 && up(k) >= 10,
    props: { across: { low: 0.18, high: null }, up: { low: 10, high: null } },
  }),
  drawn('against-event', 'An event on x', event, (k) => up(k) - 30 * event(k), {
    sides: { x: { span: [0, 1], step: 1, atom: null }, y: money },
    x: happens,
    bins: bins(-0.5, 1.5, 2, (x) => 8 - 25 * x),
  }),
  drawn(
    'against-steps',
    'Few values on both',
    (k) => k % 7,
    (k) => Math.round(spread(5 * k) * 4),
    {
      sides: { x: { span: [0, 6], step: 1, atom: null }, y: { span: [0, 4], step: 1, atom: null } },
      bins: bins(-0.5, 6.5, 7, () => 2).map((one) => ({
        ...one,
        p10: { value: 0, error: 0 },
        p90: { value: 4, error: 0.2 },
      })),
      x: {
        name: 'Quarter of closing',
        label: 'Quarter of closing, quarters',
        unit: 'quarters',
        ends: null,
        isDifference: false,
      },
    },
  ),
  drawn('against-still', 'What does not vary', () => 0.1, up, {
    sides: { x: { span: [0.1, 0.1], step: 0, atom: null }, y: money },
    bins: bins(0.1, 0.1, 1, () => 4),
  }),
  drawn(
    'against-single',
    'One future',
    () => 0.1,
    () => 12,
    {
      count: 1,
      sides: {
        x: { span: [0.1, 0.1], step: 0, atom: null },
        y: { span: [12, 12], step: 0, atom: null },
      },
      bins: bins(0.1, 0.1, 1, () => 12).map((one) => {
        const known = { value: 12, error: null }
        return { ...one, count: 1, p10: known, p50: known, p90: known, mean: known }
      }),
    },
  ),
  drawn('against-empty', 'No future', across, up, {
    count: 0,
    sides: {
      x: { span: [0, 0], step: 0, atom: null },
      y: { span: [0, 0], step: 0, atom: null },
    },
    bins: [],
  }),
]
