import type { Dossier } from '../../dossier/dossier.ts'
import { inScenario } from '../../study/edits/resolved.ts'
import { resolveStudy, resultsFile, withWeightsThere, writeResults } from '../../study/index.ts'
import type { FileMade } from './formats.ts'

/** The study and every figure of the scenario in sight. */
export async function write(dossier: Dossier): Promise<FileMade> {
  const { study, carried, sight, runner } = dossier
  const results = await dossier.results()
  const resolved = resolveStudy(withWeightsThere(inScenario(carried, sight.scenario)))
  const series = await runner.series(results, results.cases)
  return {
    name: [study.name, sight.scenario, 'results'],
    content: writeResults(resultsFile(resolved, results, series)),
  }
}
