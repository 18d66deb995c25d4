import { describe, expect, test } from 'vitest'
import { normalCumulative } from '../../../src/engine/math.ts'
import { replicateOf, type SamplingId } from '../../../src/engine/sampling/index.ts'
import { certainErrors } from '../../../src/engine/statistics/certainty.ts'
import { meanOf } from '../../../src/engine/statistics/moments.ts'
import { repetitionsOf, standardErrorOf } from '../../../src/engine/statistics/standard-error.ts'
import { normals } from './numbers.ts'

const NORMAL = 2 * normalCumulative(-3)

/** How often Student's t goes beyond a number either way, by adding up its density. */
function beyond(limit: number, degrees: number): number {
  const density = (t: number) => (1 + (t * t) / degrees) ** (-(degrees + 1) / 2)
  const [step, far] = [1 / 512, 4000]
  let inside = 0
  let outside = 0
  for (let t = step / 2; t < far; t += step) {
    const part = density(t)
    if (t < limit) inside += part
    else outside += part
  }
  return outside / (inside + outside)
}

test.each([8, 9, 12, 20, 50, 157])(
  'of %d repetitions, certain errors are exceeded as often as three of the normal ones',
  (repetitions) => {
    const rate = beyond(certainErrors(repetitions, 1), repetitions - 1)
    expect(Math.abs(rate / NORMAL - 1)).toBeLessThan(0.01)
  },
)

describe('certain errors', () => {
  test('fall towards three as repetitions grow', () => {
    const counts = [2, 3, 5, 8, 20, 100, 1000, 1e6]
    const found = counts.map((count) => certainErrors(count, 1))
    found.forEach((errors, i) => expect(errors).toBeLessThan(i === 0 ? 1000 : found[i - 1]))
    expect(found.at(-1)).toBeCloseTo(3, 4)
    expect(certainErrors(1, 1)).toBe(Infinity)
  })

  test('are those of eight scrambles however many trials Sobol has, and few otherwise', () => {
    const at = (trials: number, sampling: SamplingId) =>
      certainErrors(trials, replicateOf(sampling))
    expect(at(10_000, 'sobol')).toBeCloseTo(4.53, 2)
    expect(at(160_000, 'sobol')).toBe(at(10_000, 'sobol'))
    expect(at(10_000, 'random')).toBeCloseTo(3, 2)
    expect(at(10_000, 'latinHypercube')).toBeCloseTo(certainErrors(156, 1), 12)
  })

  test('are rarely exceeded where there is nothing, and three are too often with eight', () => {
    const looks = 4000
    const replicate = replicateOf('sobol')
    const values = normals('nothing', looks * 64)
    const sizes = Array.from({ length: looks }, (_, look) => {
      const own = values.subarray(64 * look, 64 * (look + 1))
      const mean = meanOf(own)
      return (
        Math.abs(mean) /
        (standardErrorOf(
          own.map((one) => one - mean),
          replicate,
        ) ?? NaN)
      )
    })
    const share = (limit: number) => sizes.filter((size) => size > limit).length / looks
    expect(share(3)).toBeGreaterThan(0.012)
    expect(share(certainErrors(64, replicate))).toBeLessThan(0.006)
  })
})

test('repetitions are whole replicates, or trials where those are few', () => {
  expect(repetitionsOf(1000, 1)).toBe(1000)
  expect(repetitionsOf(1000, 64)).toBe(15)
  expect(repetitionsOf(256, 64)).toBe(4)
  expect(repetitionsOf(255, 64)).toBe(255)
  expect(repetitionsOf(1000, { interleaved: 8 })).toBe(8)
  expect(repetitionsOf(15, { interleaved: 8 })).toBe(15)
})
