import { parse, resultsSchema, studySchema } from './schema.ts'
import { simplified } from './simplify.ts'
import { defaultStudy, type Study } from './study.ts'
import type { ResultsFile } from './write.ts'

/** Files larger than this are no study. */
const LARGEST = 64e6

/** What a file holds. */
export type Opened =
  | { readonly kind: 'study'; readonly study: Study }
  | { readonly kind: 'results'; readonly study: Study; readonly results: ResultsFile }

/**
 * Reads a study or a results file.
 *
 * @param text the file's text
 * @throws in a sentence that says what was expected and what came
 */
export function readFile(text: string): Opened {
  if (text.length > LARGEST) {
    throw new Error(
      `a study or results file is at most ${LARGEST / 1e6} MB, got ${Math.round(text.length / 1e6)} MB`,
    )
  }
  const value = jsonOf(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('a study or results file holds one JSON object { … }, got something else')
  }
  const { format, version } = value as { format?: unknown; version?: unknown }
  if (format !== 'stakes-study' && format !== 'stakes-results') {
    throw new Error(
      `a file of Stakes has "format": "stakes-study" or "stakes-results", got ${shown(format)}`,
    )
  }
  if (typeof version === 'number' && version > 1) {
    throw new Error(
      `this file has version ${version} of its format, made by a newer Stakes; this one reads version 1`,
    )
  }
  if (version !== 1) throw new Error(`"version": 1 is expected, got ${shown(version)}`)
  if (format === 'stakes-study') return { kind: 'study', study: studyOf(value) }
  const results = parse(resultsSchema, value) as unknown as ResultsFile
  return { kind: 'results', study: simplified(studyOf(results.study)), results }
}

/** The study in a study or a results file; see `readFile`. */
export function readStudy(text: string): Study {
  return readFile(text).study
}

/**
 * A study from an object, absent fields at their defaults.
 *
 * @throws in a sentence that names the field, what was expected and what came
 */
export function studyOf(value: unknown): Study {
  const given = parse(studySchema, value) as unknown as Partial<Study>
  return { ...defaultStudy(), ...given }
}

/** The text of a study file. */
export function writeStudy(study: Study): string {
  return `${JSON.stringify(study, null, 2)}\n`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`the file is not JSON: ${reason}`, { cause: error })
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
