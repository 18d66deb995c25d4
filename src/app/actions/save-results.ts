import { inScenario } from '../../study/edits/resolved.ts'
import { resolveStudy, resultsFile, writeResults } from '../../study/index.ts'
import { download, fileName } from '../export/download.ts'
import type { AppState } from '../state/app.svelte.ts'
import type { Action } from './action.ts'

/** Saves the study and every figure of the scenario in view, once the run has finished. */
export const saveResults: Action = {
  id: 'save-results',
  label: () => 'Results as a file',
  keywords: ['export', 'download', 'json', 'figures'],
  order: 250,
  menu: {
    id: 'export',
    help: (app) =>
      finished(app)
        ? 'The study and every figure of the scenario in view (JSON). Anyone can run it again and compare.'
        : 'When the run has finished.',
  },
  canDo: (app) => finished(app) !== null,
  do: (app) => {
    const results = finished(app)
    if (!results) return
    const { study, scenario } = app.studies
    const text = writeResults(resultsFile(resolveStudy(inScenario(study, scenario)), results))
    download(`${fileName(study.name, scenario, 'results')}.json`, 'application/json', text)
  },
}

/** The results of what is in view; null until the run has finished. */
function finished({ run: { results, current } }: AppState) {
  return results && current && results.digest !== null ? results : null
}
