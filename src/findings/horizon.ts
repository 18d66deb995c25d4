import type { NumberOutcome } from '../engine/model.ts'
import {
  commas,
  count,
  listed,
  sentences,
  sizeWithError,
  valueWithError,
  withError,
} from '../words/index.ts'
import { type Ahead, aheadIn, isSettled, type Means, ruleOf } from './ahead.ts'
import { apart } from './estimates.ts'
import { amount, type Finding } from './finding.ts'
import type { Limits } from './best.ts'

/** What every strategy is worth, seen to one horizon. */
export interface SeenTo extends Means {
  readonly quarters: number
}

/** What a finding on horizons is made from. */
export interface HorizonFacts {
  /** Labels of the strategies. */
  readonly strategies: readonly string[]
  readonly seen: readonly SeenTo[]
  readonly limits: Limits
  /** The label of the deal that has been struck; null where none has, or none is it. */
  readonly statusQuo: string | null
}

/**
 * How the answer depends on the horizon: the mean of every strategy and which is best, from three
 * years to ten.
 */
export function horizonFinding(
  outcome: NumberOutcome,
  facts: HorizonFacts,
): Finding<readonly SeenTo[]> {
  const { strategies, seen, limits } = facts
  const { id, label, unit, better } = outcome
  const ahead = seen.map((one) => aheadIn(one, better, ruleOf(limits)))
  return {
    id: `horizon-${id}`,
    title: titleOf(outcome, facts, ahead),
    measure: `${label}: means by quarters to the horizon (${unit === 'fraction' ? 'percent' : unit}).`,
    caption:
      'What a deal brings builds up over a decade, its price is paid at once. The same futures at every horizon.',
    table: () => ({
      columns: ['Quarters', ...strategies, rankWord(better)],
      rows: seen.map((one, at) => [
        amount(count(one.quarters), one.quarters),
        ...one.means.map(({ value, error }) => amount(withError(value, error, 2), value)),
        rankWords(strategies, ahead[at]),
      ]),
    }),
    marks: seen,
  }
}

function rankWord(better: NumberOutcome['better']): string {
  const words = {
    higher: 'Best on average',
    lower: 'Best on average',
    neutral: 'Highest on average',
  }
  return words[better]
}

function rankWords(strategies: readonly string[], { best, same, open }: Ahead): string {
  const names = (places: readonly number[]) => listed(places.map((at) => strategies[at]))
  if (best < 0) return '–'
  const parts = [
    same.length > 0 ? `about the same as ${names(same)}` : '',
    open.length > 0 ? `not apart from ${names(open)}` : '',
  ]
  return commas([strategies[best], ...parts])
}

function titleOf(
  { unit, better }: NumberOutcome,
  { strategies, seen, statusQuo }: HorizonFacts,
  ahead: readonly Ahead[],
): string {
  const [first, last] = [seen[0], seen[seen.length - 1]]
  if (!first || strategies.length === 0) return 'No horizon was looked at'
  const rank = better === 'neutral' ? 'highest' : 'best'
  const isOne = ahead.every((one) => isSettled(one) && one.best === ahead[0].best)
  if (!isOne) return severalWords(strategies, seen, ahead, rank)
  const { best } = ahead[0]
  const words = ({ means }: SeenTo) => valueWithError(means[best].value, means[best].error, unit)
  const quo = strategies.indexOf(statusQuo ?? '')
  const leadOf = ({ means, leads }: SeenTo) => {
    const { value, error } = leads?.[quo] ?? apart(means[best], means[quo])
    return sizeWithError(value, error, unit)
  }
  const overQuo =
    quo >= 0 && best !== quo ? `, ${leadOf(first)} to ${leadOf(last)} over “${statusQuo}”` : ''
  return `“${strategies[best]}” is ${rank} on average at every horizon from ${years(first)} to ${years(last)} years: ${words(first)} to ${words(last)}${overQuo}`
}

/** Those that lead at a horizon and cannot be called behind each other; nothing where that is all of them. */
function groupWords(strategies: readonly string[], { best, same, open }: Ahead): string {
  const places = [best, ...same, ...open]
  if (places.length === strategies.length) return ''
  const names = listed(places.map((at) => `“${strategies[at]}”`))
  const so = open.length > 0 ? 'not told apart' : 'worth about the same'
  return `${names} are ahead of the others, ${so}`
}

/** Who is best from when to when, where that changes or is not told everywhere. */
function severalWords(
  strategies: readonly string[],
  seen: readonly SeenTo[],
  ahead: readonly Ahead[],
  rank: string,
): string {
  const nameOf = (one: Ahead) => (isSettled(one) ? `“${strategies[one.best]}”` : '')
  const spans: { name: string; from: number; to: number }[] = []
  for (const [at, one] of ahead.entries()) {
    const name = nameOf(one)
    const open = spans.at(-1)
    if (open?.name === name) open.to = at
    else spans.push({ name, from: at, to: at })
  }
  const span = ({ from, to }: { from: number; to: number }) =>
    from === to ? years(seen[from]) : `${years(seen[from])} to ${years(seen[to])}`
  const told = spans.filter(({ name }) => name)
  const open = spans.filter(({ name }) => !name)
  if (told.length === 0) {
    const last = seen.length - 1
    const none = `No strategy is ${rank} on average for certain at any horizon from ${years(seen[0])} to ${years(seen[last])} years`
    const group = groupWords(strategies, ahead[last])
    return group ? `${none}; at ${years(seen[last])} ${group}` : none
  }
  const list = commas(told.map((one) => `${one.name} at ${span(one)} years`))
  const names = new Set(told.map(({ name }) => name))
  const head =
    names.size > 1
      ? `Which strategy is ${rank} on average depends on the horizon: ${list}`
      : `${[...names][0]} is ${rank} on average at ${listed(told.map(span))} years`
  return open.length === 0
    ? head
    : sentences([`${head};`, `none for certain at ${listed(open.map(span))}`])
}

const years = ({ quarters }: SeenTo) => count(quarters / 4)
