import {
  barPlot,
  barSeries,
  categoriesXml,
  errorBarsXml,
  fillXml,
  labelsXml,
  lineXml,
  noLabels,
  numbersXml,
  overAxisIds,
  seriesHead,
  unseen,
} from './chart-xml.ts'
import { look } from './look.ts'
import type { SheetCell } from './sheet.ts'

// Office programs have no bars from here to there: they lie on a part that is not seen, and on
// either side of 0 they are stacked apart. What a range is stands in three columns of the sheet; the
// parts are worked out from those, so that an edited figure moves its bar.

/** Three points of a range. */
export interface Band {
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** The colours below and above the middle. */
export interface Shades {
  readonly light: string
  readonly dark: string
}

/** Columns of a band in the sheet: its three points, then its parts. */
const PARTS = 4

/** How a part is worked out from the three points, in the sheet and here. */
const parts = [
  {
    head: 'Not seen',
    shade: null,
    formula: (l: string, _m: string, h: string) => `MAX(0,${l})+MIN(0,${h})`,
    value: ({ low, high }: Band) => Math.max(0, low) + Math.min(0, high),
  },
  {
    head: 'Above the middle, below 0',
    shade: 'dark',
    formula: (_l: string, m: string, h: string) => `MIN(0,${m})-MIN(0,${h})`,
    value: ({ middle, high }: Band) => Math.min(0, middle) - Math.min(0, high),
  },
  {
    head: 'Below the middle, below 0',
    shade: 'light',
    formula: (l: string, m: string) => `MIN(0,${l})-MIN(0,${m})`,
    value: ({ low, middle }: Band) => Math.min(0, low) - Math.min(0, middle),
  },
  {
    head: 'Below the middle, above 0',
    shade: 'light',
    formula: (l: string, m: string) => `MAX(0,${m})-MAX(0,${l})`,
    value: ({ low, middle }: Band) => Math.max(0, middle) - Math.max(0, low),
  },
  {
    head: 'Above the middle, above 0',
    shade: 'dark',
    formula: (_l: string, m: string, h: string) => `MAX(0,${h})-MAX(0,${m})`,
    value: ({ middle, high }: Band) => Math.max(0, high) - Math.max(0, middle),
  },
] as const

/** The first column after those of the bands. */
export const AFTER_BANDS = PARTS + parts.length

export const bandHeads = [
  '10% are below',
  'Half are below',
  '90% are below',
  ...parts.map(({ head }) => head),
]

/** The cells of a band in its row of the sheet, counted from 1. */
export function bandCells(band: Band, row: number): SheetCell[] {
  const [low, middle, high] = ['B', 'C', 'D'].map((column) => `${column}${row}`)
  return [
    band.low,
    band.middle,
    band.high,
    ...parts.map(({ formula, value }) => ({
      formula: formula(low, middle, high),
      value: value(band),
    })),
  ]
}

/** Bars from the low to the high point, in two colours that meet at the middle. */
export function bandsPlot(
  bands: readonly Band[],
  names: readonly string[],
  shades: Shades,
): string {
  const cat = categoriesXml(names)
  const series = parts.map(({ head, shade, value }, at) =>
    barSeries(
      seriesHead(at, PARTS + at, head),
      shade === null ? unseen : `${fillXml(shades[shade])}<a:ln><a:noFill/></a:ln>`,
      noLabels,
      cat,
      numbersXml(PARTS + at, bands.map(value)),
    ),
  )
  const gap = gapOf(names)
  return barPlot(series, { direction: 'bar', grouping: 'stacked', gap, isOverlapping: true })
}

/** A bar alone is no wider than one of several. */
function gapOf({ length }: readonly string[]): number {
  return length > 3 ? 110 : Math.round(450 / Math.max(1, length))
}

/** Marks over the bands: each lies where its figure is, with a line as long as its lengths. */
export interface Marks {
  readonly head: string
  readonly column: number
  readonly values: readonly (number | null)[]
  readonly plus: { readonly column: number; readonly values: readonly number[] }
  readonly minus: { readonly column: number; readonly values: readonly number[] }
  readonly colour: string
}

/** What is written at the end of each row. */
export interface RowTexts {
  readonly head: string
  readonly column: number
  /** Where each begins. */
  readonly values: readonly number[]
  readonly texts: readonly string[]
  readonly size: number
}

/** Marks and texts over the bands, on the axes that are not seen. */
export function overPlot(
  marks: readonly Marks[],
  { head, column, values, texts, size }: RowTexts,
  names: readonly string[],
): string {
  const cat = categoriesXml(names)
  const drawn = marks.map((one, at) => {
    const columns = { plus: one.plus.column, minus: one.minus.column }
    const lengths = { plus: one.plus.values, minus: one.minus.values }
    const bars = errorBarsXml('both', columns, lengths, lineXml(one.colour, 1.75), true)
    const title = seriesHead(parts.length + at, one.column, one.head)
    return barSeries(title, unseen, noLabels + bars, cat, numbersXml(one.column, one.values))
  })
  const title = seriesHead(parts.length + marks.length, column, head)
  const labels = labelsXml(texts, size, look.ink)
  const written = barSeries(title, unseen, labels, cat, numbersXml(column, values))
  return barPlot([...drawn, written], {
    direction: 'bar',
    gap: gapOf(names),
    isOverlapping: true,
    ids: overAxisIds,
  })
}
