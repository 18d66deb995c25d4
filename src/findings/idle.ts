import { count } from '../words/index.ts'

/**
 * What is said of a belief that changes nothing, whatever it might be.
 *
 * @param tried futures it was tried in, of all the run has
 */
export function idleWords(tried: number, trials: number): string {
  return tried < trials
    ? `Changes nothing in the first ${count(tried)} futures of this run`
    : 'Changes nothing in any future of this run'
}
