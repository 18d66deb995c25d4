import { jsonOf } from './json.ts'
import { isFile, migrated } from './migrate.ts'
import { notReadIn } from './not-read.ts'
import { parse, resultsSchema, studySchema } from './schema.ts'
import { simplified } from './simplify.ts'
import { strayIn } from './stray.ts'
import { tidied } from './tidy.ts'
import { defaultStudy, type Study } from './study.ts'
import { checkWeights } from './weights.ts'
import type { ResultsFile } from './write.ts'

export { fileText, isWorkbook } from './file-text.ts'

/** Files larger than this are no study. */
const LARGEST = 64e6

const OBJECT_EXPECTED = 'a study or results file holds one JSON object { … }'

/**
 * Refuses what is too large before it is read.
 *
 * @param size bytes or characters
 * @throws in a sentence
 */
export function checkSize(size: number): void {
  if (size <= LARGEST) return
  throw new Error(
    `a study or results file is at most ${LARGEST / 1e6} MB, got ${Math.round(size / 1e6)} MB`,
  )
}

/** What a file holds. */
export type Opened = {
  readonly study: Study
  /** What the study names and nobody knows here, one sentence each: kept, but moving no figure. */
  readonly notRead: readonly string[]
  /** Fields that nobody reads, with what was probably meant: kept as well. */
  readonly stray: readonly string[]
} & ({ readonly kind: 'study' } | { readonly kind: 'results'; readonly results: ResultsFile })

/**
 * Reads a study or a results file.
 *
 * @param text the file's text
 * @throws in a sentence that says what was expected and what came
 */
export function readFile(text: string): Opened {
  checkSize(text.length)
  // What is no object at all may be long: nobody looks through it.
  const first = /^[\s\uFEFF]*([^\s\uFEFF])/.exec(text.slice(0, 1000))?.[1]
  if (first === '[') throw new Error(`${OBJECT_EXPECTED}, got a list [ … ]`)
  const value = jsonOf(text)
  if (!isFile(value)) {
    throw new Error(`${OBJECT_EXPECTED}, got something else`)
  }
  const file = migrated(value)
  if (file.format === 'stakes-study') {
    const study = studyOf(file)
    return { kind: 'study', study, notRead: notReadIn(study), stray: strayIn(study) }
  }
  const results = parse(resultsSchema, file) as unknown as ResultsFile
  const study = simplified(studyOf(results.study))
  return { kind: 'results', study, notRead: notReadIn(study), stray: strayIn(study), results }
}

/** The study in a study or a results file; see `readFile`. */
export function readStudy(text: string): Study {
  return readFile(text).study
}

/**
 * A study from an object of the present version, absent fields at their defaults.
 *
 * @throws in a sentence that names the field, what was expected and what came
 */
export function studyOf(value: unknown): Study {
  const given = parse(studySchema, value) as unknown as Partial<Study>
  const study = tidied({ ...defaultStudy(given.vantage), ...given })
  checkWeights(study)
  return study
}

/** A study of any version as one of the present version; the same object if it is one already. */
export function renewed(study: Study): Study {
  const now = migrated({ ...study })
  return now.version === study.version ? study : studyOf(now)
}
