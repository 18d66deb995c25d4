import { beforeAll, describe, expect, it } from 'vitest'
import {
  comparisons,
  hindcast,
  HINDCAST_VANTAGES,
  lessonOf,
  type SeriesId,
} from '../../../models/index.ts'
import { naiveForecast } from '../../../models/naive.ts'
import { scoreOf } from '../../../models/scores.ts'
import { skillOf } from '../../../src/findings/skill.ts'
import {
  type Hindcast,
  hindcastOf,
  hindcastTable,
  runHindcast,
  scoredOf,
} from '../../record/hindcast.ts'

const since2025 = ['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2']
const quarters = ['2024Q2', '2024Q3', '2024Q4', ...since2025]
const scoredSeries: SeriesId[] = ['awsShare', 'googleShare', 'spend']

const runs = new Map<string, Hindcast>()
const runOf = (vantage: string): Hindcast => {
  const found = runs.get(vantage)
  if (!found) throw new Error(`nothing was run from ${vantage}`)
  return found
}
beforeAll(async () => {
  for (const vantage of HINDCAST_VANTAGES) runs.set(vantage, await runHindcast(vantage))
})
const quartersFrom = { '2024-03': quarters, '2025-12': quarters.slice(-3) } as const

describe.each(HINDCAST_VANTAGES)('what %s foresaw', (vantage) => {
  const rowsOf = (series: SeriesId) =>
    hindcastOf(runOf(vantage)).rows.filter((row) => row.series === series)

  it.each(scoredSeries)('%s is observed in every quarter since', (series) => {
    const found = rowsOf(series).map(({ quarter }) => quarter)
    expect(found.toSorted()).toEqual(quartersFrom[vantage])
  })

  it('passes as a whole, and says so by its own count', () => {
    const { rows, inside, passed } = hindcastOf(runOf(vantage))
    const scored = rows.filter((row) => row.scored)
    expect(scored).toHaveLength(scoredSeries.length * quartersFrom[vantage].length)
    expect(inside).toBe(scored.filter((row) => row.inside).length / scored.length)
    expect(passed).toBe(true)
  })

  it('shows misses first: spend ended above the range, or on its edge', () => {
    const { rows } = hindcastOf(runOf(vantage))
    expect(rows[0]).toMatchObject({ series: 'spend', quarter: '2026Q2', inside: false })
    expect(rows.findLastIndex((row) => !row.inside)).toBe(
      rows.filter((row) => !row.inside).length - 1,
    )
    expect(rows[0].observed).toBe(143.4)
    const edge = rows[0].observed - rows[0].p95
    expect(edge).toBeLessThan(vantage === '2025-12' ? 0.5 : 3)
    expect(edge).toBeGreaterThan(0)
  })

  it('has a sentence for every series that missed', () => {
    const missed = hindcastOf(runOf(vantage)).rows.filter((row) => !row.inside)
    expect(missed.filter(({ series }) => lessonOf(vantage, series) === '')).toEqual([])
    expect(lessonOf(vantage, 'hhi')).toBe('')
  })

  it('shows Microsoft and never scores it', () => {
    const rows = rowsOf('azureShare')
    expect(rows).toHaveLength(quartersFrom[vantage].length)
    expect(rows.some(({ scored }) => scored)).toBe(false)
    expect(hindcastTable(runOf(vantage))).toContain('Microsoft share')
  })

  it('has more skill than a naive forecast in every series that is scored', () => {
    const scored = scoredOf(runOf(vantage))
    expect(scored).toHaveLength(scoredSeries.length * quartersFrom[vantage].length)
    for (const series of scoredSeries) {
      const rows = scored.filter((one) => one.series === series)
      for (const score of ['pinball', 'interval'] as const) {
        expect(skillOf(rows, score).skill, `${series} ${score}`).toBeGreaterThan(0)
      }
    }
  })
})

describe('scores', () => {
  const forecast = { p5: 10, p25: 20, p50: 30, p75: 40, p95: 50 }

  it('charge each quantile for its side, and a range for its width and for what it missed', () => {
    // By hand: (0.05·20 + 0.25·10 + 0 + 0.25·10 + 0.05·20)/5.
    expect(scoreOf(forecast, 30).pinball).toBeCloseTo(1.4, 12)
    expect(scoreOf(forecast, 30).interval).toBe(40)
    expect(scoreOf(forecast, 52).interval).toBe(40 + 20 * 2)
    expect(scoreOf(forecast, 9).interval).toBe(40 + 20)
  })

  it('are best for who says what is', () => {
    const sure = { p5: 30, p25: 30, p50: 30, p75: 30, p95: 30 }
    expect(scoreOf(sure, 30)).toEqual({ pinball: 0, interval: 0 })
  })
})

describe('a naive forecast', () => {
  it('keeps the last share, and spreads by the errors of the past', () => {
    const found = naiveForecast('awsShare', '2025Q3', 2)
    expect(found?.p50).toBeCloseTo(0.29, 12)
    expect(found && found.p95 - found.p50).toBeCloseTo(found ? found.p50 - found.p5 : NaN, 12)
    const far = naiveForecast('awsShare', '2025Q3', 8)
    expect(far && found && far.p95 - far.p5 > found.p95 - found.p5).toBe(true)
  })

  it('keeps the growth of the last year', () => {
    const year = naiveForecast('spend', '2025Q3', 4)
    expect(year?.p50).toBeCloseTo(107 * (107 / 84), 9)
  })

  it('knows nothing of what came later, nor of what nobody observed', () => {
    expect(naiveForecast('spend', '2024Q1', 1)).not.toEqual(naiveForecast('spend', '2024Q2', 1))
    expect(naiveForecast('hhi', '2024Q1', 1)).toBeUndefined()
    expect(naiveForecast('spend', '2018Q2', 6)).toBeUndefined()
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
    // 28% is printed for 27.5% to 28.5%; the last quarter is 28%.
    const last = (p5: number, p95: number) =>
      hindcast({ awsShare: flat(p5, p5, p95) }, '2024Q1').rows.find(
        (row) => row.quarter === '2026Q2',
      )
    expect(last(0.2849, 0.5)).toMatchObject({ quarter: '2026Q2', inside: true })
    expect(last(0.2851, 0.5)).toMatchObject({ quarter: '2026Q2', inside: false })
    expect(last(0.1, 0.2751)).toMatchObject({ inside: true })
    expect(last(0.1, 0.2749)).toMatchObject({ inside: false })
  })

  it('compares no quarter that was given and none beyond the run', () => {
    const { rows } = hindcast({ spend: flat(0, 100, 200) }, '2024Q4')
    expect(rows.map(({ quarter }) => quarter).toSorted()).toEqual(since2025)
    const short = { p5: [0, 0], p50: [0, 0], p95: [0, 0] }
    expect(hindcast({ spend: short }, '2024Q1').rows).toHaveLength(1)
  })

  it('sets each series beside at most one observed quantity', () => {
    const series = comparisons.map((one) => one.series)
    expect(new Set(series).size).toBe(series.length)
  })
})
