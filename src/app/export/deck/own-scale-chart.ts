import type { RangeRow, RangesChart } from '../../../dossier/plain-chart.ts'
import {
  AFTER_BANDS,
  type Band,
  bandCells,
  bandHeads,
  bandsPlot,
  type Marks,
  overPlot,
} from './bands.ts'
import type { Frame, OfficeChart } from './chart.ts'
import { boxOf, categoryAxis, chartXml, overAxes, valueAxis } from './chart-xml.ts'
import { look } from './look.ts'
import { drawnSpan, figuresOf, ownScaleReading, ownSpan } from './range-rows.ts'
import { rowNames } from './row-names.ts'
import type { SheetCell } from './sheet.ts'
import { textEms } from './text-fit.ts'

const NAMES = 12
const LABELS = 11
/** How wide a mark is where a row has one figure only, as a part of the scale. */
const MARK = 0.012

/** Where the columns of the sheet stand that follow the bands. */
const [WAS, WAS_PLUS, WAS_MINUS, END] = [0, 1, 2, 3].map((at) => AFTER_BANDS + at)

/** Ranges each on a scale of its own, from the least to the greatest of its row; their words say what they are. */
export function ownScaleChart({ rows }: RangesChart, frame: Frame): OfficeChart {
  const labels = rows.map(({ label }) => label)
  const { names, width } = rowNames(labels, NAMES, frame.w * 0.4)
  const texts = rows.map(figuresOf)
  const widest = Math.max(0, ...texts.map((text) => (textEms(text) * LABELS) / 72)) + 0.25
  const plot = frame.w - width - 0.1
  const max = plot / Math.max(plot * 0.35, plot - widest)
  const scale = { min: 0, max, step: 1 }
  const placed = rows.map(placedOf)
  const bands = placed.map(({ now }) => now)
  const hasBefore = placed.some(({ before }) => before !== null)
  const marks = hasBefore ? [marksOf(placed)] : []
  const shades = { light: look.accentPale, dark: look.accentMid }
  const ends = rows.map(() => 1)
  const written = { head: 'End of the scale', column: END, values: ends, texts, size: LABELS }
  return {
    xml: chartXml(
      bandsPlot(bands, names, shades) + overPlot(marks, written, names),
      categoryAxis({ side: 'l', first: 'top', size: NAMES }) +
        valueAxis(scale, { side: 'b', format: '0%', isHidden: true, atEnd: true }) +
        overAxes(scale),
      boxOf(frame, { left: width, top: 0.04, right: 0.1, bottom: 0.04 }),
    ),
    sheet: [HEADS, ...rows.map((row, at) => cellsOf(row, names[at], placed[at], at + 2))],
    key: ownScaleReading(rows),
  }
}

/** What was before somebody changed it, over what is now. */
function marksOf(placed: readonly Placed[]): Marks {
  const of = (figure: (was: Band) => number) =>
    placed.map(({ before }) => (before ? figure(before) : 0))
  return {
    head: 'The model’s default: middle',
    column: WAS,
    values: placed.map(({ before }) => before?.middle ?? null),
    plus: { column: WAS_PLUS, values: of(({ middle, high }) => high - middle) },
    minus: { column: WAS_MINUS, values: of(({ low, middle }) => middle - low) },
    colour: look.muted,
  }
}

/** A row of the sheet: where it lies on its scale, then its figures as they are. */
function cellsOf(
  { low, middle, high }: RangeRow,
  name: string,
  { now, before }: Placed,
  row: number,
): SheetCell[] {
  const was = before
    ? [before.middle, before.high - before.middle, before.middle - before.low]
    : [null, null, null]
  return [name, ...bandCells(now, row), ...was, 1, low.value, middle.value, high.value]
}

const HEADS = [
  '',
  ...bandHeads.map((head, at) => (at < 3 ? `${head}, on the scale of its row` : head)),
  'The model’s default: middle',
  'Default: from the middle to 90%',
  'Default: from 10% to the middle',
  'End of the scale',
  '10% are below',
  'Half are below',
  '90% are below',
]

interface Placed {
  readonly now: Band
  readonly before: Band | null
}

/** Where a row lies on its scale, from 0 to 1. */
function placedOf(row: RangeRow): Placed {
  const { isChance } = row
  const { low, middle, high } = drawnSpan(row, isChance)
  const before = row.before && drawnSpan(row.before, isChance)
  const [least, most] = ownSpan(row)
  const span = most - least
  const at = ({ value }: { readonly value: number }) => (span > 0 ? (value - least) / span : 0)
  const from = Math.min(1 - MARK, Math.max(0, at(middle) - MARK / 2))
  const isMark = low.value === high.value && span > 0
  return {
    now: isMark
      ? { low: from, middle: from, high: from + MARK }
      : { low: at(low), middle: at(middle), high: at(high) },
    before: before
      ? { low: at(before.low), middle: at(before.middle), high: at(before.high) }
      : null,
  }
}
