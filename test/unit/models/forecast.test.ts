import { expect, it } from 'vitest'
import { forecastOf202610, market } from '../../../models/index.ts'
import { canonicalJson } from '../../../src/engine/cases.ts'
import { textDigest } from '../../../src/engine/digest.ts'
import { planOf } from '../../../src/study/plan.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { marketRunner } from './bundled.ts'

it('the forecast of October 2026 is what it was', () => {
  // Whoever changes this line changes a forecast after the fact.
  expect(textDigest(canonicalJson(forecastOf202610)).slice(0, 16)).toBe('d18f68ec35117cf6')
})

it('it stands in order, for quarters after its start', () => {
  for (const { quarter, p5, p25, p50, p75, p95 } of forecastOf202610.figures) {
    expect(['2026Q3', '2026Q4']).toContain(quarter)
    expect([p5, p25, p50, p75, p95].toSorted((a, b) => a - b)).toEqual([p5, p25, p50, p75, p95])
  }
})

const { vantage, strategy, seed, sampling, trials, model, figures } = forecastOf202610

// A later version of the model may see it otherwise: the forecast stays.
it.skipIf(market.version !== model)('it is what the model of its version foresees', async () => {
  const given = { vantage, seed, sampling, trials, horizonQuarters: 8, strategies: [strategy] }
  const runner = marketRunner()
  const results = await runner.run(planOf(resolveStudy(given)))
  const [{ series }] = await runner.series(results, results.cases)
  for (const { series: id, quarter, p5, p50, p95 } of figures) {
    const t = quarter === '2026Q3' ? 1 : 2
    const half = id === 'spend' || id === 'awsRevenue' ? 0.0051 : 0.000051
    for (const [foreseen, now] of [
      [p5, series[id].p5[t]],
      [p50, series[id].p50[t]],
      [p95, series[id].p95[t]],
    ]) {
      expect(Math.abs(foreseen - now), `${id} in ${quarter}`).toBeLessThan(half)
    }
  }
})
