import { describe, expect, test } from 'vitest'
import { convergenceOf } from '../../../src/analyses/convergence.ts'
import { pairedDifference } from '../../../src/analyses/pair.ts'
import { replicateOf, type SamplingId } from '../../../src/engine/sampling/index.ts'
import { normals } from '../engine/numbers.ts'

function ended<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const a = normals('a', 10_000)
const b = normals('b', 10_000).map((z, i) => 0.5 * a[i] + 0.1 * z)
const designs: readonly SamplingId[] = ['random', 'latinHypercube', 'sobol']

describe.each(designs)('convergence under %s', (design) => {
  const replicate = replicateOf(design)
  const points = ended(convergenceOf(a, b, replicate))

  test('every point is what a run of so many trials says', () => {
    for (const { trials, mean, standardError } of points) {
      const whole = pairedDifference(a.subarray(0, trials), b.subarray(0, trials), replicate)
      expect(mean).toBeCloseTo(whole.mean, 12)
      expect(standardError).toBeCloseTo(whole.standardError ?? NaN, 12)
    }
  })

  test('points are evenly spaced, whole groups but for the last, which is the run', () => {
    const counts = points.map(({ trials }) => trials)
    expect(counts[counts.length - 1]).toBe(10_000)
    const [step] = counts
    expect(step % 64).toBe(0)
    counts.slice(0, -1).forEach((count, i) => expect(count).toBe(step * (i + 1)))
    expect(counts.length).toBeGreaterThan(30)
    expect(counts.length).toBeLessThanOrEqual(41)
  })
})

test('a short run has a point, and a single trial has no error', () => {
  expect(ended(convergenceOf(Float64Array.of(3), Float64Array.of(1), 1))).toEqual([
    { trials: 1, mean: 2, standardError: null },
  ])
  expect(ended(convergenceOf(a.slice(0, 100), b.slice(0, 100), 1)).map((p) => p.trials)).toEqual([
    64, 100,
  ])
})

test('columns that do not belong together are refused', () => {
  expect(() => ended(convergenceOf(a, b.slice(1), 1))).toThrow('got 10000 and 9999')
  expect(() => ended(convergenceOf(a.slice(0, 0), b.slice(0, 0), 1))).toThrow('same trials')
})
