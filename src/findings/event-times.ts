import { completeLevers, type Terms } from '../../models/index.ts'
import { namedInputs } from '../../models/inputs.ts'
import { roundHalfUp } from '../../models/notation.ts'
import { termsThatHold } from '../../models/partnership.ts'
import type { Levers } from '../engine/model.ts'
import { assumptions, vantages } from '../study/model.ts'
import { money } from '../words/index.ts'

/** Something that happens in one future. */
export interface Moment {
  /** Counted from the start of the run. */
  readonly quarter: number
  readonly words: string
  /** Whether it follows from the deal, so that it is of one strategy. */
  readonly ofDeal: boolean
}

/** What moments are told from. */
export interface MomentFacts {
  readonly vantage: string
  /** The horizon; what happens later is not told. */
  readonly quarters: number
  /** By assumption id. */
  readonly inputs: Readonly<Record<string, number>>
  readonly levers: Levers
  /** How the talks ended, and the quarter of closing. */
  readonly state: string
  readonly close: number
}

/** The quarter in which events of the world happen, by the event's id. */
export function quarterOfEvent(
  id: string,
  inputs: Readonly<Record<string, number>>,
  vantage: string,
): number | null {
  switch (id) {
    case 'aiCorrection':
      return Math.floor(4 * inputs['aiCorrectionYear'])
    case 'openaiDistress':
      return roundHalfUp(4 * inputs['openaiDistressYear'])
    case 'gatekeeperDesignated':
      return Math.ceil(4 * inputs['gatekeeperYear'])
    case 'rightsReleased':
      return constantsOf(vantage).quartersToVantage
    default:
      return null
  }
}

const worldWords: Readonly<Record<string, string>> = {
  aiCorrection: 'AI spending begins to fall back',
  openaiDistress: 'OpenAI has to be restructured in distress',
  gatekeeperDesignated: 'EU rules for gatekeepers begin to bind AWS and Azure',
  rightsReleased: 'Microsoft gives up its hold on selling OpenAI’s models',
}

/** What happens in one future under one strategy, in the order of time. */
export function momentsOf(facts: MomentFacts): Moment[] {
  return [...worldMoments(facts), ...dealMoments(facts)]
    .filter(({ quarter }) => quarter <= facts.quarters)
    .sort((a, b) => a.quarter - b.quarter)
}

function worldMoments({ inputs, vantage }: MomentFacts): Moment[] {
  const found = Object.entries(worldWords).flatMap(([id, words]): Moment[] => {
    const quarter = inputs[id] === 1 ? quarterOfEvent(id, inputs, vantage) : null
    return quarter === null ? [] : [{ quarter, words, ofDeal: false }]
  })
  if (inputs['aiCorrection'] !== 1) return found
  const end = Math.ceil(4 * (inputs['aiCorrectionYear'] + inputs['aiCorrectionYears']))
  return [...found, { quarter: end, words: 'The fall in AI spending ends', ofDeal: false }]
}

function dealMoments(facts: MomentFacts): Moment[] {
  const { inputs, vantage, state, close } = facts
  const { quartersToVantage: asked, closed } = constantsOf(vantage)
  const one = (quarter: number, words: string): Moment => ({ quarter, words, ofDeal: true })
  switch (state) {
    case 'none':
      return []
    case 'collapsed':
      return [one(asked, 'The talks end without a signature')]
    case 'blocked': {
      const talks = Math.max(1, roundHalfUp(inputs['monthsToClose'] / 3))
      const review = roundHalfUp(inputs['reviewMonths'] / 3)
      return [one(Math.min(facts.quarters, asked + talks + review), 'A regulator blocks the deal')]
    }
    case 'pending':
      return [one(facts.quarters, 'The deal is still pending')]
    default: {
      const how = closed === null ? 'The deal closes' : 'The deal is in force'
      return [
        one(close, `${how}${state === 'remedied' ? ', with remedies' : ''}`),
        ...afterClosing(facts),
      ]
    }
  }
}

function afterClosing({ inputs, vantage, levers, close }: MomentFacts): Moment[] {
  const values = Float64Array.from(assumptions, ({ id }) => inputs[id])
  const terms = termsThatHold(
    namedInputs(values),
    completeLevers(levers) as unknown as Terms,
    constantsOf(vantage).signed,
  )
  const distress =
    inputs['openaiDistress'] === 1 ? roundHalfUp(4 * inputs['openaiDistressYear']) : Infinity
  const again = close + roundHalfUp(inputs['conditionalMonths'] / 3)
  const isPaid = inputs['conditionalPaid'] === 1 && terms.conditional > 0 && again < distress
  const first = close + roundHalfUp(inputs['deliveryMonths'] / 3) + 1
  const found: [isSo: boolean, quarter: number, words: string][] = [
    [isPaid, again, `The second payment is made: ${money(terms.conditional)}`],
    [terms.commitment > 0, first, 'First revenue under the contract'],
    [inputs['anthropicConflict'] === 1, close, 'Anthropic begins to move work away from AWS'],
    [inputs['microsoftResponds'] === 1, close, 'Microsoft begins to cut its AI prices'],
  ]
  return found.flatMap(([isSo, quarter, words]) => (isSo ? [{ quarter, words, ofDeal: true }] : []))
}

function constantsOf(vantage: string): (typeof vantages)[number]['constants'] {
  const found = vantages.find(({ id }) => id === vantage)
  if (!found) throw new Error(`there is no vantage ${vantage}`)
  return found.constants
}
