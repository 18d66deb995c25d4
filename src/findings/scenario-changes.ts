import { type Distribution, distributionKey } from '../engine/distributions/index.ts'
import type { Study } from '../study/index.ts'
import { changeLine } from './belief-changes.ts'
import { market } from '../study/model.ts'
import {
  editsScenario,
  overridesIn,
  type ResolvedScenario,
  resolvedScenarios,
} from '../study/edits/resolved.ts'

/** What can be chosen, with what it is about and what it changes, for a picker. */
export interface Choice {
  readonly id: string
  readonly label: string
  readonly story: string
  readonly changes: readonly string[]
  readonly otherwise?: string
}

/** Every scenario: what it tells, and each belief it changes with the value it had. */
export function scenarioChoices(study: Study): Choice[] {
  return resolvedScenarios(study).map((scenario) => {
    const { id, label, inherited, changed } = scenario
    const isBase = !editsScenario(id)
    const before = (assumption: string) =>
      (isBase ? undefined : study.overrides[assumption]) ?? defaultAt(study.vantage, assumption)
    return {
      id,
      label,
      story: storyOf(study, scenario),
      changes: Object.entries({
        ...(isBase ? overridesIn(study) : {}),
        ...inherited,
        ...changed,
      }).map(([assumption, to]) => changeLine(assumption, before(assumption), to)),
      otherwise: isBase ? 'Changes nothing.' : 'Changes nothing: it is the base case.',
    }
  })
}

/** The model's words on the base case hold only while the study changes nothing in it. */
function storyOf(study: Study, { id, story }: ResolvedScenario): string {
  const isOfModel = market.scenarios.some((one) => one.id === id && one.story === story)
  return !editsScenario(id) && isOfModel && Object.keys(overridesIn(study)).length > 0
    ? 'What this study changes in every scenario that does not say otherwise.'
    : story
}

/** Every vantage: where it starts, and each belief that had another default then. */
export function vantageChoices(study: Study): Choice[] {
  return market.vantages.map(({ id, label, startQuarter }) => ({
    id,
    label,
    story: `Data up to ${startQuarter}; quarters are counted from there. Beliefs you have changed stay as they are; where the default is another one, you are asked which holds.`,
    changes:
      id === study.vantage
        ? []
        : market.assumptions
            .filter(
              ({ vantages }) =>
                distributionKey(vantages[id]) !== distributionKey(vantages[study.vantage]),
            )
            .map(({ id: assumption, vantages }) =>
              changeLine(assumption, vantages[study.vantage], vantages[id]),
            ),
  }))
}

function defaultAt(vantage: string, id: string): Distribution {
  const assumption = market.assumptions.find((one) => one.id === id)
  if (!assumption) throw new Error(`no assumption is called ${id}`)
  return assumption.vantages[vantage]
}
