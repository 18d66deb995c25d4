import {
  catalogue as market,
  checkBeliefs,
  HORIZON,
  resolveScenario,
  wordsAt,
} from '../../models/index.ts'
import {
  checkDistribution,
  type Distribution,
  distributionKey,
  quantile,
} from '../engine/distributions/index.ts'
import type { Levers, Overrides, Scenario, Strategy } from '../engine/model.ts'
import { designs } from '../engine/sampling/index.ts'
import { value } from '../words/index.ts'
import { checkCorrelations, withoutModelPairs } from './correlations.ts'
import { checkSetting, completed } from './levers.ts'
import { hint, isKnown, isRetired, isUnsaid, nearest, oneOf } from './names.ts'
import { defaultStudy, idOf, type Study, type StudyScenario, type StudyStrategy } from './study.ts'

/**
 * A study in which strategies and scenarios are spelt out, but for those of which neither the model
 * nor the study says what they are. What is the model's own beyond them stays unsaid: the defaults of
 * beliefs and, where they are in place, its correlations. What names something that the model has no
 * longer is still there.
 */
export interface ResolvedStudy extends Study {
  readonly strategies: readonly {
    readonly id: string
    readonly label: string
    /** Every lever. */
    readonly levers: Levers
  }[]
  readonly scenarios: readonly {
    readonly id: string
    readonly label: string
    /** All that the scenario changes at the study's vantage. */
    readonly overrides: Overrides
  }[]
}

const MOST_TRIALS = 10_000_000
const strategies: readonly Strategy[] = market.strategies
const scenarios: readonly Scenario[] = market.scenarios

/**
 * Spells a study out and refuses what cannot be run.
 *
 * @param given absent fields take their defaults
 * @param options.maxTrials the most trials that will do here
 * @throws in a sentence that says what was expected and what came
 */
export function resolveStudy(
  given: Partial<Study>,
  { maxTrials = MOST_TRIALS }: { maxTrials?: number } = {},
): ResolvedStudy {
  const study = withoutModelPairs({ ...defaultStudy(given.vantage), ...given })
  oneOf('vantage', study.vantage, market.vantages)
  whole('trials', study.trials, 1, maxTrials)
  whole('horizonQuarters', study.horizonQuarters, ...HORIZON)
  if (!Object.hasOwn(designs, study.sampling)) {
    throw new Error(`sampling is one of ${Object.keys(designs).join(', ')}, got ${study.sampling}`)
  }
  if (study.name.trim() === '') throw new Error('a study has a name, got an empty text')
  if (study.negligible !== undefined && !(study.negligible >= 0 && study.negligible < Infinity)) {
    throw new Error(`negligible is a number of USD bn from 0 up, got ${study.negligible}`)
  }
  for (const [of, within] of Object.entries(study.observed ?? {})) {
    if (typeof within === 'number' && within > 0 && within <= 1) continue
    throw new Error(`observed: ${of} is a number above 0 and at most 1, got ${String(within)}`)
  }
  if (study.correlations) checkCorrelations(study.correlations)
  const resolved = {
    ...study,
    strategies: said('strategies', 'strategy', study.strategies, strategies).map((entry) =>
      strategyOf(entry, study.vantage),
    ),
    scenarios: said('scenarios', 'scenario', study.scenarios, scenarios).map((entry) =>
      scenarioOf(entry, study.vantage),
    ),
  }
  distinct('strategies', resolved.strategies)
  distinct('scenarios', resolved.scenarios)
  checkOverrides('overrides', study.overrides)
  for (const id of Object.keys(study.assumptionNotes ?? {})) checkAssumption('assumptionNotes', id)
  for (const { assumption, from } of study.openQuestions ?? []) {
    checkAssumption('openQuestions', assumption)
    if (!isRetired('vantages', from)) oneOf('openQuestions: from', from, market.vantages)
  }
  for (const scenario of resolved.scenarios) {
    checkOverrides(`scenario ${scenario.id}`, scenario.overrides)
    const problems = checkBeliefs(distributionsOf(resolved, scenario.overrides), medianOf, value)
    if (problems.length > 0) throw new Error(problems[0])
  }
  return resolved
}

/** One distribution per assumption: the scenario's, else the study's, else the vantage's. */
export function distributionsOf(
  { vantage, overrides }: Pick<Study, 'vantage' | 'overrides'>,
  scenario: Overrides,
): Record<string, Distribution> {
  return Object.fromEntries(
    market.assumptions.map(({ id, vantages }) => {
      const usual = (vantages as Readonly<Record<string, Distribution>>)[vantage]
      return [id, scenario[id] ?? overrides[id] ?? usual]
    }),
  )
}

/**
 * Entries of which somebody says what they are. The others were the model's once, or are a newer
 * one's: the study keeps them, and they are refused only where they look misspelt or nothing is left.
 */
function said<E extends string | StudyStrategy | StudyScenario>(
  kind: 'strategies' | 'scenarios',
  word: string,
  entries: readonly E[],
  known: readonly (Strategy | Scenario)[],
): E[] {
  const ids = known.map(({ id }) => id)
  const unsaid = entries.filter((entry) => isUnsaid(kind, entry)).map(idOf)
  const misspelt = unsaid.find((id) => !isRetired(kind, id) && nearest(id, ids) !== undefined)
  const refused = unsaid.length === entries.length ? unsaid[0] : misspelt
  if (refused !== undefined) oneOf(word, refused, known)
  return entries.filter((entry) => !isUnsaid(kind, entry))
}

function strategyOf(
  entry: string | StudyStrategy,
  vantage: string,
): ResolvedStudy['strategies'][number] {
  const id = idOf(entry)
  const own: StudyStrategy = typeof entry === 'string' ? { id } : entry
  const known = strategies.find((one) => one.id === id)
  const levers = completed({ ...known?.levers, ...own.levers })
  checkSetting(id, levers)
  const label = own.label ?? (known ? wordsAt(known, vantage).label : id)
  return { ...own, id, label, levers }
}

function scenarioOf(
  entry: string | StudyScenario,
  vantage: string,
): ResolvedStudy['scenarios'][number] {
  const id = idOf(entry)
  const own: StudyScenario = typeof entry === 'string' ? { id } : entry
  const known = scenarios.find((one) => one.id === id)
  const given = known ? resolveScenario(known, vantage) : {}
  return {
    ...own,
    id,
    label: own.label ?? (known ? wordsAt(known, vantage).label : id),
    overrides: { ...given, ...own.overrides },
  }
}

function checkOverrides(where: string, overrides: Overrides): void {
  for (const [id, distribution] of Object.entries(overrides)) {
    checkAssumption(where, id)
    try {
      checkDistribution(distribution)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`${where}: ${id}: ${reason}`, { cause: error })
    }
  }
}

function checkAssumption(where: string, id: string): void {
  if (isKnown('assumptions', id) || isRetired('assumptions', id)) return
  throw new Error(`${where}: no assumption is called ${id}${hint(id, market.assumptions)}`)
}

function whole(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new Error(`${what} is a whole number from ${least} to ${most}, got ${value}`)
}

function distinct(what: string, entries: readonly { readonly id: string }[]): void {
  if (entries.length === 0) throw new Error(`a study has at least one of its ${what}, got none`)
  const ids = entries.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`${what} differ from each other, got ${twice} twice`)
}

const medians = new Map<string, number>()

function medianOf(distribution: Distribution): number {
  const key = distributionKey(distribution)
  const known = medians.get(key)
  if (known !== undefined) return known
  if (medians.size > 5000) medians.clear()
  const median = quantile(distribution)(0.5)
  medians.set(key, median)
  return median
}
