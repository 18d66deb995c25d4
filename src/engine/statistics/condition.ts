import type { CaseColumns } from '../columns.ts'
import type { Catalogue } from '../model.ts'
import { CLOSES, maskOf, selectable } from '../selection.ts'

/** 1 for every trial that meets the model's condition. */
export function conditionMask(model: Catalogue, columns: CaseColumns): Uint8Array {
  return maskOf(model, CLOSES, selectable(model, columns))
}
