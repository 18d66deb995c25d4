import { counted } from '../words/index.ts'
import { otherModelWords } from './other-model.ts'
import type { CaseStanding } from './verify-cause.ts'
import {
  isAverage,
  meaningOf,
  type MovedFigure,
  type MovedFigures,
  movedWords,
} from './verify-words.ts'
import type { CaseFile, ResultsFile } from './write.ts'

/** What a results file says against what its study gives now. */
export interface Verdict {
  readonly reproduced: boolean
  /** What that it is not reproduced means, and whether the choice is another one; empty where it is. */
  readonly meaning: string
  /** Which figures are others, in sentences, the averages first. */
  readonly words: readonly string[]
  /** What differs or cannot be compared, one line each, by the file's own names and to the last bit. */
  readonly moved: readonly string[]
  /** What is another though every figure is the same, one line each. */
  readonly remarks: readonly string[]
}

/** How many lines are listed. */
const MOST_LINES = 20

/**
 * Compares a results file with its study run again, figure by figure and to the last bit, in the
 * outcomes and series that the file names.
 *
 * @param file as it was read
 * @param now the same study's results with digests of the file's outcomes, as this Stakes writes them
 */
export function verify(file: ResultsFile, now: ResultsFile): Verdict {
  const figures = gathered(movedFigures(file, now))
  const held = [...notComparable(file, now), ...besideFigures(file, now)]
  const moved = listed([...held, ...figures.first.map(lineOf)], held.length + figures.count)
  const { model: was } = file
  const { model: is } = now
  const sameModel = was.id === is.id && was.version === is.version
  if (moved.length === 0 && was.id === is.id) {
    const other = `the model was ${was.id} ${was.version} and is ${is.id} ${is.version}`
    const remarks = sameModel ? [] : [other]
    return { reproduced: true, meaning: '', words: [], moved, remarks }
  }
  const words = sameModel ? movedWords(now, figures) : otherModelWords(file, now)
  const meaning = meaningOf(file, now, figures.count > 0, standingsOf(file, now, figures.byCase))
  return { reproduced: false, meaning, words, moved, remarks: [] }
}

/** What differs beside figures. Which cases moved comes before what moved in each: the list is cut at its end. */
function* besideFigures(file: ResultsFile, now: ResultsFile): Generator<string> {
  if (file.trials !== now.trials) yield `trials: ${file.trials} in the file, ${now.trials} now`
  const hasDigests = file.outcomes.every((id) => now.outcomes.includes(id))
  if (hasDigests && file.digest !== now.digest) {
    yield `digest: ${file.digest.slice(0, 12)}… in the file, ${now.digest.slice(0, 12)}… now`
  }
  if (file.cases.length !== now.cases.length) {
    yield `${file.cases.length} cases in the file, ${now.cases.length} now`
  }
  for (const one of now.cases) {
    const before = sameCase(file, one)
    if (!before) yield `${nameOf(one)} is not in the file`
    else if (hasDigests && before.digest !== one.digest) yield `${nameOf(one)}: its digest`
  }
  yield* movedDraws(file, now)
  for (const one of now.cases) yield* unnamed(file, sameCase(file, one) ?? {})
}

/** Counts of draws outside what is possible, where the file has some and the model is the same. */
function* movedDraws(file: ResultsFile, now: ResultsFile): Generator<string> {
  const given: unknown = file.moved
  if (!Array.isArray(given) || file.model.version !== now.model.version) return
  const [before, after] = [given as ResultsFile['moved'], now.moved].map(
    (all) => new Map(all.map((one) => [`${one?.id} in ${one?.scenario}`, one?.count])),
  )
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)]
    if (was !== is) {
      yield `draws of ${name} that count as the bound: ${shown(was)} in the file, ${shown(is)} now`
    }
  }
}

/** Where each case that both have stands; nothing where digests cannot be compared. */
function standingsOf(
  file: ResultsFile,
  now: ResultsFile,
  moved: ReadonlyMap<string, number>,
): CaseStanding[] {
  if (!file.outcomes.every((id) => now.outcomes.includes(id))) return []
  return now.cases.flatMap((one): CaseStanding[] => {
    const { strategy, scenario, digest } = one
    const before = sameCase(file, one)
    if (!before) return []
    const isSameRun = before.digest === digest
    return [{ strategy, scenario, isSameRun, moved: moved.get(nameOf(one)) ?? 0 }]
  })
}

function* movedFigures(file: ResultsFile, now: ResultsFile): Generator<MovedFigure> {
  for (const one of now.cases) {
    const before = sameCase(file, one)
    if (before) yield* differences({ of: one, path: [] }, before, figures(file, one))
  }
}

function lineOf({ of, path, before, now, sizes }: MovedFigure): string {
  const where = [nameOf(of), ...path].join(', ')
  if (sizes) return `${where}: ${sizes[0]} values in the file, ${sizes[1]} now`
  const is = typeof now === 'object' && now !== null ? 'a table' : shown(now)
  return `${where}: ${shown(before)} in the file, ${is} now`
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

/** The averages among them, no more of the others than anybody reads, and how many there are. */
function gathered(figures: Iterable<MovedFigure>): MovedFigures {
  const averages: MovedFigure[] = []
  const first: MovedFigure[] = []
  const byCase = new Map<string, number>()
  let count = 0
  for (const one of figures) {
    count++
    byCase.set(nameOf(one.of), (byCase.get(nameOf(one.of)) ?? 0) + 1)
    if (isAverage(one)) averages.push(one)
    if (first.length < MOST_LINES) first.push(one)
  }
  return { averages, first, count, byCase }
}

/** No more lines than anybody reads, and how many there are beside them. */
function listed(lines: readonly string[], all: number): string[] {
  const told = lines.slice(0, MOST_LINES)
  const rest = all - told.length
  return rest > 0 ? [...told, `and ${counted(rest, 'more difference')}`] : told
}

function sameCase(file: ResultsFile, { strategy, scenario }: CaseFile): CaseFile | undefined {
  return file.cases.find((one) => one.strategy === strategy && one.scenario === scenario)
}

function nameOf({ strategy, scenario }: Partial<CaseFile>): string {
  return `${strategy} in ${scenario}`
}

/** Every number and text of `now` must stand in `before`; fields only the file has are let be. */
function* differences(
  at: Pick<MovedFigure, 'of' | 'path'>,
  before: unknown,
  now: unknown,
): Generator<MovedFigure> {
  if (typeof now !== 'object' || now === null) {
    if (before !== now) yield { ...at, before, now }
    return
  }
  if (typeof before !== 'object' || before === null) {
    yield { ...at, before, now }
    return
  }
  if (Array.isArray(now) && Array.isArray(before) && now.length !== before.length) {
    yield { ...at, before, now, sizes: [before.length, now.length] }
    return
  }
  const held = before as Readonly<Record<string, unknown>>
  for (const [key, value] of Object.entries(now)) {
    const path = [...at.path, key]
    yield* differences({ of: at.of, path }, Object.hasOwn(held, key) ? held[key] : undefined, value)
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
