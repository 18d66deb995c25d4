import { Dossier, type Sight } from '../dossier/dossier.ts'
import { type Format, formats } from '../app/export/formats.ts'
import { isChoice, oneOf, type ResolvedStudy, sightIn, statusQuoAt } from '../study/index.ts'
import { HEADLINE } from '../study/model.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'

/** A file to be written, as it was typed. */
export interface ExportAsked {
  readonly format: Format
  readonly file: string
}

/**
 * Pairs formats with the files that follow them.
 *
 * @param typed formats, in the order of the command line
 * @param files what stands beside options there, in its order
 * @throws in one line that says what was expected and what came
 */
export function readExports(typed: readonly string[], files: readonly string[]): ExportAsked[] {
  const known = formats.map(({ id }) => id).join(', ')
  if (files.length > typed.length) {
    throw new Error(`options begin with --, got ${files[typed.length]}`)
  }
  return typed.map((id, index) => {
    oneOf('--export', id, formats)
    const format = formats.find((one) => one.id === id)
    const file = files[index]
    if (!format || file === undefined) {
      throw new Error(`--export takes a format (${known}) and a file, got ${id} alone`)
    }
    return { format, file }
  })
}

/** Writes the files of a finished run: what is in sight is as its study says. */
export async function exported(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
  asked: readonly ExportAsked[],
  write: (file: string, content: string | Uint8Array) => void,
): Promise<string> {
  if (asked.length === 0) return ''
  const dossier = new Dossier(runner, study, sightOf(study, results))
  for (const { format, file } of asked) {
    const { write: make } = await format.load()
    const { content } = await make(dossier)
    write(file, content)
  }
  return asked.map(({ format, file }) => `${format.id} written to ${file}\n`).join('')
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
  const rival = [given.rival, quo, ...all].find((id) => id && id !== chosen) ?? chosen
  const { scenario = first, outcome = HEADLINE } = given
  return { scenario, outcome, chosen, rival }
}
