import {
  hindcast,
  HINDCAST_VANTAGES,
  market,
  scoredForecasts,
  vantages,
} from '../../models/index.ts'
import { hindcastMisses, hindcastRows, hindcastScore } from '../findings/hindcast.ts'
import { skillByQuarter, skillBySeries } from '../findings/skill.ts'
import { hindcastPlan } from '../study/index.ts'
import { counted } from '../words/index.ts'
import type { Runner } from '../workers/runner.ts'
import { printed } from './table.ts'

/** What was foreseen from every older vantage beside what came, as a person reads it. */
export async function hindcastReport(runner: Runner): Promise<string> {
  const lines: string[] = []
  for (const id of HINDCAST_VANTAGES) {
    const vantage = vantages.find((one) => one.id === id) ?? vantages[0]
    const results = await runner.run(hindcastPlan(id))
    const { trials, plan } = results
    const [{ series: summaries }] = await runner.series(results, results.cases)
    const found = hindcast(summaries, vantage.startQuarter)
    const scored = scoredForecasts(summaries, vantage.startQuarter)
    const misses = hindcastMisses(found.rows, market.series, id)
    const [bySeries, byQuarter] = [skillBySeries(id, scored), skillByQuarter(id, scored)]
    lines.push(
      ...(lines.length > 0 ? [''] : []),
      `${vantage.label}, ${counted(trials, 'future')}, seed ${plan.seed}`,
      `${hindcastScore(found, id).score} ${hindcastScore(found, id).words}`,
      '',
      ...misses.map(({ label, words }) => `${label}: ${words}`),
      '',
      ...printed(hindcastRows(found.rows, market.series)),
      '',
      bySeries.title,
      ...printed(bySeries.table()),
      '',
      byQuarter.title,
      ...printed(byQuarter.table()),
      '',
      byQuarter.measure,
      byQuarter.caption,
    )
  }
  return `${lines.join('\n')}\n`
}
