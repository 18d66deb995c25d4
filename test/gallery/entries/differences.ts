import type { ComponentProps } from 'svelte'
import DriverBars from '../../../src/app/charts/DriverBars.svelte'
import { type Entry, framed } from '../entry.ts'

import type { DriverMark } from '../../../src/findings/difference-drivers.ts'

type Bars = readonly DriverMark[]

const ends: readonly [string, string] = ['more for No investment', 'more for Exclusive alliance']

function bars(id: string, title: string, all: Bars, named = ends): Entry {
  return framed<ComponentProps<typeof DriverBars>>(id, title, DriverBars, {
    bars: all,
    ends: named,
    name: title,
  })
}

const usual: Bars = [
  {
    id: 'a',
    label: 'Return on OpenAI shares',
    correlation: 0.41,
    error: 0.01,
    turn: 'below 4.0 ± 0.2% a year: No investment is ahead on average',
  },
  {
    id: 'b',
    label: 'OpenAI in distress',
    correlation: -0.34,
    error: 0.02,
    turn: 'if it happens: No investment is ahead on average',
  },
  {
    id: 'c',
    label: 'Luck of the talks',
    correlation: 0.09,
    error: 0.03,
    turn: 'does not turn it',
  },
]

export const differences: readonly Entry[] = [
  bars('drivers-plain', 'What a difference goes with, both ways', usual),
  bars(
    'drivers-long',
    'Names and words that have no room',
    usual.map((one) => ({
      ...one,
      label: `${one.label} as it was seen by those who asked for far longer names than this`,
      turn: `${one.turn}, as it would be said by somebody who has a great deal of time for it`,
    })),
    [
      'more for a strategy of a name of many words (Regulatory challenge)',
      'more for another of as many words (AI spending correction)',
    ],
  ),
  bars('drivers-one', 'One alone, so weak that its error is as large', [
    { ...usual[2], correlation: 0.02, error: 0.02 },
  ]),
  bars('drivers-full', 'As close as can be, and nothing known of the error', [
    { ...usual[0], correlation: -1, error: null },
  ]),
]
