import type { PlainChart, RangesChart } from '../../../dossier/plain-chart.ts'
import { amount, type Table } from '../../../findings/finding.ts'

/** The least and the greatest size of type on a page, in pixels. */
const LEAST = 12
const SMALLEST = 16
const LARGEST = 64

/** The size of a page’s type in a window, in pixels: 26 in one of 1440 × 900. */
export function typeIn(width: number, height: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, Math.min(0.0181 * width, 0.029 * height)))
}

/**
 * The size of the type of a chart that is to fill a height: that of the page, or less where it has
 * many rows.
 */
export function chartType(chart: PlainChart, height: number, type: number): number {
  const wanted = 0.84 * type
  const lines = linesOf(chart)
  return Math.max(LEAST, Math.min(wanted, Math.floor(height / lines)))
}

/** About how many heights of its type a chart needs. */
function linesOf(chart: PlainChart): number {
  if (chart.kind === 'bars') return 7 + chart.categories.length * (1.35 * chart.series.length + 0.5)
  if (chart.kind === 'ranges') return 7 + chart.rows.length * (chart.together ? 1.85 : 3.1)
  return 16
}

/** How large a headline of so many characters is set, as a part of the page’s type. */
export function headlineSize(length: number): number {
  if (length <= 70) return 1.75
  if (length <= 120) return 1.45
  return length <= 200 ? 1.2 : 1
}

/** Characters of a line at the page’s size, in a window of 1440. */
const CHARACTERS = 95

/** How large the sentences below a chart are set, as a part of the page’s type: many leave it its room. */
export function sentencesSize(all: readonly string[]): number {
  const lines = all.reduce((sum, one) => sum + Math.ceil(one.length / CHARACTERS), 0)
  if (lines <= 6) return 1
  return lines <= 9 ? 0.85 : 0.7
}

/** What ranges draw, as a table. */
export function rangesTable({ axis, rows }: RangesChart): Table {
  return {
    columns: [axis, '10% below', 'Half below', '90% below', 'Average'],
    rows: rows.map(({ label, low, middle, high, mean }) => [
      label,
      ...[low, middle, high].map(({ text, value }) => amount(text, value)),
      mean ? amount(mean.text, mean.value) : '–',
    ]),
  }
}
