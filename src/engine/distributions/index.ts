import { bernoulli } from './bernoulli.ts'
import { beta } from './beta.ts'
import { constant } from './constant.ts'
import type { Family, Parameter } from './family.ts'
import { lognormal } from './lognormal.ts'
import { normal } from './normal.ts'
import { pert } from './pert.ts'
import { compileTable, type DrawTable } from './table.ts'
import { triangular } from './triangular.ts'
import { uniform } from './uniform.ts'

export type { Family, Parameter } from './family.ts'
export type { DrawTable } from './table.ts'

/** Every family of distributions, in the order pickers show them. */
export const families = {
  constant,
  uniform,
  triangular,
  pert,
  normal,
  lognormal,
  beta,
  bernoulli,
} satisfies Readonly<Record<string, Family<{ readonly kind: string }>>>

export type FamilyId = keyof typeof families
/** A belief about a number: a family and its parameters, tagged by `kind`. */
export type Distribution = (typeof families)[FamilyId]['examples'][number]

const LARGEST = 1e100
const TABLES = 1024
const tables = new Map<string, DrawTable>()

/** The family a distribution belongs to. */
export function familyOf(d: Distribution): Family<Distribution> {
  return families[d.kind]
}

/**
 * Accepts a distribution from outside.
 *
 * @throws in the user's words unless it is a plain object with a known kind and exactly its
 * parameters, each a finite number within its bounds, that together make a distribution
 */
export function checkDistribution(value: unknown): asserts value is Distribution {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`a distribution is { "kind": ..., parameters }, got ${shown(value)}`)
  }
  const fields = new Map(Object.entries(value))
  const kind: unknown = fields.get('kind')
  if (!isFamily(kind)) {
    const known = Object.keys(families).join(', ')
    throw new Error(`a distribution's kind is one of ${known}; got ${shown(kind)}`)
  }
  const { parameters } = families[kind]
  const names = parameters.map(({ id }) => id)
  for (const name of fields.keys()) {
    if (name === 'kind' || names.includes(name)) continue
    throw new Error(`${kind} has no parameter ${shown(name)}; it has ${names.join(', ')}`)
  }
  for (const parameter of parameters) checkParameter(kind, parameter, fields.get(parameter.id))
  // Every field has been looked at above.
  const d = value as Distribution
  familyOf(d).check(d)
}

function isFamily(kind: unknown): kind is FamilyId {
  return typeof kind === 'string' && Object.hasOwn(families, kind)
}

function checkParameter(kind: string, parameter: Parameter, value: unknown): void {
  const { id, above, min = -LARGEST, max = LARGEST } = parameter
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`${kind} needs ${id} as a finite number, got ${shown(value)}`)
  }
  if (above !== undefined && !(value > above)) {
    throw new Error(`${kind} needs ${id} above ${above}, got ${value}`)
  }
  if (value < min || value > max) {
    throw new Error(`${kind} needs ${id} from ${min} to ${max}, got ${value}`)
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** Equal for equal distributions, whatever the order of their fields. */
export function distributionKey(d: Distribution): string {
  const values = new Map<string, unknown>(Object.entries(d))
  return JSON.stringify([d.kind, ...familyOf(d).parameters.map(({ id }) => values.get(id))])
}

/** The exact value below which a share p lies, NaN unless p is from 0 to 1; made once, asked often. */
export function quantile(d: Distribution): (p: number) => number {
  const exact = familyOf(d).quantile(d)
  return (p) => (p >= 0 && p <= 1 ? exact(p) : NaN)
}

/**
 * The quantile function over normal scores, compiled for drawing: within 1e-9 of the exact one
 * relative to max(|x|, P90 − P10). Equal distributions share one table.
 */
export function drawTable(d: Distribution): DrawTable {
  const key = distributionKey(d)
  let table = tables.get(key)
  if (table) return table
  const family = familyOf(d)
  table = compileTable(family.scoring(d), family.support(d))
  tables.set(key, table)
  for (const oldest of tables.keys()) {
    if (tables.size <= TABLES) break
    tables.delete(oldest)
  }
  return table
}

/** Probability density at x; the probability of x itself in discrete families. */
export function density(d: Distribution, x: number): number {
  return familyOf(d).density(d, x)
}

/** Probability of a value of at most x. */
export function cumulative(d: Distribution, x: number): number {
  return familyOf(d).cumulative(d, x)
}

export function mean(d: Distribution): number {
  return familyOf(d).mean(d)
}

export function standardDeviation(d: Distribution): number {
  return familyOf(d).standardDeviation(d)
}

/** Smallest and largest possible value; infinite where there is none. */
export function support(d: Distribution): readonly [number, number] {
  return familyOf(d).support(d)
}
