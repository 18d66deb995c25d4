import type { BarsChart, RangeRow, RangesChart } from '../../../dossier/plain-chart.ts'
import { value } from '../../../words/index.ts'
import { type NiceAxis, niceAxis, ticksOf } from './axis.ts'
import {
  colours,
  type Drawing,
  line,
  rect,
  type Scale,
  scaleOf,
  text,
  widthOf,
} from './svg-parts.ts'
import { drawnSpan, figuresOf, ownSpan, rowText } from './range-rows.ts'
import { linesOf, shortened } from './text-fit.ts'

const SIZE = 12
const SMALL = 11
const LINE = 14
const GAP = 10
const fills = [colours.accent, colours.rival, colours.grey]

/** Names to the left of rows, in at most two lines. */
function namesOf(labels: readonly string[], width: number) {
  const widest = width * 0.34
  const ems = widest / SIZE
  const names = labels.map((label) => linesOf(shortened(label, ems * 1.8), ems).slice(0, 2))
  const used = Math.max(0, ...names.flat().map((one) => widthOf(one, SIZE)))
  return { names, left: Math.min(widest, used) + GAP }
}

function nameAt(lines: readonly string[], x: number, middle: number): string[] {
  const first = middle + 4 - ((lines.length - 1) * LINE) / 2
  return lines.map((one, at) => text(one, x, first + at * LINE, { anchor: 'end', size: SIZE }))
}

/** Ticks with their numbers below, and lines up from them. */
function axisBelow(
  axis: NiceAxis,
  {
    x,
    top,
    bottom,
    unit,
    title,
    width,
  }: {
    readonly x: Scale
    readonly top: number
    readonly bottom: number
    readonly unit: string
    readonly title: string
    readonly width: number
  },
): string[] {
  return [
    ...ticksOf(axis).flatMap((tick) => [
      line(x(tick), top, x(tick), bottom, tick === 0 ? colours.grey : colours.line),
      text(value(tick, unit), x(tick), bottom + 15, {
        anchor: 'middle',
        size: SMALL,
        fill: colours.muted,
      }),
    ]),
    text(title, width, bottom + 31, { anchor: 'end', size: SMALL, fill: colours.muted }),
  ]
}

/** Bars of each category below each other, each with its error and its figure. */
export function drawBars(chart: BarsChart, width: number): Drawing {
  const { categories, series, unit, axis: title } = chart
  const { names, left } = namesOf(categories, width)
  const bar = series.length > 1 ? 15 : 18
  const pitch = Math.max(series.length * bar + 10, 34)
  const top = series.length > 1 ? 24 : 4
  const bottom = top + pitch * categories.length
  const { low, high, label } = extentOf(chart)
  const axis = niceAxis([low, high])
  const start = left + (low < 0 ? label : 0)
  const x = scaleOf(axis.min, axis.max, start, width - (high > 0 || low === 0 ? label : 14))
  const entries = series.map((one, at) => [one.label, fills[at] ?? colours.grey] as const)
  const marks = categories.flatMap((_, row) => {
    const middle = top + pitch * (row + 0.5)
    const y = middle - (series.length * bar) / 2
    return [...nameAt(names[row], left - GAP, middle), ...barsOfRow(chart, row, { x, y, bar })]
  })
  return {
    marks: [
      ...(series.length > 1 ? legendOf(entries, left, width) : []),
      ...axisBelow(axis, { x, top, bottom, unit, title, width }),
      ...marks,
    ],
    height: bottom + 38,
  }
}

/** From where to where bars reach with their errors, and how wide the widest of their figures is. */
function extentOf({ series }: BarsChart) {
  const all = series.flatMap(({ bars, errors }) =>
    bars.flatMap((one, row) => (one ? [{ ...one, error: errors?.[row] ?? 0 }] : [])),
  )
  return {
    low: Math.min(0, ...all.map((one) => one.value - one.error)),
    high: Math.max(0, ...all.map((one) => one.value + one.error)),
    label: Math.max(0, ...all.map((one) => widthOf(one.text, SMALL))) + GAP,
  }
}

/** The bars of one category, one for each series. */
function barsOfRow(
  { series }: BarsChart,
  row: number,
  { x, y, bar }: { readonly x: Scale; readonly y: number; readonly bar: number },
): string[] {
  return series.flatMap(({ bars, errors }, at) => {
    const one = bars[row]
    const place = { x, y: y + at * bar, bar, fill: fills[at] ?? colours.grey }
    return one ? barAt(one, errors?.[row] ?? null, place) : []
  })
}

