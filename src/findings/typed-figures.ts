import { askOf, isShare, numberOf, unitText } from '../words/index.ts'

export { PERCENT_HELP as CHANCE_HELP } from '../words/index.ts'

/** A chance as typed where one is written as percent; what to ask or say where it is none. */
export function chanceTyped(text: string): number | string {
  const field = { percent: true }
  const chance = numberOf(text, field)
  if (typeof chance === 'number' && chance >= 0 && chance <= 1) return chance
  return `${askOf(text, field) ?? 'Type 0% to 100%'}.`
}

/** A target as typed, in the unit of its outcome; what to ask or say where it is none. */
export function targetTyped(text: string, unit: string): number | string {
  const field = { unit, percent: isShare(unit) }
  const target = numberOf(text, field)
  const isPart = text.includes('%') && !isShare(unit)
  if (typeof target === 'number' && !isPart) return target
  const said = unitText(unit)
  const such = isShare(unit) ? ', such as 25%' : said === '' ? '' : `, in ${said}`
  const got = text.trim() === '' ? '' : `, not “${text.trim()}”`
  return `${(isPart ? null : askOf(text, field)) ?? `Type a number${such}${got}`}.`
}
