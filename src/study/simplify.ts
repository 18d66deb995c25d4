import { catalogue as market, resolveScenario, wordsAt } from '../../models/index.ts'
import { canonicalJson } from '../engine/cases.ts'
import type { Scenario, Strategy } from '../engine/model.ts'
import { withoutModelPairs } from './correlations.ts'
import type { Study, StudyScenario, StudyStrategy } from './study.ts'

/**
 * A study without what the model says itself, so that a results file's study, where everything is
 * spelt out, opens as the edits somebody made.
 */
export function simplified(study: Study): Study {
  return {
    ...withoutModelPairs(study),
    strategies: study.strategies.map((one) =>
      typeof one === 'string' ? one : simplifiedStrategy(one, study.vantage),
    ),
    scenarios: study.scenarios.map((one) =>
      typeof one === 'string' ? one : simplifiedScenario(one, study.vantage),
    ),
  }
}

/** The strategy's id alone where it is as the model has it, else what is different. */
export function simplifiedStrategy(entry: StudyStrategy, vantage: string): string | StudyStrategy {
  const known = market.strategies.find(({ id }) => id === entry.id) as Strategy | undefined
  if (!known) return entry
  const changes = differing(entry.levers ?? {}, known.levers)
  return shortened(entry, wordsAt(known, vantage), 'levers', changes)
}

function simplifiedScenario(entry: StudyScenario, vantage: string): string | StudyScenario {
  const known = market.scenarios.find(({ id }) => id === entry.id) as Scenario | undefined
  if (!known) return entry
  const given = resolveScenario(known, vantage)
  const changes = differing(entry.overrides ?? {}, given)
  return shortened(entry, wordsAt(known, vantage), 'overrides', changes)
}

/**
 * An entry with the words that differ from the model's own; the id alone where nothing else is said.
 * Fields nobody knows count as something.
 *
 * @param known its words at the study's vantage
 * @param changes what the entry's field shall hold
 */
export function shortened<E extends StudyStrategy | StudyScenario>(
  entry: E,
  known: { readonly label: string; readonly story: string },
  field: 'levers' | 'overrides',
  changes: Readonly<Record<string, unknown>>,
): string | E {
  const { [field]: _all, label, story, ...rest } = entry as E & Record<string, unknown>
  const short = {
    ...rest,
    ...(label === undefined || label === known.label ? {} : { label }),
    ...(story === undefined || story === known.story ? {} : { story }),
    ...(Object.keys(changes).length > 0 ? { [field]: changes } : {}),
  }
  return Object.keys(short).length === 1 ? entry.id : (short as unknown as E)
}

function differing<T>(
  values: Readonly<Record<string, T>>,
  usual: Readonly<Record<string, unknown>>,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).filter(([key, one]) => canonicalJson(one) !== canonicalJson(usual[key])),
  )
}
