import { market, resolveScenario } from '../../models/index.ts'
import { canonicalJson } from '../engine/cases.ts'
import type { Scenario, Strategy } from '../engine/model.ts'
import type { Study, StudyScenario, StudyStrategy } from './study.ts'

/**
 * A study without what the model says itself, so that a results file's study, where everything is
 * spelt out, opens as the edits somebody made.
 */
export function simplified(study: Study): Study {
  return {
    ...study,
    strategies: study.strategies.map((one) => (typeof one === 'string' ? one : strategyOf(one))),
    scenarios: study.scenarios.map((one) =>
      typeof one === 'string' ? one : scenarioOf(one, study.vantage),
    ),
  }
}

function strategyOf(entry: StudyStrategy): string | StudyStrategy {
  const known = market.strategies.find(({ id }) => id === entry.id) as Strategy | undefined
  if (!known) return entry
  return shortened(entry, known.label, 'levers', differing(entry.levers ?? {}, known.levers))
}

function scenarioOf(entry: StudyScenario, vantage: string): string | StudyScenario {
  const known = market.scenarios.find(({ id }) => id === entry.id) as Scenario | undefined
  if (!known) return entry
  const given = resolveScenario(known, vantage)
  return shortened(entry, known.label, 'overrides', differing(entry.overrides ?? {}, given))
}

/** The id alone where nothing else is said; fields nobody knows count as something. */
function shortened<E extends { readonly id: string; readonly label?: string }>(
  entry: E,
  label: string,
  field: 'levers' | 'overrides',
  changes: Readonly<Record<string, unknown>>,
): string | E {
  const { [field]: _all, label: own, ...rest } = entry as E & Record<string, unknown>
  const short = {
    ...rest,
    ...(own === undefined || own === label ? {} : { label: own }),
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
