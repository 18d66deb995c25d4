import { askOf, isShare, numberOf, unitText, value } from '../words/index.ts'

export { PERCENT_HELP as CHANCE_HELP } from '../words/index.ts'

/** A chance as typed where one is written as percent; what to ask or say where it is none. */
export function chanceTyped(text: string): number | string {
  const field = { percent: true }
  const chance = numberOf(text, field)
  if (typeof chance === 'number' && chance >= 0 && chance <= 1) return chance
  return `${askOf(text, field) ?? 'Type 0% to 100%'}.`
}

/** Beyond it no outcome lies: as much as all the world makes in a year, in USD bn; of a share all there is. */
const MOST = 100_000

/**
 * A target as typed, in the unit of its outcome; what to ask or say where it is none.
 *
 * @param least the lowest that makes sense; as far below 0 as above it without
 */
export function targetTyped(text: string, unit: string, least?: number): number | string {
  const field = { unit, percent: isShare(unit) }
  const target = numberOf(text, field)
  const isPart = text.includes('%') && !isShare(unit)
  if (typeof target === 'number' && !isPart) {
    const most = isShare(unit) ? 1 : MOST
    const from = least ?? -most
    if (target >= from && target <= most) return target
    return `Type ${value(from, unit)} to ${value(most, unit)}, not “${text.trim()}”.`
  }
  const said = unitText(unit)
  const such = isShare(unit) ? ', such as 25%' : said === '' ? '' : `, in ${said}`
  const got = text.trim() === '' ? '' : `, not “${text.trim()}”`
  return `${(isPart ? null : askOf(text, field)) ?? `Type a number${such}${got}`}.`
}
