import { toDigits } from '../../words/index.ts'
import type { ScenarioTargets, Study } from '../index.ts'
import { areWeighed, sharesOf, type Weighed, weightOf } from './shares.ts'

/** What is asked of a strategy in a scenario where nothing is said. */
const TARGETS: ScenarioTargets = { mean: 0, below0: 0.5 }

/** Weights are kept to so many digits, so that shares read back as they were typed. */
const DIGITS = 12

/**
 * The weights of some scenarios as somebody typed them, of any sum: percents that are all the same
 * where none of them has one.
 */
export function weightsOf(study: Weighed, ids: readonly string[]): number[] {
  const { scenarioWeights = {} } = study
  return areWeighed(study, ids)
    ? ids.map((id) => weightOf(scenarioWeights, id))
    : ids.map(() => toDigits(100 / ids.length, DIGITS))
}

/**
 * Sets one weight just as it was typed; the others stay what they are, also where nobody had typed
 * them.
 *
 * @param ids scenarios that it is one of
 */
export function withWeight(
  study: Study,
  ids: readonly string[],
  id: string,
  weight: number,
): Study {
  const weights = weightsOf(study, ids)
  const set = ids.map((one, at) => [one, one === id ? weight : weights[at]] as const)
  return {
    ...study,
    scenarioWeights: { ...study.scenarioWeights, ...Object.fromEntries(set) },
  }
}

/** Weights of some scenarios that count as they did and add up to 100. */
export function withPercents(study: Study, ids: readonly string[]): Study {
  const set = sharesOf(study, ids).map(
    (share, at) => [ids[at], toDigits(share * 100, DIGITS)] as const,
  )
  return {
    ...study,
    scenarioWeights: { ...study.scenarioWeights, ...Object.fromEntries(set) },
  }
}

/**
 * Shares with one of them set, the others in proportion; alike where they were all nothing.
 *
 * @param at the place of the one that is set
 * @param to from 0 to 1
 */
export function sharesWith(shares: readonly number[], at: number, to: number): number[] {
  const rest = shares.reduce((sum, one, i) => (i === at ? sum : sum + one), 0)
  const others = shares.length - 1
  return shares.map((one, i) => {
    if (i === at) return others === 0 ? 1 : to
    return rest > 0 ? (one / rest) * (1 - to) : (1 - to) / others
  })
}

/**
 * Sets how much some scenarios count together; the sum of their weights stays, and what others weigh.
 *
 * @param shares of the scenarios, adding up to 1
 */
export function withShares(study: Study, ids: readonly string[], shares: readonly number[]): Study {
  const { scenarioWeights = {}, ...rest } = study
  const before = ids.reduce((sum, id) => sum + weightOf(scenarioWeights, id), 0)
  const total = before > 0 ? before : 100
  const set = ids.map((id, i) => [id, toDigits(shares[i] * total, DIGITS)] as const)
  return { ...rest, scenarioWeights: { ...scenarioWeights, ...Object.fromEntries(set) } }
}

/** All scenarios count the same again. */
export function withEqualWeights({ scenarioWeights: _gone, ...study }: Study): Study {
  return study
}

/** Why scenarios weigh as they do; nothing for an empty text. */
export function withWeightsNote(study: Study, note: string): Study {
  const { scenarioWeightsNote: _old, ...rest } = study
  return note.trim() === '' ? rest : { ...rest, scenarioWeightsNote: note }
}

export function targetsOf({ scenarioTargets }: Pick<Study, 'scenarioTargets'>): ScenarioTargets {
  return scenarioTargets ?? TARGETS
}

/** What is asked of a strategy in each scenario; nothing is said of what holds without being said. */
export function withTargets(study: Study, targets: ScenarioTargets): Study {
  const { scenarioTargets: _old, ...rest } = study
  const isUsual = targets.mean === TARGETS.mean && targets.below0 === TARGETS.below0
  return isUsual ? rest : { ...rest, scenarioTargets: targets }
}
