import type { DifferenceDriver } from '../analyses/difference-drivers.ts'
import type { Turn } from '../analyses/turns.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { labelOf } from '../study/model.ts'
import { count, ofHundred, sentences, withError } from '../words/index.ts'
import { isKnownFlip } from './choice-flips-asked.ts'
import { luckSides } from './draw-words.ts'
import { amount, type Finding } from './finding.ts'
import { flipPlace } from './flip-place.ts'
import { rootWords } from './root-words.ts'

/** What the difference of two cases goes with: `drivers` are of a less b. */
export interface DifferenceDriversFacts {
  readonly a: { readonly id: string; readonly label: string }
  readonly b: { readonly id: string; readonly label: string }
  /** Strongest first. */
  readonly drivers: readonly DifferenceDriver[]
  readonly outcome: Pick<NumberOutcome, 'label' | 'better'>
  /** Futures that count, in words. */
  readonly counted: string
  /** The scenario whose inputs they are, where the two cases are of different ones; else empty. */
  readonly scenario: string
}

/** Inputs that are drawn; the table has all. */
const MOST = 10

/** One input, as it is drawn. */
export interface DriverMark {
  readonly id: string
  readonly label: string
  /** Signed: above 0 where more of it goes with more of the first case. */
  readonly correlation: number
  readonly error: number | null
  /** Where another case is ahead, in words. */
  readonly turn: string
}

/** With which inputs the difference of two cases goes, and where it turns. */
export function differenceDriversFinding(facts: DifferenceDriversFacts): Finding<
  readonly DriverMark[]
> & {
  /** What it means to be left of 0, and right of it. */
  readonly ends: readonly [string, string]
} {
  const { a, b, drivers, outcome, counted, scenario } = facts
  const turns = drivers.map((one) => turnWords(facts, one))
  return {
    id: `turns-${a.id}-${b.id}`,
    title: titleOf(facts),
    measure: `${outcome.label}: rank correlation of ${a.label} less ${b.label} with each input, strongest first.`,
    caption: sentences([
      drivers.length > MOST ? `The ${count(MOST)} strongest of ${count(drivers.length)}.` : '',
      `Counted: ${counted}.`,
      scenario && `Inputs are those of “${scenario}”.`,
      `To the right, more of it goes with more for ${a.label}; to the left, with more for ${b.label}.`,
      ...drivers.slice(0, MOST).map(({ id }) => highWords(id)),
      'Those that chance alone may have brought are left out.',
      drivers.some(({ turn }) => turn)
        ? 'Where it turns, these two alone are compared: another strategy may be the best there.'
        : '',
    ]),
    table: () => ({
      columns: ['Input', 'Rank correlation', 'Where it turns'],
      rows: drivers.map((one, at) => [
        labelOf(one.id),
        amount(withError(one.correlation, one.error, 2), one.correlation),
        turns[at],
      ]),
    }),
    ends: [`more for ${b.label}`, `more for ${a.label}`],
    marks: drivers.slice(0, MOST).map((one, at) => ({
      id: one.id,
      label: labelOf(one.id),
      correlation: one.correlation,
      error: one.error,
      turn: turns[at],
    })),
  }
}

/** The value at which the sign of a mean difference turns; null where it does so nowhere that is known. */
export function turnsAt({ turn }: Pick<DifferenceDriver, 'turn'>): number | null {
  if (!turn || turn.side === 'between' || !isKnownFlip(turn)) return null
  return (turn.start ?? turn.end)?.value ?? null
}

function titleOf(facts: DifferenceDriversFacts): string {
  const { a, b, drivers } = facts
  const [strongest] = drivers
  if (!strongest) return 'No input goes with the difference by more than chance may bring'
  const turning = drivers.find(({ turn }) => turn && isKnownFlip(turn))
  if (turning?.turn) {
    return `Turns on ${inSentence(turning.id)}: ${sideWords(turning.id, turning.turn)} ${whoIs(facts, turning.turn)}`
  }
  const more = strongest.correlation > 0 ? a.label : b.label
  const [, high] = luckSides(strongest.id) ?? []
  const when = high ? `with more for ${more} where ${high}` : `more of it with more for ${more}`
  return `Goes most with ${inSentence(strongest.id)}, ${when}; no input alone surely turns it`
}

/** What is more of an input that is luck; empty for others. */
function highWords(id: string): string {
  const [, high] = luckSides(id) ?? []
  return high ? `More of ${inSentence(id)} is where ${high}.` : ''
}

function turnWords(facts: DifferenceDriversFacts, { id, turn }: DifferenceDriver): string {
  if (!turn) return 'does not turn it'
  if (!isKnownFlip(turn)) return 'turns it, at a value these trials do not tell'
  return `${sideWords(id, turn, true)}: ${whoIs(facts, turn)}`
}

function whoIs({ a, b, outcome: { better } }: DifferenceDriversFacts, { ahead }: Turn): string {
  const isFirst = better === 'lower' ? ahead < 0 : ahead > 0
  return `${isFirst ? a.label : b.label} is ${better === 'neutral' ? 'higher' : 'ahead'} on average`
}

function sideWords(id: string, turn: Turn, withIts = false): string {
  // Luck is a draw from 0 to 1: its level means nothing; what it does, and how often, does.
  const sides = turn.side === 'between' ? null : luckSides(id)
  if (!sides) return flipPlace({ id, ...turn }, withIts ? rootWords : undefined)
  return `where ${sides[turn.side === 'above' ? 1 : 0]} (${ofHundred(turn.chance.value)} draws)`
}

function inSentence(id: string): string {
  return `“${labelOf(id)}”`
}
