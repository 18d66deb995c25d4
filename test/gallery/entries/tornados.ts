import type { ComponentProps } from 'svelte'
import Tornado from '../../../src/app/charts/Tornado.svelte'
import type { TornadoMark } from '../../../src/findings/tornado-marks.ts'
import { type Entry, framed } from '../entry.ts'

const plain = (
  id: string,
  label: string,
  low: number,
  high: number,
  isTold = true,
): TornadoMark => ({
  id,
  label,
  kind: 'belief',
  isEvent: false,
  ends: [
    {
      value: low,
      reach: 0.6,
      at: '−9% a year',
      text: `${low < 0 ? '−' : '+'}$${Math.abs(low)} bn`,
    },
    {
      value: high,
      reach: 1.1,
      at: '29% a year',
      text: `${high < 0 ? '−' : '+'}$${Math.abs(high)} bn`,
    },
  ],
  size: high - low,
  reach: 1.2,
  text: '',
  isTold,
  said: label,
  about: '',
  parts: [],
})

const bars = [
  plain('a', 'Return on OpenAI shares', -6, 14),
  plain('b', 'OpenAI in distress', 5, -9),
  plain('c', 'One that bends back', -4, -3),
  plain('d', 'Within its error', 2, 3, false),
]
const group: TornadoMark = { ...plain('g', 'Partnership', -8, 15), kind: 'group', parts: bars }
const base = { value: 2.4, text: 'average $2.4 bn' }

function tornado(id: string, title: string, own: readonly TornadoMark[], open: string[]): Entry {
  return framed<ComponentProps<typeof Tornado>>(id, title, Tornado, {
    marks: {
      base,
      bars: own,
      halves: {
        event: ['does not happen', 'happens'],
        other: ['lowest tenth', 'highest tenth'],
      },
    },
    open: new Set(open),
    picked: 'b',
    tick: String,
    ontoggle: () => {},
    onpick: () => {},
    name: title,
  })
}

export const tornados: readonly Entry[] = [
  tornado('tornado-plain', 'Bars around the average, one bent, one grey', bars, []),
  tornado('tornado-group', 'A group that is open', [group], ['g']),
]
