import type { ComponentProps } from 'svelte'
import Influence from '../../../src/app/charts/Influence.svelte'
import { influenceRows, influences } from '../../../models/index.ts'
import { type Entry, framed } from '../entry.ts'

type Props = ComponentProps<typeof Influence>

export const influence: readonly Entry[] = [
  framed<Props>('influence-model', 'The model’s own', Influence, {
    rows: influenceRows,
    edges: influences,
  }),
  framed<Props>('influence-one', 'One box, and a line to one that is missing', Influence, {
    rows: [[{ id: 'a', label: 'Alone', kind: 'mechanism', beliefs: [true, false] }]],
    edges: [{ from: 'a', to: 'gone', what: 'nothing' }],
  }),
  framed<Props>('influence-many', 'Twelve boxes in a row, long names', Influence, {
    rows: [
      Array.from({ length: 12 }, (_, k) => ({
        id: String(k),
        label: `Mechanism number ${k + 1}`,
        kind: 'mechanism' as const,
        beliefs: Array.from({ length: 5 * k }, (_one, i) => i % 2 === 0),
      })),
      [{ id: 'end', label: 'Where all of it comes together', kind: 'outcome' as const }],
    ],
    edges: Array.from({ length: 12 }, (_, k) => ({ from: String(k), to: 'end', what: 'a figure' })),
  }),
]
