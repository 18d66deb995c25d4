import { Dossier } from '../../../dossier/dossier.ts'
import { wordsOf } from '../../../words/index.ts'
import { sharedAddress } from '../../export/address.ts'
import { download, fileName } from '../../export/download.ts'
import type { FileMade, Format, Writer } from '../../export/formats.ts'
import type { AppState } from '../../state/app.svelte.ts'
import { savingOf } from '../../state/saving.svelte.ts'
import { MOST_TRIALS } from '../../state/study.svelte.ts'

/**
 * Writes a file of what is in sight and hands it to the browser. One that takes long says how far it
 * is, may be stopped, and waits for those asked for before; it is of what was in sight when asked for.
 */
export async function save(app: AppState, format: Format, { write }: Writer): Promise<void> {
  const { label, needsResults } = format
  try {
    const made = needsResults ? await inTurn(app, label, write) : await write(dossierOf(app)())
    if (made) download(`${fileName(...made.name)}.${format.extension}`, format.type, made.content)
    else app.notices.mention(`Stopped: “${label}” was not written.`)
  } catch (error) {
    app.notices.warn(`“${label}” could not be written: ${wordsOf(error)}.`)
  }
}

function inTurn(
  app: AppState,
  label: string,
  write: Writer['write'],
): Promise<FileMade | undefined> {
  const saving = savingOf(app)
  const now = saving.names[0]
  if (now) app.notices.mention(`“${label}” is written after “${now}”.`)
  const dossier = dossierOf(app)
  return saving.run(label, async ({ signal, onProgress }) =>
    write(dossier({ signal, onProgress: (part) => onProgress(Math.round(part * 100), 100) })),
  )
}

interface Options {
  readonly signal?: AbortSignal
  readonly onProgress?: (part: number) => void
}

/** Makes the dossier of the study and what is in sight now, whenever it is called. */
function dossierOf({
  runner,
  studies,
  view,
}: Pick<AppState, 'runner' | 'studies' | 'view'>): (options?: Options) => Dossier {
  const { study, scenario } = studies
  const sight = { scenario, outcome: view.outcome.id, chosen: view.chosen, rival: view.rival }
  const address = sharedAddress(location)
  return (options = {}) =>
    new Dossier(runner, study, sight, {
      ...options,
      maxTrials: MOST_TRIALS,
      ...(address !== null && { address }),
    })
}
