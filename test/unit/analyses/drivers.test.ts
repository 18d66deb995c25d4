import { describe, expect, test } from 'vitest'
import { type Driver, driversOf } from '../../../src/analyses/drivers.ts'
import { rankCorrelation } from '../../../src/engine/statistics/rank-correlation.ts'
import { normals } from '../engine/numbers.ts'

const count = 4000
const [strong, weak, idle] = ['strong', 'weak', 'idle'].map((name) => normals(name, count))
const fixed = new Float64Array(count).fill(5)
const columns = Object.entries({ idle, weak, fixed, strong }).map(([id, values]) => ({
  id,
  values,
}))
const outcome = strong.map((z, i) => 3 * z - weak[i])

function find(values: Float64Array, mask?: Uint8Array, from = columns): Driver[] {
  const steps = driversOf(from, values, 1, mask)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Spearman's rank correlation of two normal numbers whose Pearson correlation is r. */
const ofNormals = (r: number) => (6 / Math.PI) * Math.asin(r / 2)

describe('drivers', () => {
  const found = find(outcome)
  const correlationOf = (id: string) => Number(found.find((one) => one.id === id)?.correlation)

  test('of 3 · strong − weak are these two, strongest first, with known correlations', () => {
    expect(found.slice(0, 2).map(({ id }) => id)).toEqual(['strong', 'weak'])
    expect(Math.abs(correlationOf('strong') - ofNormals(3 / Math.sqrt(10)))).toBeLessThan(0.015)
    expect(Math.abs(correlationOf('weak') - ofNormals(-1 / Math.sqrt(10)))).toBeLessThan(0.05)
    expect(found).toHaveLength(2)
  })

  test('have shares of the squares of all, also of those left out, that never increase', () => {
    const shares = found.map(({ share }) => share)
    const sum = shares.reduce((all, share) => all + share, 0)
    expect(sum).toBeLessThanOrEqual(1)
    expect(sum).toBeGreaterThan(0.999)
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
    const [first, second] = found
    const ratio = second.correlation / first.correlation
    expect(second.share / first.share).toBeCloseTo(ratio * ratio, 12)
  })

  test('leave out what does not vary, and what chance may have brought', () => {
    expect(found.map(({ id }) => id).sort()).toEqual(['strong', 'weak'])
  })

  test('do not depend on the order of assumptions', () => {
    expect(find(outcome, undefined, [...columns].reverse())).toEqual(found)
  })

  test('see ranks alone: a rising function of the outcome has the same', () => {
    expect(find(outcome.map((value) => value * value * value))).toEqual(found)
  })

  test('of a mask are those of its trials alone', () => {
    const mask = Uint8Array.from(weak, (z) => (z > 0.5 ? 1 : 0))
    const pick = (values: Float64Array) => values.filter((_, i) => mask[i] === 1)
    const alone = columns.map(({ id, values }) => ({ id, values: pick(values) }))
    expect(find(outcome, mask)).toEqual(find(pick(outcome), undefined, alone))
  })

  test('have the sign and size of rankCorrelation', () => {
    expect(correlationOf('weak')).toBe(rankCorrelation(weak, outcome))
    expect(correlationOf('weak')).toBeLessThan(0)
  })

  test('of an outcome that does not vary, or of one future, are none', () => {
    expect(find(fixed)).toEqual([])
    const one = columns.map(({ id, values }) => ({ id, values: values.slice(0, 1) }))
    expect(find(outcome.slice(0, 1), undefined, one)).toEqual([])
  })

  test('give a turn after each assumption', () => {
    const steps = driversOf(columns, outcome, 1)
    for (const _ of columns) expect(steps.next().done).toBe(false)
    expect(steps.next().done).toBe(true)
  })
})
