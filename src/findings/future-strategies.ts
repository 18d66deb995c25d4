import type { Levers, NumberOutcome } from '../engine/model.ts'
import type { FutureCase } from '../engine/replay.ts'
import { isChoice } from '../study/index.ts'
import { type DealState, market, talksLabels } from '../study/model.ts'
import { listed, value } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'

/** A strategy of one future. */
export interface StrategyIn {
  readonly id: string
  readonly label: string
  readonly levers: Levers
  readonly outcomes: FutureCase['outcomes']
}

/** What one strategy comes to in one future. */
export interface FutureMark {
  readonly id: string
  readonly label: string
  /** In the outcome's unit; null where it has no such figure. */
  readonly value: number | null
  readonly text: string
  /** How the talks ended. */
  readonly talks: string
  /** Whether none of those that can be chosen comes to more of what is better. */
  readonly isBest: boolean
}

/** One outcome in one future, strategy by strategy. There is no error: the future is what it is. */
export function futureStrategies(
  outcome: NumberOutcome,
  vantage: string,
  strategies: readonly StrategyIn[],
): Finding<readonly FutureMark[]> {
  const { better, label, unit } = outcome
  const sign = better === 'lower' ? -1 : 1
  const values = strategies.map((one) => figureOf(outcome, one))
  const rivals = strategies.flatMap((one, i) => {
    const x = values[i]
    return x !== null && isChoice(vantage, one) ? [sign * x] : []
  })
  const most = Math.max(...rivals)
  const marks = strategies.map((one, i): FutureMark => {
    const x = values[i]
    return {
      id: one.id,
      label: one.label,
      value: x,
      text: x === null ? '–' : value(x, unit),
      talks: talksLabels[stateOf(one) as DealState] ?? stateOf(one),
      isBest: better !== 'neutral' && x !== null && isChoice(vantage, one) && sign * x === most,
    }
  })
  return {
    id: 'future-strategies',
    title: titleOf(outcome, marks, rivals),
    measure: `${label}${unit === 'USD bn' ? ', USD bn' : ''}, in this future alone.`,
    caption: 'Best here says nothing of other futures: which is best on average stands on Answer.',
    table: () => ({
      columns: ['Strategy', label, 'How the talks ended', ''],
      rows: marks.map((one) => [
        one.label,
        amount(one.text, one.value),
        one.talks,
        one.isBest ? 'best in this future' : '',
      ]),
    }),
    marks,
  }
}

function titleOf(
  { label, better }: NumberOutcome,
  marks: readonly FutureMark[],
  rivals: readonly number[],
): string {
  if (rivals.length === 0) return `No strategy has this figure in this future: ${label}`
  if (better === 'neutral') return `${label} in this future, strategy by strategy`
  const best = marks.filter(({ isBest }) => isBest)
  if (best.length === rivals.length && best.length > 1) {
    return `Every strategy comes to the same in this future: ${best[0].text}`
  }
  return `Best in this future: ${listed(best.map((one) => one.label))}, ${best[0].text}`
}

function figureOf({ id, onlyIf }: NumberOutcome, one: StrategyIn): number | null {
  const isMet = market.condition.states.includes(stateOf(one))
  if ((onlyIf === 'met' && !isMet) || (onlyIf === 'unmet' && isMet)) return null
  const found = one.outcomes[id]
  return typeof found === 'number' ? found : null
}

function stateOf({ outcomes }: StrategyIn): string {
  return String(outcomes[market.condition.outcome])
}
