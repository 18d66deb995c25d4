import { inScenario } from '../../study/edits/resolved.ts'
import { resolveStudy, resultsFile, withWeightsThere, writeResults } from '../../study/index.ts'
import type { Dossier, FileText } from './formats.ts'

/** @throws if the run has not finished */
export async function write({ study, scenario, results, series }: Dossier): Promise<FileText> {
  if (!results) throw new Error('results can be written when the run has finished')
  const resolved = resolveStudy(withWeightsThere(inScenario(study, scenario)))
  return {
    name: [study.name, scenario, 'results'],
    text: writeResults(resultsFile(resolved, results, await series(results))),
  }
}
