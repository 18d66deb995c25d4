import { type DriverBar, lengthOf } from '../analyses/driver-bars.ts'
import { LEAST } from '../analyses/tornado.ts'
import { labelOf } from '../study/model.ts'
import { chance, correlation, percent, plain } from '../words/index.ts'
import type { TornadoFacts } from './tornado.ts'
import { levelWords, whereEnd } from './tornado-words.ts'

/** Errors of two lengths apart below which neither is called the longer. */
const APART = 2

/** What moves an outcome most, as a sentence without its full stop. */
export function tornadoTitle(facts: TornadoFacts): string {
  const { bars, luck, trials, outcome } = facts
  const told = bars.filter(({ isTold }) => isTold)
  if (trials === 0) return 'No future counts, so there is nothing to tell'
  if (bars.length + luck.length === 0 && trials >= LEAST)
    return `${outcome.label} is the same in every future that counts: there is nothing to explain`
  if (told.length === 0) return `No belief moves ${outcome.label} by more than chance may bring`
  const [first, second] = told
  const also =
    second && !isLonger(first, second, facts.base?.mean ?? 0)
      ? `; about as much on ${labelOf(second.id)}`
      : ''
  return `${leadWords(first, facts)}${also}`
}

function leadWords(bar: DriverBar, { method, outcome }: TornadoFacts): string {
  const label = labelOf(bar.id)
  const name = outcome.label
  if (bar.low && bar.high) {
    const ends = [bar.low, bar.high].map((end, at) => {
      return `${levelWords(end.value, outcome.unit, end.error)} ${whereEnd(bar.id, at === 1)}`
    })
    return `Turns most on ${label}: ${ends.join(', ')}`
  }
  if (method === 'spearman') {
    return `Turns most on ${label}: more of it goes with ${bar.size > 0 ? 'more' : 'less'} ${name}, rank correlation ${correlation(bar.size, 2)}`
  }
  if (method === 'regression') {
    return `Turns most on ${label}: ${plain(bar.size, bar.error)} standard deviations for one of it, all else as it is`
  }
  if (method === 'delta')
    return `Turns most on ${label}: knowing it shifts the whole distribution by ${plain(bar.size, bar.error)}`
  const part = method === 'firstOrder' ? percent(bar.share, bar.error) : chance(bar.size, bar.error)
  return `Turns most on ${label}: ${method === 'firstOrder' ? 'alone it accounts for' : 'it has a hand in'} ${part} of the variance`
}

/** Whether one bar is surely longer than another. */
function isLonger(a: DriverBar, b: DriverBar, base: number): boolean {
  const apart = lengthOf(a, base) - lengthOf(b, base)
  return apart > APART * Math.hypot(a.error ?? 0, b.error ?? 0)
}
