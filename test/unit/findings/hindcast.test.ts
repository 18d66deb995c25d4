import { expect, it } from 'vitest'
import { forecastOnRecord } from '../../../src/findings/forecast-on-record.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { hindcastMisses, hindcastRows } from '../../../src/findings/hindcast.ts'
import { skillBySeries } from '../../../src/findings/skill.ts'
import { forecastOf202610, type HindcastRow, market } from '../../../src/study/model.ts'

function row(
  series: HindcastRow['series'],
  quarter: string,
  observed: number,
  scored = true,
): HindcastRow {
  const [p5, p50, p95] = [10, 20, 30]
  const inside = observed >= p5 && observed <= p95
  return { series, quarter, observed, low: observed, high: observed, p5, p50, p95, inside, scored }
}

it('a miss says where it lies, scored ones first, and what it teaches', () => {
  const rows = [
    row('awsRevenue', '2026Q1', 35, false),
    row('awsRevenue', '2025Q4', 31, false),
    row('spend', '2026Q2', 40),
    row('spend', '2025Q4', 5),
    row('spend', '2026Q1', 20),
    row('hhi', '2025Q4', 20),
  ]
  const found = hindcastMisses(rows, market.series, '2025-12')
  expect(found.map(({ series }) => series)).toEqual(['spend', 'awsRevenue'])
  const [spend, revenue] = found.map(({ words }) => words)
  expect(spend).toMatch(
    /^2026Q2 above the range \(40\.0 against 30\.0\) and 2025Q4 below the range \(5\.0 against 10\.0\)\. Every observed/,
  )
  expect(revenue).toMatch(/^Both quarters above the range, not scored\. AWS revenue/)
  expect(hindcastMisses([row('hhi', '2025Q4', 20)], market.series, '2025-12')).toEqual([])
})

it('figures are written to the tenth that tells a miss from a hit', () => {
  const rows = [{ ...row('spend', '2026Q2', 143.4), p95: 143.1, inside: false }]
  const [cells] = hindcastRows(rows, market.series).rows
  expect(cells.map(textOf)).toEqual([
    '2026Q2',
    'Cloud spend, USD bn per quarter',
    '143.4',
    '10.0',
    '20.0',
    '143.1',
    'no, above',
  ])
})

it('a forecast is better where both of its scores are', () => {
  const score = (pinball: number, interval: number) => ({ pinball, interval })
  const about = { quarter: '2026Q2', observed: 1 }
  const found = skillBySeries('2025-12', [
    { ...about, series: 'spend', model: score(1, 1), naive: score(2, 2) },
    { ...about, series: 'awsShare', model: score(1, 3), naive: score(2, 2) },
  ])
  expect(found.title).toMatch(/December 2025: better by both scores on 1 of 2 figures$/)
})

it('the forecast on record is shown as it was written down', () => {
  const { title, measure, table } = forecastOnRecord()
  expect(title).toBe('On record: what October 2026 foresees for 2026Q3 and 2026Q4')
  expect(measure).toContain('8 Oct 2026')
  expect(measure).toContain('“The deal as signed”')
  const { rows } = table()
  const raws = rows.flatMap((cells) =>
    cells.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.raw])),
  )
  const { figures } = forecastOf202610
  expect(raws).toEqual(figures.flatMap(({ p5, p25, p50, p75, p95 }) => [p5, p25, p50, p75, p95]))
})
