import { Dossier, type Sight } from '../dossier/dossier.ts'
import { type Format, formats } from '../app/export/formats.ts'
import { isChoice, oneOf, type ResolvedStudy, sightIn, statusQuoAt } from '../study/index.ts'
import { HEADLINE } from '../study/model.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { reasonOf } from './input.ts'

/** A file to be written, as it was typed. */
export interface ExportAsked {
  readonly format: Format
  readonly file: string
}

/** A word of the command line: what an option takes, or what stands alone, and where. */
export interface Word {
  readonly value: string
  /** Among the arguments, counted from 0. */
  readonly index: number
}

/**
 * Pairs each format with the file directly after it.
 *
 * @param typed formats
 * @param alone what stands beside options
 * @throws in one line that says what was expected and what came
 */
export function readExports(typed: readonly Word[], alone: readonly Word[]): ExportAsked[] {
  const known = formats.map(({ id }) => id).join(', ')
  const places = new Set(typed.map(({ index }) => index + 1))
  const stray = alone.find(({ index }) => !places.has(index))
  const asked = typed.map(({ value: id, index }) => {
    oneOf('--export', id, formats)
    const format = formats.find((one) => one.id === id)
    const file = alone.find((one) => one.index === index + 1)?.value
    if (!format || file === undefined) {
      throw new Error(`--export takes a format (${known}) and a file, got ${id} alone`)
    }
    if (file === '-') throw new Error(`--export ${id} takes the name of a file, got -`)
    return { format, file }
  })
  if (stray !== undefined) throw new Error(`options begin with --, got ${stray.value}`)
  return asked
}

/** What became of files: a line each, and what went wrong. */
export interface Exported {
  readonly text: string
  readonly failures: readonly string[]
}

/**
 * Writes the files of a finished run: what is in sight is as its study says. One that
 * fails leaves the others.
 */
export async function exported(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
  asked: readonly ExportAsked[],
  write: (file: string, content: string | Uint8Array) => void,
): Promise<Exported> {
  const failures: string[] = []
  let text = ''
  if (asked.length === 0) return { text, failures }
  const dossier = new Dossier(runner, study, sightOf(study, results))
  for (const { format, file } of asked) {
    try {
      const { write: make } = await format.load()
      const { content } = await make(dossier)
      write(file, content)
      text += `${format.id} written to ${file}${await alone(dossier, format)}\n`
    } catch (error) {
      failures.push(`--export ${format.id}: ${reasonOf(error)}`)
    }
  }
  return { text, failures }
}

/** Formats that hold every scenario of the study. */
const WHOLE = ['snapshot', 'study']

/** Which scenario a file is of, where the run has several; its figures have a digest of their own. */
async function alone(dossier: Dossier, { id }: Format): Promise<string> {
  if (WHOLE.includes(id) || dossier.study.scenarios.length < 2) return ''
  const { digest } = await dossier.results()
  return `: scenario “${dossier.scenarioLabel}” alone, digest ${digest?.slice(0, 12) ?? ''}`
}

/**
 * What the study says was in sight. Where it says nothing: the first scenario, and the best on average of
 * those that can be chosen, against the status quo.
 */
function sightOf(study: ResolvedStudy, { cases }: RunResults): Sight {
  const given = sightIn(study)
  const first = study.scenarios[0].id
  const meanOf = (strategy: string) =>
    cases.find((one) => one.strategy === strategy && one.scenario === first)?.summary.outcomes[
      HEADLINE
    ].mean ?? -Infinity
  const quo = statusQuoAt(study.vantage, study.strategies)
  const choices = study.strategies.filter((one) => one.id !== quo && isChoice(study.vantage, one))
  const [best] = choices.toSorted((a, b) => meanOf(b.id) - meanOf(a.id))
  const all = study.strategies.map(({ id }) => id)
  const chosen = given.chosen ?? best?.id ?? all[0]
  const rival =
    [given.rival, quo, ...all].find((id) => id && id !== chosen && all.includes(id)) ?? chosen
  const { scenario = first, outcome = HEADLINE } = given
  return { scenario, outcome, chosen, rival }
}
