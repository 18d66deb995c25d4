import type { Distribution } from '../engine/distributions/index.ts'
import { type BridgeEnd, CORRELATIONS } from '../study/bridge.ts'
import { labelOf, market, vantages } from '../study/model.ts'
import { count, counted, listed, remarks, sentences } from '../words/index.ts'
import type { BridgeAnswer } from '../workers/bridge.ts'
import type { BridgeSide } from '../workers/bridge-side.ts'
import type { BridgeFacts } from './bridge.ts'
import { beliefWords } from './belief-words.ts'
import { leverWords, shortLabel } from './lever-words.ts'

/** A term or belief by its id, as people call it. */
export function entryLabel(id: string): string {
  if (id === CORRELATIONS) return 'How beliefs move together'
  const lever = market.levers.find((one) => one.id === id)
  return lever ? shortLabel(lever) : labelOf(id)
}

/** What holds for a term or belief at one end. */
export function entryWords(id: string, { levers, distributions, correlations }: BridgeEnd): string {
  if (id === CORRELATIONS) return counted(correlations.length, 'pair')
  const lever = market.levers.find((one) => one.id === id)
  if (lever) return leverWords(lever, levers[id])
  const unit = market.assumptions.find((one) => one.id === id)?.unit ?? ''
  return beliefWords(distributions[id] as Distribution, unit)
}

/** Which futures and orders a bridge stands on. */
export function standsOn({ trials, terms, beliefs }: BridgeAnswer): string {
  const all = counted(trials, 'future')
  const sides = [
    { name: 'terms', side: terms },
    { name: 'beliefs', side: beliefs },
  ].flatMap(({ name, side }) => (side && side.entries.length > 1 ? [{ name, side }] : []))
  const fewer = sides.filter(({ side }) => side.trials < trials)
  const more = fewer.map(
    ({ name, side }) => `${name} on the first ${count(side.trials)}${ofOrders(side)}`,
  )
  const sampled = sides.filter(({ side }) => side.trials >= trials && side.orders > 0)
  return sentences([
    `Ends and sides stand on ${all}${more.length > 0 ? `, single ${listed(more)}` : ''}.`,
    more.length > 0
      ? 'Each is carried over to all of them by how it goes with its side, future by future, so that they add up to it.'
      : null,
    ...sampled.map(({ name, side }) => `Single ${name} were told apart${ofOrders(side)}.`),
  ])
}

function ofOrders({ orders }: BridgeSide): string {
  return orders > 0 ? ` by ${count(orders)} orders, whose error is in theirs` : ''
}

/** What a screenshot of a bridge must say to be checked. */
export function bridgeNote({
  between: { plan },
  answer,
}: Pick<BridgeFacts, 'between' | 'answer'>): string {
  const vantage = vantages.find(({ id }) => id === plan.vantage)?.label ?? plan.vantage
  return remarks([counted(answer.trials, 'future'), `seed ${plan.seed}`, `seen from ${vantage}`])
}
