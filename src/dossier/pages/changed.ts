import { type Distribution, distributionKey } from '../../engine/distributions/index.ts'
import { beliefOf, defaultBelief } from '../../study/edits/beliefs.ts'
import { resolvedScenarios } from '../../study/edits/resolved.ts'
import { assumptions, basisOf, isJudgement, type MarketAssumption } from '../../study/model.ts'
import { count } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'

/** What somebody believes: luck is nobody's belief. */
export const beliefs: readonly MarketAssumption[] = assumptions.filter(
  ({ role }) => role !== 'luck',
)

type Seen = Pick<Dossier, 'study' | 'sight'>

/** What holds for a belief in the scenario in sight if nobody changes it: the scenario’s own, or the default. */
export function modelBelief({ study, sight }: Seen, id: string): Distribution {
  const scenario = resolvedScenarios(study).find((one) => one.id === sight.scenario)
  return scenario?.inherited[id] ?? defaultBelief(study, id)
}

/** Beliefs that somebody changed, as far as that counts in the scenario in sight. */
export function changedBeliefs(dossier: Seen): MarketAssumption[] {
  return beliefs.filter(({ id }) => isChanged(dossier, id))
}

/** Beliefs that the model itself has otherwise in the scenario in sight than in its base case, and nobody changed. */
export function beliefsOfScenario(dossier: Seen): MarketAssumption[] {
  return beliefs.filter(
    ({ id }) =>
      !isChanged(dossier, id) &&
      distributionKey(modelBelief(dossier, id)) !==
        distributionKey(defaultBelief(dossier.study, id)),
  )
}

/** Whether somebody changed a belief, in the scenario in sight. */
export function isChanged(dossier: Seen, id: string): boolean {
  const { study, sight } = dossier
  return (
    distributionKey(beliefOf(study, sight.scenario, id)) !==
    distributionKey(modelBelief(dossier, id))
  )
}

/** What the model's beliefs rest on at the study's vantage, in words: a source, or judgement alone. */
export function basesWords({ study }: Pick<Dossier, 'study'>): string {
  const judged = beliefs.filter((one) => isJudgement(basisOf(one, study.vantage))).length
  return `${count(beliefs.length - judged)} rest on published sources, ${count(judged)} on judgement alone`
}
