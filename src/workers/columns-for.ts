import type { Needs } from '../analyses/analysis.ts'
import { outcomeColumn, outcomePlace } from '../engine/columns.ts'
import type { Catalogue } from '../engine/model.ts'
import { caseOf } from '../engine/plan.ts'
import type { Question } from './answering.ts'
import type { Asked } from './asked.ts'
import { breathe } from './breathe.ts'

/** More trials than this are copied with a turn for the thread between columns. */
const MANY = 20_000

/** Columns of what a question needs, copied one at a time: many trials would hold the thread up. */
export async function columnsFor(
  model: Catalogue,
  of: Asked,
  needs: Needs,
): Promise<Question['cases']> {
  const cases = []
  for (const ref of needs.cases) {
    const { columns } = caseOf(of, ref)
    const outcomes: (readonly [string, Float64Array])[] = []
    for (const outcome of needs.outcomes) {
      const place = outcomePlace(model, outcome)
      if (columns.trials > MANY) await breathe()
      outcomes.push([outcome, outcomeColumn(columns, place)])
    }
    cases.push({ trials: columns.trials, outcomes })
  }
  return cases
}
