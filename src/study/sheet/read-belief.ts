import {
  percentilesNeeded,
  type PercentileFamily,
  takesPercentiles,
} from '../../engine/distributions/from-percentiles.ts'
import {
  checkDistribution,
  type Distribution,
  distributionKey,
  families,
  type FamilyId,
} from '../../engine/distributions/index.ts'
import type { Assumption } from '../../engine/model.ts'
import { shapeName } from '../shape-words.ts'
import { type Cells, CellProblem, saidOf, textIn, type Ways } from './cells.ts'
import { parameterColumns, type SheetValue } from './columns.ts'
import {
  checkInside,
  checkValue,
  isEdited,
  type Point,
  pointsIn,
  samePoints,
} from './read-points.ts'
import { ofNumber, shapeNamed, spokenParameters } from './read-shape.ts'
import { comparable, SHARES, unitName } from './rows.ts'
import { parametersText } from './shape-text.ts'
import { modelSize, wordsOfUnit } from '../../words/index.ts'

/** What a row says of a belief. */
export interface SaidBelief {
  readonly belief: Distribution
  /** Whether somebody changed a cell since the sheet was written. */
  readonly isEdited: boolean
  /** What was made of it where that is not what was asked for; empty for nothing. */
  readonly remark: string
}

interface Row {
  readonly cells: Cells
  readonly assumption: Assumption
  readonly base: Distribution
  readonly ways: Ways
}

/**
 * The belief that a row says; null where it says nothing.
 *
 * @param now what is believed in the study, where the row does not tell what it was written with
 * @throws CellProblem where it cannot be read, or contradicts itself
 */
export function beliefIn(
  cells: Cells,
  assumption: Assumption,
  now: Distribution,
  ways: Ways,
): SaidBelief | null {
  const said = saidIn(cells, assumption, now, ways)
  if (said?.isEdited === true) checkPossible(said.belief, assumption)
  return said
}

/**
 * Refuses what no draw of an assumption can be: what is typed as sure is as it stands, and an event happens
 * or not.
 *
 * @throws CellProblem
 */
function checkPossible(d: Distribution, assumption: Assumption): void {
  const isEvent = assumption.role === 'event'
  if (d.kind === 'mixture') {
    for (const { distribution } of d.branches) checkPossible(distribution, assumption)
    return
  }
  if (d.kind !== 'constant') {
    if ((d.kind === 'bernoulli') === isEvent) return
    throw new CellProblem('parameters', kindWanted(isEvent))
  }
  if (!isEvent) return checkValue('parameters', d.value, assumption)
  if (d.value === 0 || d.value === 1) return
  const words = `a constant event is 0 (no) or 1 (yes), got ${d.value}: for a chance between write the shape “${families.bernoulli.label}”`
  throw new CellProblem('parameters', words)
}

function saidIn(
  cells: Cells,
  assumption: Assumption,
  now: Distribution,
  ways: Ways,
): SaidBelief | null {
  const base = writtenIn(cells, assumption) ?? now
  const row = { cells, assumption, base, ways }
  const kind = kindIn(row)
  const typed = typedParameters(row)
  const points = pointsIn(row)
  if (kind === null && typed === null && points === null) return null
  const shape = kind ?? base.kind
  const arePointsEdited = points !== null && isEdited(points)
  if (typed !== null) return byParameters(row, shape, typed, arePointsEdited ? points : null)
  if (arePointsEdited) return byPoints(row, shape, points)
  if (shape === base.kind) return { belief: base, isEdited: false, remark: '' }
  return byShape(row, shape)
}

/** The belief that the sheet was written with. */
function writtenIn(cells: Cells, { unit }: Assumption): Distribution | null {
  const text = cells.get('asWritten')
  const [, name, rest] = typeof text === 'string' ? (/^([^:]*): (.*)$/s.exec(text) ?? []) : []
  const kind = name === undefined ? null : shapeNamed(name)
  if (kind === null) return null
  try {
    const found = spokenParameters(kind, rest, unit)
    checkDistribution(found)
    return found
  } catch {
    // Cut, since it was too long for a cell, or somebody wrote over it.
    return null
  }
}

function kindIn({ cells, assumption, base }: Row): FamilyId | null {
  const text = textIn(cells, 'shape')
  if (text === null) return null
  const kind = shapeNamed(text)
  if (kind === null) {
    const known = Object.values(families).map(({ label }) => `“${label}”`)
    throw new CellProblem('shape', `one of ${known.join(', ')} is expected, got ${saidOf(text)}`)
  }
  const isEvent = assumption.role === 'event'
  const suits = kind === base.kind || kind === 'constant' || (kind === 'bernoulli') === isEvent
  if (suits) return kind
  throw new CellProblem('shape', `${kindWanted(isEvent)}, got ${saidOf(text)}`)
}

function kindWanted(isEvent: boolean): string {
  return isEvent ? 'an event is “Yes or no” or “Constant”' : 'only an event is “Yes or no”'
}

