import { otherModelWords } from './other-model.ts'
import type { CaseFile, ResultsFile } from './write.ts'

/** What a results file says against what its study gives now. */
export interface Verdict {
  readonly reproduced: boolean
  /**
   * What differs or cannot be compared, one line each; empty where all is reproduced to the bit. Of a
   * file of another version of the model it says first what that made of the choice.
   */
  readonly moved: readonly string[]
  /** What is another though every figure is the same, one line each. */
  readonly remarks: readonly string[]
}

const MOST_LINES = 200

/**
 * Compares a results file with its study run again, figure by figure and to the last bit, in the
 * outcomes and series that the file names.
 *
 * @param file as it was read
 * @param now the same study's results with digests of the file's outcomes, as this Stakes writes them
 */
export function verify(file: ResultsFile, now: ResultsFile): Verdict {
  const moved = firstOf(moves(file, now))
  const { model: was } = file
  const { model: is } = now
  if (was.id === is.id && was.version === is.version) {
    return { reproduced: moved.length === 0, moved, remarks: [] }
  }
  const models = `the model was ${was.id} ${was.version} and is ${is.id} ${is.version}`
  const isOther = was.id !== is.id || moved.length > 0
  return isOther
    ? { reproduced: false, moved: [models, ...otherModelWords(file, now), ...moved], remarks: [] }
    : { reproduced: true, moved, remarks: [models] }
}

/** Which cases moved comes before what moved in each: the list is cut at its end. */
function* moves(file: ResultsFile, now: ResultsFile): Generator<string> {
  yield* notComparable(file, now)
  if (file.trials !== now.trials) yield `trials: ${file.trials} in the file, ${now.trials} now`
  const hasDigests = file.outcomes.every((id) => now.outcomes.includes(id))
  if (hasDigests && file.digest !== now.digest) {
    yield `digest: ${file.digest.slice(0, 12)}… in the file, ${now.digest.slice(0, 12)}… now`
  }
  if (file.cases.length !== now.cases.length) {
    yield `${file.cases.length} cases in the file, ${now.cases.length} now`
  }
  const pairs = now.cases.map((one) => ({ one, before: sameCase(file, one) }))
  for (const { one, before } of pairs) {
    if (!before) yield `${nameOf(one)} is not in the file`
    else if (hasDigests && before.digest !== one.digest) yield `${nameOf(one)}: its digest`
  }
  for (const { one, before } of pairs) {
    if (!before) continue
    yield* unnamed(file, before)
    yield* differences(nameOf(one), before, figures(file, one))
  }
}

function* notComparable(file: ResultsFile, now: ResultsFile): Generator<string> {
  for (const id of file.outcomes) {
    if (now.outcomes.includes(id)) continue
    yield `${id} is not in the model any more: neither it nor the digests, which cover it, can be compared`
  }
  for (const id of file.series) {
    if (!now.series.includes(id)) {
      yield `the series ${id} is not in the model any more and cannot be compared`
    }
  }
}

/** Figures under a name that the file does not say it holds: nobody would compare them. */
function* unnamed(file: ResultsFile, one: Partial<CaseFile>): Generator<string> {
  const tables = [
    ['outcomes', one.outcomes, file.outcomes],
    ['closed', one.closed?.outcomes, file.outcomes],
    ['series', one.series, file.series],
  ] as const
  for (const [where, table, names] of tables) {
    for (const id of Object.keys(table ?? {})) {
      if (!names.includes(id)) {
        yield `${nameOf(one)}, ${where}: the file does not name ${id} among what it holds`
      }
    }
  }
}

/** What there is to compare of a case: the figures that the file names and the model still has. */
function figures(file: ResultsFile, { outcomes, closed, series }: CaseFile): object {
  return {
    outcomes: chosen(outcomes, file.outcomes),
    closed: { fraction: closed.fraction, outcomes: chosen(closed.outcomes, file.outcomes) },
    series: chosen(series, file.series),
  }
}

function chosen(table: Readonly<Record<string, unknown>>, ids: readonly string[]): object {
  const held = ids.filter((id) => Object.hasOwn(table, id))
  return Object.fromEntries(held.map((id) => [id, table[id]]))
}

/** No more lines than anybody reads: the rest is not even looked for. */
function firstOf(lines: Iterable<string>): string[] {
  const first: string[] = []
  for (const line of lines) {
    if (first.push(line) === MOST_LINES) break
  }
  return first
}

function sameCase(file: ResultsFile, { strategy, scenario }: CaseFile): CaseFile | undefined {
  return file.cases.find((one) => one.strategy === strategy && one.scenario === scenario)
}

function nameOf({ strategy, scenario }: Partial<CaseFile>): string {
  return `${strategy} in ${scenario}`
}

/** Every number and text of `now` must stand in `before`; fields only the file has are let be. */
function* differences(path: string, before: unknown, now: unknown): Generator<string> {
  if (typeof now !== 'object' || now === null) {
    if (before !== now) yield `${path}: ${shown(before)} in the file, ${shown(now)} now`
    return
  }
  if (typeof before !== 'object' || before === null) {
    yield `${path}: ${shown(before)} in the file, a table now`
    return
  }
  if (Array.isArray(now) && Array.isArray(before) && now.length !== before.length) {
    yield `${path}: ${before.length} values in the file, ${now.length} now`
    return
  }
  const held = before as Readonly<Record<string, unknown>>
  for (const [key, value] of Object.entries(now)) {
    yield* differences(`${path}, ${key}`, Object.hasOwn(held, key) ? held[key] : undefined, value)
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