function barAt(
  { value: size, text: words }: { readonly value: number; readonly text: string },
  error: number | null,
  {
    x,
    y,
    bar,
    fill,
  }: { readonly x: Scale; readonly y: number; readonly bar: number; readonly fill: string },
): string[] {
  const [from, to] = [Math.min(x(0), x(size)), Math.max(x(0), x(size))]
  const middle = y + bar / 2
  const by = error ? x(error) - x(0) : 0
  return [
    rect(from, y + 1, to - from, bar - 2, fill),
    ...(by > 0 ? [line(x(size) - by, middle, x(size) + by, middle, colours.ink, 1.5)] : []),
    size < 0
      ? text(words, from - by - 4, middle + 4, { anchor: 'end', size: SMALL })
      : text(words, to + by + 4, middle + 4, { size: SMALL }),
  ]
}

/** Names in their colours, above a plot. */
export function legendOf(
  entries: readonly (readonly [name: string, colour: string])[],
  left: number,
  width: number,
): string[] {
  const each = (width - left) / entries.length
  let x = left
  return entries.flatMap(([name, fill]) => {
    const short = shortened(name, (each - 30) / SIZE)
    const at = x
    x += Math.min(each, widthOf(short, SIZE) + 34)
    return [rect(at, 4, 10, 10, fill), text(short, at + 15, 13, { size: SIZE })]
  })
}

/** Ranges of rows on one scale, or each on its own. */
export function drawRanges(chart: RangesChart, width: number): Drawing {
  const { rows, together, unit, axis: title } = chart
  const labels = rows.map(({ label }) => label)
  const { names, left } = namesOf(labels, width)
  // The scale of a chance says where it ends, below its bar.
  const [top, pitch] = [4, rows.some(({ isChance }) => isChance) ? 44 : 34]
  const bottom = top + pitch * rows.length
  const words = rows.map((row) => (together ? rowText(row) : figuresOf(row)))
  const widest = Math.max(0, ...words.map((one) => widthOf(one, SMALL)))
  const end = width - Math.min(width * 0.36, widest + GAP)
  const axis = niceAxis([0, ...rows.map(({ low }) => low.value), ...rows.map(lastOf)])
  const common = scaleOf(axis.min, axis.max, left + 14, end)
  const marks = rows.flatMap((row, at) => {
    const middle = top + pitch * (at + 0.5)
    const x = together ? common : scaleOf(...ownSpan(row), left + 6, end)
    const last = together ? x(lastOf(row)) : end
    return [
      ...nameAt(names[at], left - GAP, middle),
      ...rangeAt(row, x, middle),
      ...(row.isChance ? chanceEnds(x, middle) : []),
      text(words[at], last + 8, middle + 4, { size: SMALL }),
    ]
  })
  const below = together ? axisBelow(axis, { x: common, top, bottom, unit, title, width }) : []
  return { marks: [...below, ...marks], height: together ? bottom + 38 : bottom + 4 }
}

/** Where a range ends, or its average where that lies beyond. */
function lastOf({ high, mean }: RangeRow): number {
  return Math.max(high.value, mean?.value ?? high.value)
}

/** Where the scale of a chance ends. */
function chanceEnds(x: Scale, y: number): string[] {
  const look = { size: SMALL, fill: colours.muted } as const
  return [
    line(x(0), y - 7, x(0), y + 10, colours.grey),
    line(x(1), y - 7, x(1), y + 10, colours.grey),
    text('0%', x(0), y + 22, look),
    text('100%', x(1), y + 22, { ...look, anchor: 'end' }),
  ]
}

function rangeAt(row: RangeRow, x: Scale, y: number): string[] {
  const { mean, isChance } = row
  const { low, middle, high } = drawnSpan(row, isChance)
  const before = row.before && drawnSpan(row.before, isChance)
  const [a, b, c] = [x(low.value), x(middle.value), x(high.value)]
  const by = mean?.error ? x(mean.error) - x(0) : 0
  return [
    ...(before
      ? [
          rect(
            x(before.low.value),
            y + 8,
            x(before.high.value) - x(before.low.value),
            3,
            colours.grey,
          ),
          rect(x(before.middle.value) - 1, y + 6, 2, 7, colours.muted),
        ]
      : []),
    rect(a, y - 6, b - a, 12, colours.accentMid),
    rect(b, y - 6, c - b, 12, colours.accent),
    ...(low.value === high.value && !mean ? [rect(b - 2, y - 7, 4, 14, colours.accent)] : []),
    ...(mean
      ? [
          rect(x(mean.value) - 1.5, y - 9, 3, 18, colours.ink),
          line(x(mean.value) - by, y, x(mean.value) + by, y, colours.ink, 1.5),
        ]
      : []),
  ]
}
