import type { Dossier } from '../../dossier/dossier.ts'
import type { CaseSeries } from '../../engine/statistics/index.ts'
import { withAllScenarios } from '../../dossier/matrix.ts'
import { planOf, resolveStudy, resultsFile, writeResults } from '../../study/index.ts'
import type { FileMade } from './formats.ts'

/** Of the work, the part that is done before series: cases are run once for figures, once for series. */
const FIGURES = 0.5

/** The study and every figure of every scenario that it offers. */
export async function write(dossier: Dossier): Promise<FileMade> {
  const { study, carried, runner, options } = dossier
  const { signal, onProgress = () => {}, maxTrials } = options
  const whole = withAllScenarios(
    resolveStudy(carried, maxTrials === undefined ? {} : { maxTrials }),
  )
  // Columns of so many cases would not be held: figures are all that is written.
  const results = await runner.run(planOf(whole), {
    ...(signal && { signal }),
    onProgress: (done, all) => onProgress((FIGURES * done) / all),
    summariesOnly: true,
  })
  const { cases } = results
  const series: CaseSeries[] = []
  while (series.length < cases.length) {
    const next = cases.slice(series.length, series.length + runner.workers)
    series.push(...(await runner.series(results, next, signal ? { signal } : {})))
    onProgress(FIGURES + ((1 - FIGURES) * series.length) / cases.length)
  }
  return {
    name: [study.name, 'snapshot'],
    content: writeResults(resultsFile(whole, results, series)),
  }
}
