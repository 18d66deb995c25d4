import { type Distribution, distributionKey } from '../../engine/distributions/index.ts'
import type { Study } from '../../snapshot/index.ts'
import { beliefWords } from './words.ts'
import { market } from './model.ts'
import { scenariosOf } from './study-edits.ts'

/** A choice with its story and what it changes, for a picker. */
export interface Story {
  readonly id: string
  readonly label: string
  readonly story: string
  readonly changes: readonly string[]
  readonly otherwise?: string
}

/** Every scenario: what it tells, and each belief it changes with the value it had. */
export function scenarioStories(study: Study): Story[] {
  return scenariosOf(study).map(({ id, label, story, given, own }) => ({
    id,
    label,
    story,
    changes: Object.entries({ ...given, ...own }).map(([assumption, to]) =>
      changeLine(assumption, study.overrides[assumption] ?? usual(study.vantage, assumption), to),
    ),
    otherwise: 'Changes nothing.',
  }))
}

/** Every vantage: where it starts, and each belief that had another default then. */
export function vantageStories(study: Study): Story[] {
  return market.vantages.map(({ id, label, startQuarter }) => ({
    id,
    label,
    story: `Data up to ${startQuarter}; quarters are counted from there. Beliefs you have changed stay changed.`,
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

function usual(vantage: string, id: string): Distribution {
  const assumption = market.assumptions.find((one) => one.id === id)
  if (!assumption) throw new Error(`no assumption is called ${id}`)
  return assumption.vantages[vantage]
}

function changeLine(id: string, from: Distribution, to: Distribution): string {
  const assumption = market.assumptions.find((one) => one.id === id)
  const unit = assumption?.unit ?? ''
  return `${assumption?.label ?? id}: ${beliefWords(to, unit)} (was ${beliefWords(from, unit)})`
}
