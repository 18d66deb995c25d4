import { type DriverBar, isLonger } from '../analyses/driver-bars.ts'
import { LEAST } from '../analyses/tornado.ts'
import { chance, correlation, percent, withError } from '../words/index.ts'
import { isEvent } from './driver-meanings.ts'
import type { TornadoFacts } from './tornado.ts'
import { type NamedBar, shownBars } from './tornado-shown.ts'
import { endLevels, whereEnd } from './tornado-words.ts'

/** What moves an outcome most, of the bars that are drawn, as a sentence without its full stop. */
export function tornadoTitle(facts: TornadoFacts): string {
  const { bars, trials, isStill, luckTogether } = facts
  const name = nameOf(facts)
  const shown = shownBars(facts)
  const [first, second] = shown.filter(({ bar }) => bar.isTold)
  if (trials === 0) return 'No future counts, so there is nothing to tell'
  if (isStill && trials >= LEAST)
    return `${name} is the same in every future that counts: there is nothing to explain`
  if (bars.length === 0 && trials >= LEAST)
    return `No belief varies among the futures that count, so none moves ${name}`
  if (!first) {
    const none = shown.some(({ kind }) => kind === 'group') ? 'belief or group' : 'belief'
    return `No ${none} moves ${name} by more than chance may bring`
  }
  const mean = facts.base?.mean ?? 0
  const also =
    second && !isLonger(first.bar, second.bar, mean) ? `; about as much on ${second.label}` : ''
  const luck =
    luckTogether?.isTold && isLonger(luckTogether, first.bar, mean)
      ? '; luck, which is nobody’s belief, does more'
      : ''
  return `Turns most on ${groupName(first)}: ${leadWords(first, facts)}${also}${luck}`
}

/** What is explained: of a difference it is not the outcome itself that moves. */
function nameOf({ outcome, explained }: TornadoFacts): string {
  return `${outcome.label} of ${explained}`
}

function groupName({ label, members }: NamedBar): string {
  return members.length > 1 ? `${label}, taken together` : label
}

function leadWords({ bar, members }: NamedBar, facts: TornadoFacts): string {
  const { method, outcome, isDifference } = facts
  const name = nameOf(facts)
  const levels = endLevels(bar, { unit: outcome.unit, isDifference })
  const isGroup = members.length > 1
  if (levels) {
    const where = (isHigh: boolean) =>
      isGroup ? `in the ${isHigh ? 'highest' : 'lowest tenth'}` : whereEnd(bar.id, isHigh)
    return levels.map((one, at) => `${one} ${where(at === 1)}`).join(', ')
  }
  const happens = isEvent(bar.id)
  const more = bar.size > 0 ? 'higher' : 'lower'
  if (method === 'spearman') {
    const field = `rank correlation ${sizeOf(bar)}`
    return isGroup
      ? `the best guess from them goes with ${name} (${field})`
      : `${happens ? 'where it happens' : 'where it is higher'}, ${name} tends to be ${more} (${field})`
  }
  if (method === 'regression') return regressionWords(bar, { name, more, happens, isGroup })
  if (method === 'delta')
    return `knowing ${isGroup ? 'them' : 'it'} moves ${chance(bar.size, bar.error)} of the distribution of ${name}, on average (Borgonovo’s δ ${sizeOf(bar)})`
  return `${percent(bar.share, bar.error)} of how far ${name} varies (its variance) goes with ${isGroup ? 'them' : 'it'}`
}

function regressionWords(
  bar: DriverBar,
  of: {
    readonly name: string
    readonly more: string
    readonly happens: boolean
    readonly isGroup: boolean
  },
): string {
  const field = `standardised coefficient ${sizeOf(bar)}`
  if (of.isGroup) return `the best guess from them goes with ${of.name} (${field})`
  if (of.happens)
    return `where it happens, ${of.name} is ${of.more}, all other beliefs equal (${field})`
  return `where it is higher by its usual spread, ${of.name} is ${of.more} by ${percent(Math.abs(bar.size))} of its own, all other beliefs equal (${field})`
}

/** A size without a unit, as at its bar. */
function sizeOf({ size, error }: DriverBar): string {
  return error ? withError(size, error, 2) : correlation(size, 2)
}
