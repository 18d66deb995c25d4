import { beforeAll, describe, expect, it } from 'vitest'
import { comparisons, hindcast, type SeriesId } from '../../../models/index.ts'
import { type Hindcast, hindcastOf, hindcastTable, runHindcast } from '../../record/hindcast.ts'

const quarters = ['2024Q2', '2024Q3', '2024Q4', '2025Q1', '2025Q2', '2025Q3']
const scoredSeries: SeriesId[] = ['awsShare', 'googleShare', 'spend']

let results: Hindcast
beforeAll(async () => {
  results = await runHindcast()
})

describe('what March 2024 foresaw', () => {
  it.each(scoredSeries)('%s lies inside P5 to P95 in at least 80%% of quarters', (series) => {
    const rows = hindcastOf(results).rows.filter((row) => row.series === series)
    expect(rows.map(({ quarter }) => quarter)).toEqual(quarters)
    expect(rows.filter(({ inside }) => inside).length / rows.length).toBeGreaterThanOrEqual(0.8)
  })

  it('passes as a whole, and says so by its own count', () => {
    const { rows, inside, passed } = hindcastOf(results)
    const scored = rows.filter((row) => row.scored)
    expect(scored).toHaveLength(scoredSeries.length * quarters.length)
    expect(inside).toBe(scored.filter((row) => row.inside).length / scored.length)
    expect(passed).toBe(true)
  })

  it('shows Microsoft and never scores it', () => {
    const rows = hindcastOf(results).rows.filter(({ series }) => series === 'azureShare')
    expect(rows.map(({ quarter }) => quarter)).toEqual(quarters)
    expect(rows.some(({ scored }) => scored)).toBe(false)
    expect(hindcastTable(results)).toContain('Microsoft share')
  })
})

describe('the hindcast', () => {
  const flat = (p5: number, p50: number, p95: number) => ({
    p5: quarters.map(() => p5).concat(p5),
    p50: quarters.map(() => p50).concat(p50),
    p95: quarters.map(() => p95).concat(p95),
  })

  it('fails a model that foresaw something else', () => {
    const { inside, passed } = hindcast({ awsShare: flat(0.4, 0.45, 0.5) }, '2024Q1')
    expect(inside).toBe(0)
    expect(passed).toBe(false)
  })

  it('counts a share as inside where some figure that prints so is', () => {
    // 29% is printed for 28.5% to 29.5%; the last quarter is 29%.
    const last = (p5: number, p95: number) =>
      hindcast({ awsShare: flat(p5, p5, p95) }, '2024Q1').rows.at(-1)
    expect(last(0.2949, 0.5)).toMatchObject({ quarter: '2025Q3', inside: true })
    expect(last(0.2951, 0.5)).toMatchObject({ quarter: '2025Q3', inside: false })
    expect(last(0.1, 0.2851)).toMatchObject({ inside: true })
    expect(last(0.1, 0.2849)).toMatchObject({ inside: false })
  })

  it('compares no quarter that was given and none beyond the run', () => {
    const { rows } = hindcast({ spend: flat(0, 100, 200) }, '2024Q4')
    expect(rows.map(({ quarter }) => quarter)).toEqual(['2025Q1', '2025Q2', '2025Q3'])
    const short = { p5: [0, 0], p50: [0, 0], p95: [0, 0] }
    expect(hindcast({ spend: short }, '2024Q1').rows).toHaveLength(1)
  })

  it('sets each series beside at most one observed quantity', () => {
    const series = comparisons.map((one) => one.series)
    expect(new Set(series).size).toBe(series.length)
  })
})
