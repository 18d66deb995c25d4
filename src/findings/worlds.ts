import type { NumberOutcome } from '../engine/model.ts'
import { count, listed, withError } from '../words/index.ts'
import { type Ahead, aheadIn, isSettled, type Means, type Rule } from './ahead.ts'
import { amount, type Finding } from './finding.ts'

/** One scenario: its strategies that can be chosen, and what they are worth in it. */
export interface World extends Means {
  readonly id: string
  readonly label: string
}

/** What is chosen in one scenario, in words. */
export interface WorldChoice {
  readonly id: string
  readonly label: string
  readonly words: string
  /** Whether the same would be chosen as in the scenario in view. */
  readonly isSame: boolean
  /** Whether one is best there. */
  readonly isSure: boolean
}

/** What a finding on scenarios is made from. */
export interface WorldsFacts {
  /** Labels of the strategies, in the order of all means. */
  readonly strategies: readonly string[]
  /** The scenario in view, and others that have been looked at. */
  readonly inView: World
  readonly others: readonly World[]
  /** Others in all. */
  readonly total: number
  readonly rule: Rule
}

/** Whether the choice would be another one if the world were. */
export function worldsFinding(
  { better, label, unit, id }: NumberOutcome,
  { strategies, inView, others, total, rule }: WorldsFacts,
): Finding<readonly WorldChoice[]> {
  const here = aheadIn(inView, better, rule)
  const choices = others.map((one): WorldChoice => {
    const there = aheadIn(one, better, rule)
    return {
      id: one.id,
      label: one.label,
      words: choiceWords(strategies, there),
      isSame: groupOf(here) === groupOf(there),
      isSure: isSettled(there),
    }
  })
  const same = choices.filter(({ isSame, isSure }) => isSame && isSure).length
  const sure = choices.filter(({ isSure }) => isSure).length
  const open = others.length - sure
  const rest = open > 0 ? `, not settled in ${count(open)}` : ''
  const looked = others.length < total ? ` looked at, of ${count(total)}` : ''
  return {
    id: `worlds-${id}`,
    title:
      others.length === 0
        ? 'No other scenario was looked at'
        : isSettled(here)
          ? `The choice is the same in ${count(same)} of ${count(others.length)} other scenarios${looked}, another in ${count(sure - same)}${rest}`
          : `Which is best is not settled here; it is in ${count(sure)} of ${count(others.length)} other scenarios${looked}`,
    measure: `${label}: means by scenario (${unit}).`,
    caption: `In view: ${inView.label}, ${choiceWords(strategies, here)}.`,
    table: () => ({
      columns: ['Scenario', ...strategies, 'Choice'],
      rows: [inView, ...others].map((world) => [
        world.label,
        ...world.means.map(({ value, error }) => amount(withError(value, error, 2), value)),
        choiceWords(strategies, aheadIn(world, better, rule)),
      ]),
    }),
    marks: choices,
  }
}

/** Those that may be chosen, whatever their order. */
function groupOf({ best, same, open }: Ahead): string {
  return [best, ...same, ...open].sort((a, b) => a - b).join()
}

/** Two names; of more the first, and how many more. */
function namesOf([first, ...others]: readonly string[]): string {
  return others.length > 1
    ? `${first} and ${count(others.length)} more`
    : listed([first, ...others])
}

function choiceWords(strategies: readonly string[], ahead: Ahead): string {
  const { best, same, open, isAhead } = ahead
  if (best < 0) return 'nothing to choose from'
  if (isSettled(ahead)) return strategies[best]
  if (open.length > 0 && isAhead && same.length === 0)
    return `${strategies[best]}, perhaps by little`
  const group = [best, ...same, ...open]
  if (group.length === strategies.length && group.length > 2) {
    return open.length > 0 ? 'none told apart' : 'all about the same'
  }
  const names = namesOf(group.map((at) => strategies[at]))
  return `${open.length > 0 ? 'not apart' : 'about the same'}: ${names}`
}
