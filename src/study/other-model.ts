import { catalogue as market, headlineName, versions } from '../../models/index.ts'
import type { NumberSummary } from '../engine/statistics/index.ts'
import { sentences, valueWithError } from '../words/index.ts'
import { labelsOf, twiceIn } from './choice-words.ts'
import type { ResultsFile } from './write.ts'

/**
 * What another version of the model made of a file's study, in sentences: first what changed in the
 * model, then a sentence for every case.
 *
 * @param file as it was read
 * @param now the same study run again
 */
export function otherModelWords(file: ResultsFile, now: ResultsFile): string[] {
  const { strategy, scenario } = labelsOf(now)
  const means = twiceIn(file, now)
    .filter((one) => one.strategy !== market.reference)
    .map(
      (one) =>
        `${scenario(one.scenario)}: mean ${headlineName} of ${strategy(one.strategy)} was ${meanWords(one.before)} and is ${meanWords(one.now)}.`,
    )
  return [...changesSince(file.model.version), ...means]
}

/** What changed in the model after a version of it; nothing is said of a version nobody knows. */
function changesSince(version: string): string[] {
  const place = versions.findIndex((one) => one.version === version)
  return versions.slice(0, Math.max(0, place)).map(({ version: later, changes }) => {
    return sentences([`Changed in ${later}:`, ...changes])
  })
}

function meanWords({ mean, standardError }: NumberSummary): string {
  return valueWithError(mean, standardError, 'USD bn')
}
