import { askOf, numberOf } from '../words/index.ts'

export { PERCENT_HELP as CHANCE_HELP } from '../words/index.ts'

/** A chance as typed where one is written as percent; what to ask or say where it is none. */
export function chanceTyped(text: string): number | string {
  const field = { percent: true }
  const chance = numberOf(text, field)
  if (typeof chance === 'number' && chance >= 0 && chance <= 1) return chance
  return `${askOf(text, field) ?? 'Type 0% to 100%'}.`
}
