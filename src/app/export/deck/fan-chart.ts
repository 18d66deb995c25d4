import type { FanPlain, FanSeries } from '../../../dossier/plain-chart.ts'
import { niceAxis } from './axis.ts'
import type { Frame, OfficeChart } from './chart.ts'
import {
  axisIds,
  boxOf,
  categoriesXml,
  categoryAxis,
  chartXml,
  fillXml,
  formatOf,
  legendXml,
  lineXml,
  numbersXml,
  seriesHead,
  valueAxis,
} from './chart-xml.ts'
import { look, seriesColours } from './look.ts'
import type { Sheet } from './sheet.ts'
import { columnName } from './sheet.ts'
import { shortened } from './text-fit.ts'

/** Columns of each series, before those of the bands. */
const PERCENTILES = ['p5', 'p25', 'p50', 'p75', 'p95'] as const
const SHARES = {
  p5: '5% are',
  p25: '25% are',
  p50: 'half are',
  p75: '75% are',
  p95: '95% are',
}
/** A name in the legend, in ems. */
const WIDEST_NAME = 16

/** A fan of the first series, the middle lines of the others over it. */
export function fanChart({ fans, quarters, unit, axis }: FanPlain, frame: Frame): OfficeChart {
  const [fan, ...others] = fans
  const bands = bandsOf(fan)
  const heads = bandHeads(fan)
  const cat = categoriesXml(quarters)
  const first = 1 + fans.length * PERCENTILES.length
  const areas = bands.map((values, at) => {
    const column = at === 0 ? 1 : first + at - 1
    return areaXml(seriesHead(at, column, heads[at]), at, cat, numbersXml(column, values))
  })
  const lines = fans.map((one, at) => lineSeries(one, at, bands.length, cat))
  const scale = niceAxis([...fan.p5, ...fan.p95, ...others.flatMap(({ p50 }) => p50)])
  const every = Math.max(1, Math.ceil(quarters.length / 7))
  const format = formatOf(unit, scale.step)
  return {
    xml: chartXml(
      `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${areas.join('')}${axisIds}</c:areaChart>` +
        `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.join('')}<c:marker val="1"/>${axisIds}</c:lineChart>`,
      categoryAxis({ side: 'b', first: 'left', every, size: 11 }) +
        valueAxis(scale, { side: 'l', format, title: axis, between: 'midCat' }),
      boxOf(frame, { left: 0.95, top: 0.75, right: 0.35, bottom: 0.4 }),
      legendXml([0, 3]),
    ),
    sheet: sheetOf(fans, quarters, bands, heads),
    key: 'No single future runs along an edge of the fan.',
  }
}

const shortName = (label: string) => shortened(label, WIDEST_NAME)

/** What the parts of the fan are called, from the lowest. */
function bandHeads({ label }: FanSeries): string[] {
  const name = shortName(label)
  return [
    'Lower edge',
    `${name}: nine of ten futures`,
    `${name}: half of all futures`,
    'Upper band',
  ]
}

function areaXml(head: string, at: number, cat: string, values: string): string {
  const fill = [null, look.accentPale, look.accentMid, look.accentPale][at] ?? null
  const filled = fill === null ? '<a:noFill/>' : fillXml(fill)
  return `<c:ser>${head}<c:spPr>${filled}<a:ln><a:noFill/></a:ln></c:spPr>${cat}<c:val>${values}</c:val></c:ser>`
}

/** The line in the middle of a series. */
function lineSeries({ label, p50 }: FanSeries, at: number, before: number, cat: string): string {
  const column = 1 + at * PERCENTILES.length + PERCENTILES.indexOf('p50')
  const head = seriesHead(before + at, column, `${shortName(label)}: the middle`)
  const line = lineXml(seriesColours[at] ?? look.grey, 2.75, at === 0 ? 'solid' : 'sysDash')
  return `<c:ser>${head}<c:spPr>${line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>${cat}<c:val>${numbersXml(column, p50)}</c:val><c:smooth val="0"/></c:ser>`
}

/** What lies on each other: the lower edge, and the bands above it. */
function bandsOf({ p5, p25, p75, p95 }: FanSeries): number[][] {
  const less = (upper: readonly number[], lower: readonly number[]) =>
    upper.map((value, at) => value - lower[at])
  return [[...p5], less(p25, p5), less(p75, p25), less(p95, p75)]
}

/** Percentiles of every series, then the bands of the first, which follow its percentiles. */
function sheetOf(
  fans: readonly FanSeries[],
  quarters: readonly string[],
  [, ...bands]: readonly (readonly number[])[],
  heads: readonly string[],
): Sheet {
  const [p5, p25, , p75, p95] = PERCENTILES.map((_, at) => columnName(1 + at))
  const formulas = [
    [p25, p5],
    [p75, p25],
    [p95, p75],
  ]
  return [
    [
      '',
      ...fans.flatMap(({ label }) => PERCENTILES.map((one) => `${label}: ${SHARES[one]} below`)),
      ...heads.slice(1),
    ],
    ...quarters.map((quarter, at) => [
      quarter,
      ...fans.flatMap((fan) => PERCENTILES.map((one) => fan[one][at])),
      ...formulas.map(([upper, lower], band) => ({
        formula: `${upper}${at + 2}-${lower}${at + 2}`,
        value: bands[band][at],
      })),
    ]),
  ]
}
