import { caseOf } from '../../../engine/plan.ts'
import type { Dossier } from '../../../dossier/dossier.ts'
import type { Table } from '../../../findings/finding.ts'
import { termLines } from '../../../findings/terms.ts'
import { market } from '../../../study/model.ts'

/** So many strategies still stand beside each other on paper. */
const MOST = 5

/** What is decided: the terms of each strategy, the chosen one and its rival first, some to a table. */
export function decisionsOf(dossier: Dossier): readonly Table[] {
  const { plan, sight, resolved } = dossier
  const ids = [...new Set([sight.chosen, sight.rival, ...resolved.strategies.map(({ id }) => id)])]
  const groups = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, at) =>
    ids.slice(at * MOST, (at + 1) * MOST),
  )
  return groups.map((group) => {
    const terms = group.map((id) =>
      termLines(market.levers, caseOf(plan, dossier.ref(id)).levers, null),
    )
    return {
      columns: ['Term', ...group.map((id) => dossier.labelOf(id))],
      rows: terms[0].map(({ label }, row) => [label, ...terms.map((lines) => lines[row].text)]),
    }
  })
}
