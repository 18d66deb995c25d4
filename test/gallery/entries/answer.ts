import type { ComponentProps } from 'svelte'
import { densityTop, type Look } from '../../../src/app/charts/distribution.ts'
import Distribution from '../../../src/app/charts/Distribution.svelte'
import SplitBars from '../../../src/app/charts/SplitBars.svelte'
import TalksBar from '../../../src/app/charts/TalksBar.svelte'
import ValueAxis from '../../../src/app/charts/ValueAxis.svelte'
import { value } from '../../../src/words/index.ts'
import { shape, type Shape } from '../../../src/engine/statistics/shape.ts'
import { type Entry, framed } from '../entry.ts'

const spread = (k: number) => (k * 0.6180339887498949) % 1
const shapeOf = (count: number, rule: (k: number) => number) =>
  shape(Float64Array.from({ length: count }, (_, k) => rule(k)))
const words = (x: number) => value(x, 'USD bn')

type Drawn = Omit<ComponentProps<typeof Distribution>, 'width'>

function row(id: string, title: string, drawn: Shape, look: Look, more: Partial<Drawn> = {}) {
  return framed<ComponentProps<typeof Distribution>>(id, title, Distribution, {
    shape: drawn,
    domain: [-40, 120],
    height: 74,
    look,
    side: 'atLeast',
    target: 0,
    colour: 'var(--accent)',
    size: 5,
    top: densityTop([drawn]),
    ticks: [-40, 0, 40, 80, 120],
    words,
    name: title,
    ...more,
  })
}

const skewed = shapeOf(4000, (k) => -20 + 15 / (1.05 - spread(k)))
const heavy = shapeOf(4000, (k) => -30 + 8 / (1.0005 - spread(k)))
const often = shapeOf(4000, (k) => (spread(k) < 0.55 ? 0 : 90 * spread(k) - 70))
const equal = shapeOf(4000, () => 12)
const single = shapeOf(1, () => 12)
const empty = shape(new Float64Array())

export const distributions: readonly Entry[] = [
  row('dots-plain', 'Fifty dots', skewed, 'dots'),
  row('dots-atom', 'Dots where most often nothing happens', often, 'dots'),
  row('dots-heavy', 'Dots with tails far beyond the axis', heavy, 'dots'),
  row('dots-equal', 'All futures equal', equal, 'dots'),
  row('dots-single', 'One trial', single, 'dots'),
  row('dots-empty', 'No trial at all', empty, 'dots'),
  row('dots-active', 'A dot looked at, the target off the axis', skewed, 'dots', {
    active: 20,
    target: 400,
  }),
  row('dots-ceiling', 'Where lower is better', skewed, 'dots', { side: 'atMost', target: 10 }),
  row('density-plain', 'A density', skewed, 'density'),
  row('density-atom', 'A density beside a stem', often, 'density'),
  row('density-heavy', 'A density with tails beyond the axis', heavy, 'density'),
  row('density-equal', 'No density where all are equal', equal, 'density'),
  row('chance-plain', 'Chance of at least', skewed, 'cumulative'),
  row('chance-atom', 'An upright step', often, 'cumulative'),
  row('chance-ceiling', 'Chance of at most', skewed, 'cumulative', { side: 'atMost' }),
  row('chance-flat', 'An axis of no width to speak of', equal, 'cumulative', {
    domain: [12, 12.000001],
    ticks: [12],
  }),
]

const talks = (shares: Readonly<Record<string, number>>) =>
  Object.entries(shares).map(([state, share]) => ({
    state,
    share,
    label: state === 'collapsed' ? 'never signed' : state,
  }))

function bar(id: string, title: string, shares: Readonly<Record<string, number>>): Entry {
  return framed<ComponentProps<typeof TalksBar>>(id, title, TalksBar, {
    parts: talks(shares),
    closed: ['remedied', 'closed'],
  })
}

export const talksBars: readonly Entry[] = [
  bar('talks-plain', 'Every end there is', {
    collapsed: 0.3,
    blocked: 0.12,
    pending: 0.08,
    remedied: 0.2,
    closed: 0.3,
  }),
  bar('talks-none', 'No offer', { none: 1 }),
  bar('talks-never', 'Never closes', { collapsed: 1 }),
  bar('talks-always', 'Always closes', { closed: 1 }),
  bar('talks-slivers', 'Slivers', {
    collapsed: 0.31,
    blocked: 0.004,
    remedied: 0.006,
    closed: 0.68,
  }),
]

const part = (id: 'cloud' | 'stake' | 'all', label: string, x: number) => ({
  id,
  label,
  text: words(x),
  estimate: { value: x },
})

function bars(id: string, title: string, cloud: number, stake: number): Entry {
  return framed<ComponentProps<typeof SplitBars>>(id, title, SplitBars, {
    parts: [part('cloud', 'cloud business', cloud), part('stake', 'stake less price', stake)],
    domain: [Math.min(0, cloud, stake), Math.max(1, cloud, stake)],
    colour: 'var(--rival)',
  })
}

export const splitBars: readonly Entry[] = [
  bars('split-plain', 'Both gain', 1.9, 0.3),
  bars('split-signs', 'One gains, one loses', 4, -2.5),
  bars('split-loss', 'Both lose', -3, -1),
  bars('split-zero', 'Nothing at all', 0, 0),
  framed<ComponentProps<typeof SplitBars>>('split-one', 'One part', SplitBars, {
    parts: [part('all', 'AWS share', 24)],
    domain: [0, 30],
    colour: 'var(--grey)',
  }),
  framed<ComponentProps<typeof ValueAxis>>(
    'axis-crowded',
    'An axis with too many ticks',
    ValueAxis,
    {
      domain: [-40, 120],
      ticks: Array.from({ length: 33 }, (_, k) => -40 + 5 * k),
      words,
    },
  ),
]
