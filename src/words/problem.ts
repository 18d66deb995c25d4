import { capital } from './lists.ts'

/** How browsers say that a part of the page did not come. */
const NOT_LOADED = /dynamically imported module|module script failed/i

/** What an error says, whatever was thrown, ready for a sentence of its own. */
export function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return NOT_LOADED.test(text)
    ? 'A part of the page could not be loaded: the server cannot be reached, or a newer Stakes has taken the place of this one. Reload the page'
    : capital(text)
}
