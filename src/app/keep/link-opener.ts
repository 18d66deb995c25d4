import { linkOf, readLink, type Sight } from '../../study/link.ts'
import { wordsOf } from '../../words/index.ts'
import type { AppState } from '../state/app.svelte.ts'
import { showSight } from './show-sight.ts'
import { notReadWords } from './study-words.ts'

/** The address of this page with the whole study in it, and what is in sight. */
export function addressOf({ studies, view }: AppState): string {
  const { origin, pathname, search, hash } = location
  const sight: Sight = {
    scenario: studies.scenario,
    outcome: view.outcomeId,
    chosen: view.chosen,
    rival: view.rival,
    // With the future whose sheet lies over the screen.
    at: hash.replace(/^#\//, ''),
  }
  return `${origin === 'null' ? 'file://' : origin}${pathname}${search}${linkOf(studies.study, sight)}`
}

/**
 * Opens the study in the address beside the one there is; what cannot be read changes nothing.
 *
 * @param before the address that was there, to go back to
 */
export async function openLink(app: AppState, hash: string, before: string): Promise<void> {
  const { autosave, notices, route } = app
  // The address names a screen again: a reload opens what has become of the study since.
  const showScreen = (address: string) => {
    history.replaceState(null, '', address)
    route.read()
  }
  try {
    const { study, sight, notRead, stray } = readLink(hash)
    const problem = await autosave.openNew(study, sight.scenario)
    if (problem) throw new Error(problem)
    showScreen(`#/${sight.at ?? ''}`)
    showSight(app, sight)
    const unread = [...stray.map((line) => `Not read: ${line}`), ...notRead]
    if (unread.length > 0) notices.warn(notReadWords(study.name), unread)
    notices.tell(
      `Opened “${study.name}” from a link, as a study of its own. What you had before is among your studies.`,
    )
  } catch (error) {
    showScreen(before)
    notices.fail(`The link was not opened and nothing was changed: ${wordsOf(error)}.`)
  }
}
