import { formats } from '../export/formats.ts'
import type { AppState } from '../state/app.svelte.ts'
import { Late } from '../state/late.svelte.ts'
import type { Action } from './action.ts'

const saving = new Late('What writes files', () => import('./parts/save.ts'))

/** One for every format of files. */
export const saveFiles: readonly Action[] = formats.map((format, index) => {
  const { id, label, about, keywords, needsResults, load } = format
  const writer = new Late(`What writes “${label}”`, load)
  const canDo = (app: AppState) => !needsResults || isFinished(app)
  const save = async (app: AppState) => {
    const [parts, found] = [await app.need(saving), await app.need(writer)]
    if (parts && found) await parts.save(app, format, found)
  }
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

/** Whether the run of what is in view has finished. */
function isFinished({ run: { results, current } }: AppState): boolean {
  return results !== null && current && results.digest !== null
}
