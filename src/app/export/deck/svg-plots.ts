import type { FanPlain, HistogramChart } from '../../../dossier/plain-chart.ts'
import { difference, percent, value } from '../../../words/index.ts'
import { type NiceAxis, niceAxis, ticksOf } from './axis.ts'
import {
  colours,
  type Drawing,
  line,
  path,
  rect,
  type Scale,
  scaleOf,
  text,
  through,
  widthOf,
} from './svg-parts.ts'
import { legendOf } from './svg-rows.ts'

const SMALL = 11
/** Room to the right of a plot, for half a number below it. */
const RIGHT = 24
const fills = [colours.accent, colours.rival, colours.grey]

/** Ticks with their numbers to the left, lines across, and above what is measured. */
function axisLeft(
  axis: NiceAxis,
  words: (tick: number) => string,
  {
    y,
    left,
    width,
    title,
    top,
  }: {
    readonly y: Scale
    readonly left: number
    readonly width: number
    readonly title: string
    readonly top: number
  },
): string[] {
  return [
    text(title, 0, top - 8, { size: SMALL, fill: colours.muted }),
    ...ticksOf(axis).flatMap((tick) => [
      line(left, y(tick), width, y(tick), tick === 0 ? colours.grey : colours.line),
      text(words(tick), left - 6, y(tick) + 4, { anchor: 'end', size: SMALL, fill: colours.muted }),
    ]),
  ]
}

const leftOf = (axis: NiceAxis, words: (tick: number) => string) =>
  Math.max(...ticksOf(axis).map((tick) => widthOf(words(tick), SMALL))) + 10

/** A fan of the first series, the middle lines of the others over it. */
export function drawFan({ fans, quarters, unit, axis: title }: FanPlain, width: number): Drawing {
  const [fan, ...others] = fans
  const axis = niceAxis([...fan.p5, ...fan.p95, ...others.flatMap(({ p50 }) => p50)])
  const words = (tick: number) => value(tick, unit)
  const left = leftOf(axis, words)
  const [top, bottom] = [48, 288]
  const x = scaleOf(0, quarters.length - 1, left, width - RIGHT)
  const y = scaleOf(axis.min, axis.max, bottom, top)
  const points = (values: readonly number[]) => values.map((one, at) => [x(at), y(one)] as const)
  const band = (low: readonly number[], high: readonly number[], fill: string) =>
    path(`${through([...points(low), ...points(high).toReversed()])}Z`, { fill })
  const colourOf = (at: number) => fills[at] ?? colours.grey
  const entries = fans.map(({ label }, at) => [label, colourOf(at)] as const)
  const lines = fans.map(({ p50 }, at) => {
    const dash = at > 0 ? { dash: '5 3' } : {}
    return path(through(points(p50)), { stroke: colourOf(at), width: 2.5, ...dash })
  })
  return {
    marks: [
      ...legendOf(entries, 0, width),
      band(fan.p5, fan.p95, colours.accentPale),
      band(fan.p25, fan.p75, colours.accentMid),
      ...axisLeft(axis, words, { y, left, width: width - RIGHT, title, top }),
      ...lines,
      ...quartersBelow(quarters, x, bottom + 16),
    ],
    height: bottom + 24,
  }
}

/** Every so many quarters, so that their names stand apart. */
function quartersBelow(quarters: readonly string[], x: Scale, y: number): string[] {
  const every = Math.max(1, Math.ceil(quarters.length / 8))
  const look = { anchor: 'middle', size: SMALL, fill: colours.muted } as const
  return quarters.flatMap((quarter, at) =>
    at % every === 0 ? [text(quarter, x(at), y, look)] : [],
  )
}

/** How many futures lie where; the bar that holds the zero is grey. */
export function drawHistogram(chart: HistogramChart, width: number): Drawing {
  const { edges, shares, axis: below } = chart
  const axis = niceAxis([0, ...shares], 5)
  const words = (tick: number) => percent(tick)
  const left = leftOf(axis, words)
  const [top, bottom] = [22, 242]
  const x = scaleOf(edges[0], edges[edges.length - 1], left, width - RIGHT)
  const y = scaleOf(axis.min, axis.max, bottom, top)
  const bars = shares.map((share, at) => {
    const [from, to] = [x(edges[at]) + 0.5, x(edges[at + 1]) - 0.5]
    return rect(from, y(share), to - from, bottom - y(share), fillOf(chart, at))
  })
  return {
    marks: [
      ...axisLeft(axis, words, { y, left, width: width - RIGHT, title: 'Share of futures', top }),
      ...bars,
      ...edgesBelow(chart, x, bottom),
      text(below, width, bottom + 34, { anchor: 'end', size: SMALL, fill: colours.muted }),
    ],
    height: bottom + 40,
  }
}

function fillOf({ edges, zero, better }: HistogramChart, at: number): string {
  const [above, below] =
    better === 'below' ? [colours.rival, colours.accent] : [colours.accent, colours.rival]
  if (edges[at] >= zero) return above
  return edges[at + 1] <= zero ? below : colours.grey
}

/** Round numbers below the bars. */
function edgesBelow({ edges, unit }: HistogramChart, x: Scale, y: number): string[] {
  const [first, last] = [edges[0], edges[edges.length - 1]]
  const look = { anchor: 'middle', size: SMALL, fill: colours.muted } as const
  return ticksOf(niceAxis([first, last]))
    .filter((tick) => tick >= first && tick <= last)
    .flatMap((tick) => [
      line(x(tick), y, x(tick), y + 4, colours.grey),
      text(difference(tick, unit), x(tick), y + 17, look),
    ])
}
