import type { RunPlan } from '../engine/plan.ts'
import type { Future } from '../engine/replay.ts'
import { futureParts } from '../findings/future.ts'
import { printed } from './table.ts'

/** One future in full: what was drawn, which events happened, and what followed in every case. */
export function futureReport(future: Future, { seed, vantage, quarters }: RunPlan): string {
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
  return [head, ...parts, ''].join('\n')
}
