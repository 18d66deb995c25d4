import { catalogue as market, HEADLINE } from '../../models/index.ts'
import type { Outcome } from '../engine/model.ts'
import { counted, exactly, sentences, unitText, value } from '../words/index.ts'
import { choiceWords, labelsOf } from './choice-words.ts'
import { type CaseStanding, causeWords } from './verify-cause.ts'
import type { CaseFile, ResultsFile } from './write.ts'

/** A figure that is another one now. */
export interface MovedFigure {
  readonly of: Pick<CaseFile, 'strategy' | 'scenario'>
  /** Where in its case it stands, as the file names it. */
  readonly path: readonly string[]
  readonly before: unknown
  readonly now: unknown
  /** How many values there were and are, where these are not as many. */
  readonly sizes?: readonly [before: number, now: number]
}

/** What moved of a file's figures. */
export interface MovedFigures {
  /** The averages of the headline. */
  readonly averages: readonly MovedFigure[]
  /** The first of them all. */
  readonly first: readonly MovedFigure[]
  readonly count: number
  /** How many differ in each case, by its name. */
  readonly byCase: ReadonlyMap<string, number>
}

/** Whether a figure is the average of the headline in its case. */
export function isAverage({ path }: MovedFigure): boolean {
  return path.join(' ') === ['outcomes', HEADLINE, 'mean'].join(' ')
}

/**
 * What it means that a results file is not reproduced, and whether the choice is another one.
 *
 * @param file as it was read
 * @param now the same study run again
 * @param hasMoved whether any figure differs
 * @param standings every case that both have; none where digests cannot be compared
 */
export function meaningOf(
  file: ResultsFile,
  now: ResultsFile,
  hasMoved: boolean,
  standings: readonly CaseStanding[],
): string {
  return sentences([whatItMeans(file, now, hasMoved, standings), choiceWords(file, now)])
}

function whatItMeans(
  file: ResultsFile,
  now: ResultsFile,
  hasMoved: boolean,
  standings: readonly CaseStanding[],
): string {
  const { model: was } = file
  const { model: is } = now
  if (was.id !== is.id) {
    return `This file was made with another model, ${was.id} ${was.version}: this one is ${is.id} ${is.version}.`
  }
  if (was.version !== is.version) {
    return `This file was made with version ${was.version} of the model: version ${is.version} gives other figures.`
  }
  const cannot = [...file.outcomes, ...file.series].some(
    (id) => !now.outcomes.includes(id) && !now.series.includes(id),
  )
  return sentences([
    hasMoved
      ? 'The figures in this file do not belong to this study.'
      : cannot
        ? 'Not all of this file can be compared: it holds what the model has no longer. What can be compared is the same.'
        : 'What this file says of its figures does not belong to this study, though every figure that can be compared is the same.',
    causeWords(file, now, standings),
  ])
}

/** What an average and its kin are called, by their fields in a file. */
const statistics: Readonly<Record<string, string>> = {
  mean: 'average',
  standardError: 'simulation error',
  standardDeviation: 'standard deviation',
  below0: 'chance of less than 0',
  at0: 'chance of exactly 0',
}

/** Shares of futures, whatever the outcome is counted in. */
const chances = ['below0', 'at0']

/** How many figures are told of one by one, where no average differs. */
const MOST = 3

/** How many averages are told of, where any differs. */
const MOST_AVERAGES = 20

/**
 * Which figures are others, in sentences: the averages of the headline, or the first of the others where
 * no average differs, then how many there are beside them.
 */
export function movedWords(
  now: ResultsFile,
  { averages, first, count: all }: MovedFigures,
): string[] {
  const told = averages.length > 0 ? averages.slice(0, MOST_AVERAGES) : first.slice(0, MOST)
  const rest = all - told.length
  const further = averages.length > 0 ? 'other' : 'further'
  return [
    ...told.map((one) => figureWords(now, one)),
    ...(rest > 0
      ? [`${counted(rest, `${further} figure`)} ${rest === 1 ? 'differs' : 'differ'} too.`]
      : []),
  ]
}

function figureWords(now: ResultsFile, { of, path, before, now: is, sizes }: MovedFigure): string {
  const { strategy, scenario } = labelsOf(now)
  const where = `“${strategy(of.strategy)}”, ${scenario(of.scenario)}`
  const { name, unit } = named(path)
  if (sizes) return `${where}: ${name} has ${sizes[0]} values in the file, ${sizes[1]} now.`
  const [old, fresh] = texts(before, is, unit)
  return `${where}: ${name} ${old} in the file, ${fresh} now.`
}

/** What a figure is called, and what it is counted in. */
function named(path: readonly string[]): { name: string; unit: string } {
  const isClosed = path[0] === 'closed'
  const [table, id = '', field = ''] = isClosed ? path.slice(1) : path
  const given = isClosed ? ', where the deal closes,' : ''
  if (table === 'fraction')
    return { name: 'the share of futures in which the deal closes', unit: 'fraction' }
  const outcome = (market.outcomes as readonly Outcome[]).find((one) => one.id === id)
  if (table !== 'outcomes' || !outcome) {
    const series = market.series.find((one) => one.id === id)
    return { name: [series?.label ?? id, ...path.slice(2)].join(', '), unit: series?.unit ?? '' }
  }
  if (outcome.kind === 'category') {
    return { name: `${outcome.label}${given} ${field}`, unit: 'fraction' }
  }
  const unit = chances.includes(field) ? 'fraction' : outcome.unit
  const figure = statistics[field] ?? field.toUpperCase()
  return { name: id === HEADLINE ? figure + given : `${outcome.label}${given} ${figure}`, unit }
}

/** Two figures in as many digits as tell them apart. */
function texts(before: unknown, now: unknown, unit: string): [string, string] {
  if (typeof before !== 'number' || typeof now !== 'number') {
    return [textOf(before, unit), textOf(now, unit)]
  }
  const [old, fresh] = [value(before, unit), value(now, unit)]
  if (old !== fresh) return [old, fresh]
  for (let digits = 4; ; digits++) {
    const exact = [before, now].map((x) => `${exactly(x, digits)} ${unitText(unit)}`.trim())
    if (exact[0] !== exact[1] || digits === 17) return [exact[0], exact[1]]
  }
}

function textOf(x: unknown, unit: string): string {
  if (typeof x === 'number') return value(x, unit)
  return x === undefined || x === null ? 'is missing' : 'is no number'
}
