import { capital } from './lists.ts'

/** What an error says, whatever was thrown, ready for a sentence of its own. */
export function wordsOf(error: unknown): string {
  return capital(error instanceof Error ? error.message : String(error))
}
