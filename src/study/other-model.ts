import { catalogue as market, HEADLINE, headlineName, versions } from '../../models/index.ts'
import type { NumberSummary } from '../engine/statistics/index.ts'
import { sentences, valueWithError } from '../words/index.ts'
import type { CaseFile, ResultsFile } from './write.ts'

/** A case in a file of another version of the model, and run again with the one at hand. */
interface Twice {
  readonly strategy: string
  readonly scenario: string
  readonly before: NumberSummary
  readonly now: NumberSummary
}

/**
 * What another version of the model made of a file's study, and whether the choice is another one, in
 * sentences: first what changed in the model, then a sentence for every scenario and every case.
 *
 * @param file as it was read
 * @param now the same study run again
 */
export function otherModelWords(file: ResultsFile, now: ResultsFile): string[] {
  const twice = now.cases.flatMap((one): Twice[] => {
    const old = file.cases.find(
      ({ strategy, scenario }) => strategy === one.strategy && scenario === one.scenario,
    )
    const [before, after] = [headlineOf(old), headlineOf(one)]
    const { strategy, scenario } = one
    return before && after ? [{ strategy, scenario, before, now: after }] : []
  })
  const scenarios = [...new Set(twice.map(({ scenario }) => scenario))]
  return [
    ...changesSince(file.model.version),
    ...scenarios.flatMap((id) =>
      scenarioWords(
        now,
        id,
        twice.filter(({ scenario }) => scenario === id),
      ),
    ),
  ]
}

/** What changed in the model after a version of it; nothing is said of a version nobody knows. */
function changesSince(version: string): string[] {
  const place = versions.findIndex((one) => one.version === version)
  return versions.slice(0, Math.max(0, place)).map(({ version: later, changes }) => {
    return sentences([`Changed in ${later}:`, ...changes])
  })
}

function scenarioWords(now: ResultsFile, id: string, twice: readonly Twice[]): string[] {
  const { scenarios, strategies } = now.study
  const scenario = scenarios.find((one) => one.id === id)?.label ?? id
  const label = (strategy: string) =>
    strategies.find((one) => one.id === strategy)?.label ?? strategy
  const best = (when: 'before' | 'now') =>
    twice.toSorted((a, b) => b[when].mean - a[when].mean)[0].strategy
  const [was, is] = [best('before'), best('now')]
  const choice =
    was === is
      ? `the choice is the same: ${label(is)} is best on average, as before.`
      : `the choice is another one: ${label(was)} was best on average, ${label(is)} is now.`
  const means = twice
    .filter(({ strategy }) => strategy !== market.reference)
    .map(
      ({ strategy, before, now: after }) =>
        `${scenario}: mean ${headlineName} of ${label(strategy)} was ${meanWords(before)} and is ${meanWords(after)}.`,
    )
  return [...(twice.length > 1 ? [`${scenario}: ${choice}`] : []), ...means]
}

function meanWords({ mean, standardError }: NumberSummary): string {
  return valueWithError(mean, standardError, 'USD bn')
}

/** Nothing where the case or the figure is not there. */
function headlineOf(one: Partial<CaseFile> | undefined): NumberSummary | undefined {
  const found = one?.outcomes?.[HEADLINE]
  return found && typeof found['mean'] === 'number' ? (found as NumberSummary) : undefined
}