/** What was typed as parameters; null where they are as the sheet was written, or empty. */
function typedParameters({ cells, base, assumption: { unit } }: Row): SheetValue {
  const first = cells.get('parameters') ?? null
  const rest = parameterColumns.slice(1).some((column) => textIn(cells, column) !== null)
  if (first === null) {
    if (!rest) return null
    throw new CellProblem('parameters', 'it is empty, and the columns that continue it are not')
  }
  if (typeof first === 'number' && !rest) return first
  const text = parameterColumns.map((column) => textIn(cells, column) ?? '').join('')
  const isAsWritten = comparable(text) === comparable(parametersText(base, unit))
  return isAsWritten || text.trim() === '' ? null : text
}

function byParameters(
  row: Row,
  kind: FamilyId,
  typed: SheetValue,
  points: readonly Point[] | null,
): SaidBelief {
  const belief = spoken(row, kind, typed)
  const isAsWritten = distributionKey(belief) === distributionKey(row.base)
  if (points !== null && !samePoints(points, belief, row.assumption.unit)) {
    if (isAsWritten) return byPoints(row, kind, points)
    throw new CellProblem(
      'parameters',
      'they were edited, and so were P10, P50 and P90, which say another belief: put one of the two back',
    )
  }
  return { belief, isEdited: !isAsWritten, remark: '' }
}

/** @throws CellProblem where it is no belief */
function spoken(
  { assumption: { unit }, ways }: Pick<Row, 'assumption' | 'ways'>,
  kind: FamilyId,
  typed: SheetValue,
): Distribution {
  let found: unknown
  try {
    if (typeof typed === 'number') {
      const isValue = kind === 'constant' && unit !== 'event'
      found = ofNumber(kind, isValue ? modelSize(typed, wordsOfUnit(unit)) : typed)
    } else found = spokenParameters(kind, String(typed), unit)
  } catch (error) {
    throw new CellProblem('parameters', wordsIn(error))
  }
  try {
    checkDistribution(found)
    return found
  } catch (error) {
    throw new CellProblem('parameters', inUnit(ways.problemOf(error, { kind }, unit), unit))
  }
}

function byPoints(row: Row, kind: FamilyId, points: readonly Point[]): SaidBelief {
  if (kind === 'bernoulli') {
    const words = 'an event has a chance and no percentiles: write “probability = …” as Parameters'
    throw new CellProblem('p50', words)
  }
  checkInside(points, row.assumption)
  if (kind === 'constant' && points.every(({ value }) => value === points[0].value)) {
    return { belief: { kind, value: points[0].value }, isEdited: true, remark: '' }
  }
  const family = takesPercentiles(kind) ? kind : 'metalog'
  const needed = percentilesNeeded(family) ?? SHARES.length
  if (points.length < needed) {
    throw new CellProblem('p50', 'P10, P50 and P90 are expected together, and one of them is empty')
  }
  const belief = through(row, family, points)
  const other = belief.kind === kind ? '' : `No ${shapeName(kind)} has these percentiles: `
  return {
    belief,
    isEdited: true,
    remark: other && `${other}it becomes a ${shapeName(belief.kind)} through them.`,
  }
}

/** Only another shape was asked for: by the parameters where they say it too, else by the percentiles. */
function byShape(row: Row, kind: FamilyId): SaidBelief {
  const { base, assumption } = row
  try {
    const belief = spoken(row, kind, parametersText(base, assumption.unit))
    return { belief, isEdited: true, remark: '' }
  } catch {
    if (!takesPercentiles(kind) || base.kind === 'bernoulli' || base.kind === 'constant') {
      const words = `the shape “${families[kind].label}” needs parameters of its own: those beside it are of “${families[base.kind].label}”`
      throw new CellProblem('parameters', words)
    }
  }
  const all = pointsOf(row)
  const points = percentilesNeeded(kind) === 2 ? [all[0], all[2]] : all
  const remark = `Its parameters are from P10${points.length > 2 ? ', P50' : ''} and P90.`
  return { belief: through(row, kind, points), isEdited: true, remark }
}

function pointsOf({ base, assumption }: Row): readonly Point[] {
  return pointsIn({ cells: new Map(), base, assumption }, true) ?? []
}

function through(row: Row, kind: PercentileFamily, points: readonly Point[]): Distribution {
  const { base, ways, assumption } = row
  try {
    const plain = points.map(({ p, value }) => ({ p, value }))
    const found = ways.through(kind, plain, base, assumption.domain)
    checkDistribution(found)
    return found
  } catch (error) {
    const edited = points.find((point) => point.isEdited)
    throw new CellProblem(
      edited?.column ?? 'shape',
      inUnit(ways.problemOf(error, { kind }, assumption.unit), assumption.unit),
    )
  }
}

/** Numbers of a sentence are as they are typed; what they are counted in stands after it. */
function inUnit(words: string, unit: string): string {
  const { percent } = wordsOfUnit(unit)
  return percent || unit === 'event' || !/\d/.test(words)
    ? words
    : `${words} (in ${unitName(unit)})`
}

function wordsIn(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
