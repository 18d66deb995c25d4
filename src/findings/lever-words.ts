import type { Lever, LeverValue } from '../engine/model.ts'
import { shortLeverLabels } from '../study/model.ts'
import { value as valueText } from '../words/index.ts'

/** A lever's name in a narrow place. */
export function shortLabel({ id, label }: Lever): string {
  return shortLeverLabels[id] ?? label
}

/** A lever's value, as people read it. */
export function leverWords({ unit }: Lever, value: LeverValue): string {
  if (typeof value === 'number') return valueText(value, unit)
  return value ? 'yes' : 'no'
}
