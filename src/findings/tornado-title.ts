import { type DriverBar, isLonger } from '../analyses/driver-bars.ts'
import { LEAST } from '../analyses/tornado.ts'
import { labelOf } from '../study/model.ts'
import { chance, correlation, percent, plain } from '../words/index.ts'
import type { TornadoFacts } from './tornado.ts'
import { endLevels, whereEnd } from './tornado-words.ts'

/** What moves an outcome most, as a sentence without its full stop. */
export function tornadoTitle(facts: TornadoFacts): string {
  const { bars, trials, isStill } = facts
  const name = nameOf(facts)
  const told = bars.filter(({ isTold }) => isTold)
  if (trials === 0) return 'No future counts, so there is nothing to tell'
  if (isStill && trials >= LEAST)
    return `${name} is the same in every future that counts: there is nothing to explain`
  if (bars.length === 0 && trials >= LEAST)
    return `No belief varies among the futures that count, so none moves ${name}`
  if (told.length === 0) return `No belief moves ${name} by more than chance may bring`
  const [first, second] = told
  const also =
    second && !isLonger(first, second, facts.base?.mean ?? 0)
      ? `; about as much on ${labelOf(second.id)}`
      : ''
  return `${leadWords(first, facts)}${also}`
}

/** What is explained: of a difference it is not the outcome itself that moves. */
function nameOf({ outcome, explained }: TornadoFacts): string {
  return `${outcome.label} of ${explained}`
}

function leadWords(bar: DriverBar, facts: TornadoFacts): string {
  const { method, outcome, isDifference } = facts
  const label = labelOf(bar.id)
  const levels = endLevels(bar, { unit: outcome.unit, isDifference })
  if (levels) {
    const ends = levels.map((level, at) => `${level} ${whereEnd(bar.id, at === 1)}`)
    return `Turns most on ${label}: ${ends.join(', ')}`
  }
  if (method === 'spearman') {
    return `Turns most on ${label}: more of it goes with ${bar.size > 0 ? 'more' : 'less'} ${nameOf(facts)}, rank correlation ${correlation(bar.size, 2)}`
  }
  if (method === 'regression') {
    return `Turns most on ${label}: ${plain(bar.size, bar.error)} standard deviations for one of it, all else as it is`
  }
  if (method === 'delta')
    return `Turns most on ${label}: knowing it shifts the whole distribution by ${plain(bar.size, bar.error)}`
  const part = method === 'firstOrder' ? percent(bar.share, bar.error) : chance(bar.size, bar.error)
  return `Turns most on ${label}: ${method === 'firstOrder' ? 'alone it accounts for' : 'it has a hand in'} ${part} of the variance`
}
