import type { NumberOutcome } from '../engine/model.ts'
import type { Bridged } from '../study/bridge.ts'
import { commas, difference, fixed, sentences, valueWithError } from '../words/index.ts'
import type { BridgeAnswer } from '../workers/bridge.ts'
import { isBeyond } from './best.ts'
import { type BridgeRow, bridgeRows, rowText } from './bridge-rows.ts'
import { standsOn } from './bridge-words.ts'
import type { Estimate } from './estimates.ts'
import { amount, type Finding, type Table } from './finding.ts'
import { limitsOf } from './limits.ts'
import { stepsAfter } from './steps-after.ts'

/** What a bridge is made from. */
export interface BridgeFacts {
  readonly outcome: NumberOutcome
  /** What both ends are called where they stand alone. */
  readonly from: string
  readonly to: string
  /** From where to where, as it ends a sentence: “from Exclusive alliance to No investment”. */
  readonly path: string
  readonly between: Bridged
  readonly answer: BridgeAnswer
}

export type { BridgeRow }

/** One end of a bridge. */
interface BridgeTotal extends Estimate {
  readonly label: string
  /** Standard errors to each side that its line reaches. */
  readonly reach: number
  readonly text: string
}

/** What a chart of a bridge draws. */
export interface BridgeMarks {
  readonly from: BridgeTotal
  readonly to: BridgeTotal
  /** From the first end to the other: what is decided, believed, and both. */
  readonly rows: readonly BridgeRow[]
}

/** What lies between two cases: what we decide, what we believe, and what only both do. */
export function bridgeFinding(facts: BridgeFacts): Finding<BridgeMarks> {
  const { outcome, from, to, between, answer } = facts
  const { unit } = outcome
  const { certain: reach } = limitsOf({ ...between.plan, trials: answer.trials }, outcome)
  const end = ({ value, error }: Estimate, label: string) => ({
    label,
    value,
    error,
    reach,
    text: valueWithError(value, error, unit),
  })
  const marks = {
    from: end(answer.from, from),
    to: end(answer.to, to),
    rows: bridgeRows(facts),
  }
  return {
    id: `bridge-${between.from.ref.strategy}-${between.from.ref.scenario}-${between.to.ref.strategy}-${between.to.ref.scenario}-${outcome.id}`,
    title: titleOf(facts),
    measure: `${outcome.label}, on average over all futures: the bars lead from one end to the other and add up to what lies between.`,
    caption: captionOf(facts, marks),
    table: () => tableOf(facts, marks),
    marks,
  }
}

function titleOf({ outcome, path, between, answer }: BridgeFacts): string {
  const { unit } = outcome
  const { difference: whole, decide, believe, together } = answer
  const sides = [between.decide, between.believe].map((groups) => groups.length > 0)
  const limits = limitsOf({ ...between.plan, trials: answer.trials }, outcome)
  // All with the same decimals, so that they can be added up by eye.
  const errors = [whole, decide, believe, together].map(({ error }) => error ?? 0)
  const error = Math.max(...errors) || null
  const said = (x: number) => {
    const words = difference(x, unit, error)
    return words + stepsAfter(unit, words)
  }
  const known = (one: Estimate) =>
    isBeyond(one, limits) ? said(one.value) : isNothing(one) ? 'nothing' : null
  if (!sides[0] && !sides[1]) return `No term and no belief differs ${path}`
  const isApart = isBeyond(whole, limits)
  const none = isNothing(whole) ? `No difference ${path}` : `The difference ${path} ${UNTOLD}`
  if (!sides[0] || !sides[1]) {
    return isApart
      ? `All of the ${said(whole.value)} ${path} is ${sides[0] ? 'what we decide' : 'what we believe'}`
      : `${none}, though ${sides[0] ? 'terms' : 'beliefs'} differ`
  }
  const both = known(together)
  const parts = `${sidesWords(known(decide), known(believe))}; ${both === null ? `what needs both ${UNTOLD}` : `${both} needs both`}`
  return isApart ? `Of the ${said(whole.value)} ${path}, ${parts}` : `${none}: ${parts}`
}

/** What is said of what is not beyond its error. */
const UNTOLD = 'cannot be told from 0'

function isNothing({ value, error }: Estimate): boolean {
  return value === 0 && error === 0
}

/** What both sides make; null for what cannot be told from 0. */
function sidesWords(decide: string | null, believe: string | null): string {
  if (decide === null && believe === null) {
    return 'neither what we decide nor what we believe can be told from 0'
  }
  if (decide === null) return `what we decide ${UNTOLD} and what we believe makes ${believe}`
  return `what we decide makes ${decide} and what we believe ${believe ?? UNTOLD}`
}

function captionOf({ between, answer }: BridgeFacts, { from, rows }: BridgeMarks): string {
  const { terms, beliefs } = answer
  const isBoth = between.decide.length > 0 && between.believe.length > 0
  const several = [terms, beliefs].filter((side) => side !== null && side.entries.length > 1)
  const orders = several.some((side) => side !== null && side.orders > 0) ? 'orders' : 'all orders'
  return sentences([
    isBoth
      ? 'What we decide is seen with the beliefs of the first end, what we believe with its terms; what needs both is the rest.'
      : null,
    reachWords([from.reach, ...reachesOf(rows)]),
    several.length > 0
      ? `A term or a belief has its Shapley value: what changing it adds, on average over ${orders} in which all could be changed.`
      : null,
    standsOn(answer),
  ])
}

function reachesOf(rows: readonly BridgeRow[]): number[] {
  return rows.flatMap(({ reach, parts }) => [reach, ...reachesOf(parts)])
}

/** What lines and paleness rest on: more errors where they are known from few repetitions only. */
function reachWords(reaches: readonly number[]): string {
  const known = reaches.filter(Number.isFinite)
  if (known.length === 0) return 'Errors are not known, so that nothing can be told from 0.'
  const [low, high] = [Math.min(...known), Math.max(...known)].map((one) =>
    fixed(one, 1).replace(/\.0$/, ''),
  )
  const many =
    low === high
      ? low
      : `${low} to ${high} (the more, the fewer repetitions the error is known from)`
  return `Lines reach ${many} standard errors to each side; what is pale cannot be told from 0: its line reaches back to where its bar starts.`
}

function tableOf({ outcome, between }: BridgeFacts, { from, to, rows }: BridgeMarks): Table {
  const { unit } = outcome
  const side = { decide: 'decide', believe: 'believe', together: 'both' } as const
  const lines = (row: BridgeRow, depth: number): Table['rows'][number][] => [
    [
      `${'– '.repeat(depth)}${row.label}`,
      side[row.side],
      row.before ?? '',
      row.after ?? '',
      amount(rowText(row, unit), row.value),
    ],
    ...row.parts.flatMap((one) => lines(one, depth + 1)),
  ]
  const isKnown = between.decide.length + between.believe.length > 0
  return {
    columns: ['Bar', 'What we', 'Before', 'After', commas([outcome.label])],
    rows: [
      [from.label, '', '', '', amount(from.text, from.value)],
      ...(isKnown ? rows.flatMap((row) => lines(row, 0)) : []),
      [to.label, '', '', '', amount(to.text, to.value)],
    ],
  }
}
