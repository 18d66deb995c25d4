import { wordsOf } from '../../words/index.ts'

const FILE = 'Save the study as a file now: Export, then “Study as a file”.'

/** Why the browser keeps nothing, by the name of its error, and what to do after a file is safe. */
const known: Readonly<Record<string, readonly [why: string, then: string]>> = {
  QuotaExceededError: [
    'This browser has no room left to keep your study.',
    'Then delete studies that you no longer need in the list of studies, or free space on the disk: your next change is kept again.',
  ],
  SecurityError: [
    'This browser does not let the page keep your study: its cookies and site data are blocked, or it is a private window.',
    'Then allow this site to keep data, or open the page in an ordinary window, and open the file there.',
  ],
  VersionError: [
    'A newer Stakes keeps its studies in this browser, and this page is too old to read them.',
    'Then reload the page, which brings the newer one, and open the file there.',
  ],
  TimeoutError: [
    'This browser’s store does not answer, so your study is not kept.',
    'Then close other tabs of Stakes and reload the page; if that does not help, start the browser again.',
  ],
  UnknownError: [
    'This browser could not read or write its store, so your study is not kept: the disk may be full, or the store damaged.',
    'Then start the browser again; if that does not help, clear this site’s data, which also deletes the studies kept here, and open the file.',
  ],
}

/** What browsers call the same, or throw where there is no store at all. */
const alike: Readonly<Record<string, string>> = {
  NotAllowedError: 'SecurityError',
  // A private window of some browsers has a store that opens and takes nothing.
  InvalidStateError: 'SecurityError',
  NotReadableError: 'UnknownError',
  DataError: 'UnknownError',
  AbortError: 'UnknownError',
}

/**
 * What is said where the browser does not keep a study: why, and what to do.
 *
 * @param error what the store threw
 */
export function storageWords(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  const found = known[alike[name] ?? name]
  if (!found) {
    return `This browser does not let Stakes keep your study (${wordsOf(error)}). It lasts until the page is closed. ${FILE}`
  }
  const [why, then] = found
  return `${why} It lasts until the page is closed. ${FILE} ${then}`
}
