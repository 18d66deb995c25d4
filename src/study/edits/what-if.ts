import { distributionKey } from '../../engine/distributions/index.ts'
import type { Study } from '../index.ts'
import { market } from '../model.ts'
import { beliefOf, inheritedBelief, withBelief } from './beliefs.ts'
import { withLevers } from './levers.ts'
import { overridesIn, resolvedScenarios, resolvedStrategies } from './resolved.ts'

/** What differs from how it was defined: terms of one strategy and beliefs of one scenario, by id. */
export interface Changed {
  readonly terms: readonly string[]
  readonly beliefs: readonly string[]
}

/** What a study has changed in a strategy and in a scenario; a strategy made in it has nothing to differ from. */
export function changedIn(study: Study, scenario: string, strategy: string): Changed {
  const found = resolvedStrategies(study).find(({ id }) => id === strategy)
  const { levers, inherited } = found ?? { levers: {}, inherited: null }
  const ofScenario = resolvedScenarios(study).find(({ id }) => id === scenario)?.changed
  const entered = Object.keys({ ...overridesIn(study), ...ofScenario })
  return {
    terms: market.levers
      .map(({ id }) => id)
      .filter((id) => inherited !== null && levers[id] !== inherited[id]),
    beliefs: entered.filter((id) => isChanged(study, scenario, id)),
  }
}

/** Puts all of that back. */
export function withAllBack(study: Study, scenario: string, strategy: string): Study {
  const { terms, beliefs } = changedIn(study, scenario, strategy)
  const inherited = resolvedStrategies(study).find(({ id }) => id === strategy)?.inherited
  const before = terms.map((id) => [id, inherited?.[id]] as const)
  const levers = Object.fromEntries(
    before.flatMap(([id, to]) => (to === undefined ? [] : [[id, to]])),
  )
  const withTerms = terms.length > 0 ? withLevers(study, strategy, levers) : study
  return beliefs.reduce((now, id) => withBeliefBack(now, scenario, id), withTerms)
}

/** A file may change a belief in all scenarios and in the base case too: both go. */
function withBeliefBack(study: Study, scenario: string, id: string): Study {
  const once = withBelief(study, scenario, id, null)
  return isChanged(once, scenario, id) ? withBelief(once, scenario, id, null) : once
}

function isChanged(study: Study, scenario: string, id: string): boolean {
  return (
    distributionKey(beliefOf(study, scenario, id)) !==
    distributionKey(inheritedBelief(study, scenario, id))
  )
}
