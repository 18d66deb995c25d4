import type { Lever } from '../engine/model.ts'
import { shortLeverLabels } from '../study/model.ts'

/** A lever's name in a narrow place. */
export function shortLabel({ id, label }: Lever): string {
  return shortLeverLabels[id] ?? label
}
