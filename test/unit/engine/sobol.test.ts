import { describe, expect, test } from 'vitest'
import published from '../../../src/engine/certificate/sobol.json' with { type: 'json' }
import { BLOCK } from '../../../src/engine/plan.ts'
import { sobol, sobolDimensions, sobolPoint } from '../../../src/engine/sampling/sobol.ts'
import { streamKey } from '../../../src/engine/streams.ts'

const SCRAMBLES = 8

/** The points of each scramble, in order, of the first blocks of a stream. */
function scrambles(id: string, dimension: number, blocks: number): Float64Array[] {
  const out = Array.from({ length: SCRAMBLES }, () => new Float64Array((blocks * BLOCK) / 8))
  const scores = new Float64Array(BLOCK)
  for (let block = 0; block < blocks; block++) {
    sobol(streamKey('stakes', id), dimension, block, scores)
    scores.forEach((u, i) => (out[i % 8][(block * BLOCK + i) >> 3] = u))
  }
  return out
}

test('the unscrambled points are the published ones, in every dimension', () => {
  expect(published.points.length).toBe(sobolDimensions)
  const got = published.points.map((_, d) => published.indices.map((i) => sobolPoint(d, i)))
  expect(got).toEqual(published.points)
})

test.each([0, 1, 5, 17, 64, 109, 191])(
  'dimension %i: the first 2^m points of each scramble lie one in each of 2^m intervals',
  (dimension) => {
    for (const points of scrambles('a', dimension, 32)) {
      for (const count of [1, 2, 4, 32, 256, 1024]) {
        const cells = Array.from(points.subarray(0, count), (u) => Math.floor(u * count))
        expect(new Set(cells).size).toBe(count)
        // Any later run of so many points from a multiple of it is as even.
        const later = Array.from(points.subarray(1024 - count), (u) => Math.floor(u * count))
        expect(new Set(later).size).toBe(count)
      }
      expect(points.every((u) => u > 0 && u < 1)).toBe(true)
    }
  },
)

test.each([
  [0, 1],
  [1, 2],
  [0, 2],
])('dimensions %i and %i: 256 points fill boxes of any shape evenly', (first, second) => {
  const a = scrambles('a', first, 8)
  const b = scrambles('b', second, 8)
  // The sum of the polynomials' degrees less one bounds the quality t: 2^t points a box (Sobol 1967).
  const each = second === 2 ? 2 : 1
  for (let s = 0; s < SCRAMBLES; s++) {
    for (let wide = 1; wide <= 256 / each; wide *= 2) {
      const high = 256 / each / wide
      const counts = new Map<number, number>()
      a[s].forEach((u, i) => {
        const cell = Math.floor(u * wide) * high + Math.floor(b[s][i] * high)
        counts.set(cell, (counts.get(cell) ?? 0) + 1)
      })
      expect([...counts.values()].every((count) => count === each)).toBe(true)
      expect(counts.size).toBe(256 / each)
    }
  }
})

test('scrambles differ from each other, and streams too', () => {
  const points = [...scrambles('a', 3, 1), ...scrambles('b', 3, 1)].map((one) => one.join())
  expect(new Set(points).size).toBe(2 * SCRAMBLES)
})

test('a scrambled point is uniform: each of 64 intervals as often over 2,000 streams', () => {
  const counts = new Float64Array(64)
  const pairs = new Float64Array(64)
  const scores = new Float64Array(BLOCK)
  const streams = 2000
  for (let n = 0; n < streams; n++) {
    sobol(streamKey('stakes', `stream ${n}`), 4, 0, scores)
    for (let s = 0; s < SCRAMBLES; s++) {
      counts[Math.floor(scores[s] * 64)]++
      // The low bits of two points that share their first: the scramble below a node is its own.
      const [a, b] = [scores[8 * 4 + s], scores[s]].map((u) => Math.floor(u * 256) & 7)
      pairs[a * 8 + b]++
    }
  }
  for (const found of [counts, pairs]) {
    const expected = (streams * SCRAMBLES) / 64
    const chiSquare = found.reduce(
      (sum, n) => sum + ((n - expected) * (n - expected)) / expected,
      0,
    )
    // 63 degrees of freedom: mean 63, standard deviation 11.2.
    expect(chiSquare).toBeLessThan(63 + 5 * 11.2)
  }
})

describe('what cannot be is refused', () => {
  test.each([-1, 1.5, 192])('dimension %d', (dimension) => {
    const out = new Float64Array(BLOCK)
    expect(() => sobol(streamKey('s', 'a'), dimension, 0, out)).toThrow(
      `Sobol's sequence has dimensions 0 to 191 here, got ${dimension}`,
    )
  })
})
