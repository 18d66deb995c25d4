import type { CaseSummary } from '../engine/statistics/index.ts'
import { type DealState, market, signedStates, talksLabels } from '../study/model.ts'
import { chance, commas } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'

/** How often the talks ended in one state. */
export interface TalksPart {
  readonly state: string
  readonly label: string
  /** 0 to 1. */
  readonly share: number
}

/** One strategy and how its talks ended. */
export interface TalksOf {
  readonly label: string
  readonly talks: readonly TalksPart[]
}

/** A state in words, as talks end in it. */
export function labelOfState(state: string): string {
  return talksLabels[state as DealState] ?? state
}

/** The states that talks of a case ended in, in the model's order; those that never happen left out. */
export function talksOf({ categories }: Pick<CaseSummary, 'categories'>): TalksPart[] {
  return Object.entries(categories[market.condition.outcome] ?? {})
    .map(([state, share]) => ({ state, label: labelOfState(state), share }))
    .filter(({ share }) => share > 0)
}

/** How talks ended, in words: never signed 38%, closed 62%. */
export function talksWords(talks: readonly TalksPart[]): string {
  return commas(talks.map(({ label, share }) => `${label} ${chance(share)}`))
}

/**
 * What futures without a deal are called where many hold exactly nothing; null where those are not the
 * same futures.
 *
 * @param share of all futures
 * @param nothing 0 in the unit of the outcome
 */
export function noDealWords(
  talks: readonly TalksPart[],
  share: number,
  nothing: string,
): string | null {
  const unsigned = talks
    .filter(({ state }) => !signedStates.some((one) => one === state))
    .reduce((sum, one) => sum + one.share, 0)
  const isSame = share < 1 && Math.abs(unsigned - share) < 1e-9
  return isSame ? `${chance(share)} no deal: exactly ${nothing}` : null
}

/** How the talks of several strategies ended. */
export function talksFinding(strategies: readonly TalksOf[]): Finding<readonly TalksOf[]> {
  const outcome = market.outcomes.find(({ id }) => id === market.condition.outcome)
  const states = outcome?.kind === 'category' ? outcome.states : []
  const shareOf = ({ talks }: TalksOf, state: string) =>
    talks.find((one) => one.state === state)?.share ?? 0
  return {
    id: 'talks',
    title: 'How the talks ended',
    measure: 'Share of all futures (percent).',
    caption: 'A deal closed with remedies counts as closed.',
    table: () => ({
      columns: ['How the talks ended', ...states.map((state) => labelOfState(state))],
      rows: strategies.map((one) => [
        one.label,
        ...states.map((state) => amount(chance(shareOf(one, state)), shareOf(one, state))),
      ]),
    }),
    marks: strategies,
  }
}
