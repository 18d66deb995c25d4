import type { ComponentProps } from 'svelte'
import Bridge from '../../../src/app/charts/Bridge.svelte'
import type { BridgeRow } from '../../../src/findings/bridge.ts'
import { differenceWithError, figure, valueWithError } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

type Props = ComponentProps<typeof Bridge>

const unit = 'USD bn'

function row(
  id: string,
  side: BridgeRow['side'],
  label: string,
  value: number,
  error: number,
  more: Partial<BridgeRow> = {},
): BridgeRow {
  return {
    id,
    side,
    label,
    value,
    error,
    text: differenceWithError(value, error, unit),
    reach: 3,
    isSure: Math.abs(value) > 3 * error,
    entry: null,
    before: null,
    after: null,
    parts: [],
    ...more,
  }
}

const entry = (before: string, after: string) => ({ entry: 'one', before, after })
const end = (label: string, value: number, error: number) => ({
  label,
  value,
  error,
  reach: 3,
  text: valueWithError(value, error, unit),
})

const terms = row('decide', 'decide', 'What we decide', 1.2, 0.1, {
  parts: [
    row('money', 'decide', 'Money offered', 0.9, 0.1, {
      parts: [
        row('upfront', 'decide', 'Paid at closing', 1.3, 0.1, entry('$25 bn', '$15 bn')),
        row('later', 'decide', 'Paid later, if earned', -0.4, 0.2, entry('$25 bn', '$30 bn')),
      ],
    }),
    row('exclusivity', 'decide', 'Exclusivity', 0.3, 0.05, entry('100%', '25%')),
  ],
})
const beliefs = row('believe', 'believe', 'What we believe', -4, 0.1, {
  parts: [
    row(
      'capital',
      'believe',
      'Capital for AI revenue, a name that is long',
      -4,
      0.1,
      entry(
        '$1.3 to $3.2, likeliest $2.1 (per $1 of yearly revenue)',
        '$0.6 per $1 of yearly revenue',
      ),
    ),
  ],
})
const together = row('together', 'together', 'What needs both', -0.3, 0.05)
const all = new Set(['decide', 'believe', 'money'])

const props: Omit<Props, 'width'> = {
  marks: {
    from: end('Exclusive alliance (Base case)', 1.4, 0.1),
    to: end('Deep technical collaboration (AI spending correction)', -1.7, 0.1),
    rows: [terms, beliefs, together],
  },
  open: new Set(),
  tick: (at: number) => figure(at, unit),
  ontoggle: () => {},
  pick: 'Opens where it is changed',
  onpick: () => {},
  name: 'A bridge',
}

export const bridges: readonly Entry[] = [
  framed<Props>('bridge-closed', 'Two sides and what needs both', Bridge, props),
  framed<Props>('bridge-open', 'All open, one within its error, words too long', Bridge, {
    ...props,
    open: all,
  }),
  framed<Props>('bridge-small', 'Bars far smaller than the ends', Bridge, {
    ...props,
    marks: {
      from: end('First', 120, 0.1),
      to: end('Second', 120.9, 0.1),
      rows: [{ ...terms, value: 0.9, parts: [] }],
    },
  }),
  framed<Props>('bridge-none', 'Nothing differs', Bridge, {
    ...props,
    marks: { from: end('First', 0, 0), to: end('Second', 0, 0), rows: [] },
  }),
]
