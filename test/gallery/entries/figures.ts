import Bare from '../Bare.svelte'
import { type Entry, entry } from '../entry.ts'

const table = {
  columns: ['Quarter', 'Median', 'Observed'],
  rows: Array.from({ length: 30 }, (_, k) => [
    `Quarter ${k}`,
    `$${k * 1000} bn`,
    k % 2 ? '' : String(k),
  ]),
}

export const figures: readonly Entry[] = [
  entry('figure-plain', 'Title, unit, caption, note and table', Bare, {
    title: 'The best deal is worth $12 bn',
    subtitle: 'Value to Amazon against not investing, USD bn',
    caption: 'All futures.',
    note: '10,000 futures, seed gallery',
    table,
  }),
  entry('figure-bare', 'A title alone', Bare, { title: 'Nothing but a title' }),
  entry('figure-long', 'Words that do not fit', Bare, {
    title:
      'A finding that takes many more words than anybody would wish to read over a chart, & even so <it> must "fit"',
    subtitle: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen, USD bn per quarter',
    caption: 'Caption '.repeat(30),
    note: 'Note '.repeat(20),
    table,
  }),
]
