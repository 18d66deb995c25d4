import { HEADLINE, market } from '../../models/index.ts'
import { type RunPlan, worldAt } from '../engine/plan.ts'
import type { Future } from '../engine/replay.ts'
import { replayUsual } from '../engine/usual.ts'
import { futureParts } from '../findings/future.ts'
import { futureStory } from '../findings/future-story.ts'
import { storyLines } from '../findings/future-text.ts'
import { printed } from './table.ts'

/** One future in full: what it is about, what was drawn, which events happened, and what followed in every case. */
export function futureReport(future: Future, plan: RunPlan): string {
  const { seed, vantage, quarters } = plan
  const head = `Future ${future.trial}, seed ${seed}, seen from ${vantage}, ${quarters} quarters`
  const parts = futureParts(future, quarters).flatMap(({ title, table }, index, all) => {
    // Tables of drawn values stand apart from the words above them, series close to their strategy.
    const isApart = title === '' || all[index + 1]?.title === ''
    return [
      '',
      ...(title === '' ? [] : [title]),
      ...(title !== '' && isApart ? [''] : []),
      ...printed(table),
    ]
  })
  return [head, ...storiesOf(future, plan), ...parts, ''].join('\n')
}

/** What the future is about, strategy by strategy. */
function storiesOf(future: Future, plan: RunPlan): string[] {
  const outcome = market.outcomes.find(({ id }) => id === HEADLINE)
  if (outcome?.kind !== 'number') return []
  const usual = replayUsual(market, plan, future.trial, plan.cases)
  return plan.cases.flatMap((planned, at): string[] => {
    const scenario = future.scenarios[worldAt(plan, planned.scenario)]
    const found = scenario.cases.find(({ strategy }) => strategy === planned.strategy)
    if (!found || planned.strategy === market.reference) return []
    const world = plan.worlds[worldAt(plan, planned.scenario)]
    const story = futureStory({
      trial: future.trial,
      vantage: plan.vantage,
      quarters: plan.quarters,
      outcome,
      label: planned.label,
      levers: planned.levers,
      future: scenario,
      case: found,
      beliefs: world.distributions,
      usual: usual[at],
    })
    const where = plan.worlds.length > 1 ? `${world.label}: ` : ''
    return ['', where + story.result, ...storyLines(story, plan.vantage)]
  })
}
