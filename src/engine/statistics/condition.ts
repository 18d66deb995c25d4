import { type CaseColumns, outcomeColumn } from '../columns.ts'
import type { Catalogue } from '../model.ts'

/** 1 for every trial that meets the model's condition. */
export function conditionMask(model: Catalogue, columns: CaseColumns): Uint8Array {
  const { outcome: id, states } = model.condition
  const index = model.outcomes.findIndex((one) => one.id === id)
  const outcome = model.outcomes[index]
  if (outcome?.kind !== 'category') throw new Error(`the model has no category outcome ${id}`)
  const counts = outcome.states.map((state) => (states.includes(state) ? 1 : 0))
  const column = outcomeColumn(columns, index)
  const mask = new Uint8Array(column.length)
  for (let i = 0; i < column.length; i++) mask[i] = counts[column[i]]
  return mask
}
