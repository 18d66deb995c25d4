import { checkIn } from './check.ts'
import type { Family, MemberOf } from './family.ts'
import { mixture } from './mixture.ts'
import { simpleFamilies } from './simple.ts'
import { compileTable, type DrawTable } from './table.ts'

export type { Family, NumberParameter, Parameter, Percentile } from './family.ts'
export { InfeasibleError, type Nearest } from './infeasible.ts'
export type { Branch } from './mixture.ts'
export type { DrawTable } from './table.ts'

const { bernoulli, discrete, ...spread } = simpleFamilies

/** Every family of distributions, in the order pickers show them. */
export const families = { ...spread, mixture, bernoulli, discrete } satisfies Readonly<
  Record<string, Family<{ readonly kind: string }>>
>

export type FamilyId = keyof typeof families
/** A belief about a number: a family and its parameters, tagged by `kind`. */
export type Distribution = MemberOf<(typeof families)[FamilyId]>

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
 * parameters, each within its rules, that together make a distribution
 */
export function checkDistribution(value: unknown): asserts value is Distribution {
  checkIn(families, value)
}

/** Equal for equal distributions, whatever the order of their fields. */
export function distributionKey(d: Distribution): string {
  return JSON.stringify(keyParts(familyOf(d), d))
}

function keyParts(family: Family<Distribution>, d: Distribution): unknown[] {
  const values = new Map<string, unknown>(Object.entries(d))
  const parts = family.parameters.map((parameter) => {
    const usual = parameter.type === undefined ? parameter.default : undefined
    return inOrder(values.get(parameter.id) ?? usual)
  })
  return [d.kind, ...parts]
}

/** The same with the fields of every object in order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([name, part]) => [name, inOrder(part)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
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
