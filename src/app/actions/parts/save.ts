import { Dossier } from '../../../dossier/dossier.ts'
import { wordsOf } from '../../../words/index.ts'
import { sharedAddress } from '../../export/address.ts'
import { download, fileName } from '../../export/download.ts'
import type { Format, Writer } from '../../export/formats.ts'
import type { AppState } from '../../state/app.svelte.ts'
import { MOST_TRIALS } from '../../state/study.svelte.ts'

/** Writes a file of what is in sight and hands it to the browser; says how far it is, and may be stopped. */
export async function save(app: AppState, format: Format, { write }: Writer): Promise<void> {
  try {
    const made = await app.saving.run(async ({ signal, onProgress }) =>
      write(
        dossierOf(app, { signal, onProgress: (part) => onProgress(Math.round(part * 100), 100) }),
      ),
    )
    if (!made) return
    download(`${fileName(...made.name)}.${format.extension}`, format.type, made.content)
  } catch (error) {
    app.notices.warn(`The file could not be written: ${wordsOf(error)}.`)
  }
}

/** The dossier of the study and what is in sight. */
export function dossierOf(
  { runner, studies, view }: Pick<AppState, 'runner' | 'studies' | 'view'>,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (part: number) => void } = {},
): Dossier {
  const { study, scenario } = studies
  const sight = { scenario, outcome: view.outcome.id, chosen: view.chosen, rival: view.rival }
  const address = sharedAddress(location)
  return new Dossier(runner, study, sight, {
    ...options,
    maxTrials: MOST_TRIALS,
    ...(address !== null && { address }),
  })
}
