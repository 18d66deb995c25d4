import { download, fileName } from '../export/download.ts'
import { formats } from '../export/formats.ts'
import { wordsOf } from '../../words/index.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AppState } from '../state/app.svelte.ts'
import { Late } from '../state/late.svelte.ts'
import type { Action } from './action.ts'

/** One for every format of files. */
export const saveFiles: readonly Action[] = formats.map((format, index) => {
  const { id, label, about, keywords, extension, type, needsResults } = format
  const writer = new Late(`What writes “${label}”`, format.load)
  const save = async (app: AppState) => {
    const { study, scenario } = app.studies
    const series = (of: RunResults) => app.runner.series(of, of.cases)
    const dossier = { study, scenario, results: finished(app), series }
    try {
      const made = await (await app.need(writer))?.write(dossier)
      if (made) download(`${fileName(...made.name)}.${extension}`, type, made.text)
    } catch (error) {
      app.notices.warn(`The file could not be written: ${wordsOf(error)}.`)
    }
  }
  const canDo = (app: AppState) => !needsResults || finished(app) !== null
  return {
    id: `save-${id}`,
    label: () => label,
    keywords: ['export', 'download', ...keywords],
    order: 250 + index / 100,
    menu: { id: 'export', help: (app) => (canDo(app) ? about : 'When the run has finished.') },
    canDo,
    do: (app) => canDo(app) && void save(app),
  }
})

/** The results of what is in view; null until the run has finished. */
function finished({ run: { results, current } }: AppState) {
  return results && current && results.digest !== null ? results : null
}
