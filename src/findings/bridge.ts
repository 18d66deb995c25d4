import type { NumberOutcome } from '../engine/model.ts'
import type { Bridged } from '../study/bridge.ts'
import { commas, difference, sentences, valueWithError } from '../words/index.ts'
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
  const end = ({ value, error }: Estimate, label: string) => ({
    label,
    value,
    error,
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
    caption: captionOf(facts),
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
  const part = (one: Estimate) =>
    isBeyond(one, limits)
      ? said(one.value)
      : one.value === 0 && one.error === 0
        ? 'nothing'
        : 'nothing beyond its error'
  if (!sides[0] && !sides[1]) return `No term and no belief differs ${path}`
  const isApart = isBeyond(whole, limits)
  const nothing =
    whole.value === 0 && whole.error === 0 ? 'No difference' : 'No difference beyond its error'
  if (!sides[0] || !sides[1]) {
    return isApart
      ? `All of the ${said(whole.value)} ${path} is ${sides[0] ? 'what we decide' : 'what we believe'}`
      : `${nothing} ${path}, though ${sides[0] ? 'terms' : 'beliefs'} differ`
  }
  const parts = `what we decide makes ${part(decide)} and what we believe ${part(believe)}; ${part(together)} needs both`
  return isApart ? `Of the ${said(whole.value)} ${path}, ${parts}` : `${nothing} ${path}: ${parts}`
}

function captionOf({ between, answer }: BridgeFacts): string {
  const { terms, beliefs } = answer
  const isBoth = between.decide.length > 0 && between.believe.length > 0
  const several = [terms, beliefs].filter((side) => side !== null && side.entries.length > 1)
  const orders = several.some((side) => side !== null && side.orders > 0) ? 'orders' : 'all orders'
  return sentences([
    isBoth
      ? 'What we decide is seen with the beliefs of the first end, what we believe with its terms; what needs both is the rest.'
      : null,
    'Lines are two standard errors to each side; pale is within its error.',
    several.length > 0
      ? `A term or a belief has its Shapley value: what changing it adds, on average over ${orders} in which all could be changed.`
      : null,
    standsOn(answer),
  ])
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
