import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ContradictionError, mixtures } from '../../../src/engine/sampling/correlate.ts'
import { eigen, nearestCorrelation } from '../../../src/engine/sampling/nearest-correlation.ts'
import type { Correlation } from '../../../src/engine/model.ts'

/** A symmetric matrix of entries from -1 to 1 with 1 on its diagonal. */
const anyMatrix = fc
  .tuple(
    fc.integer({ min: 2, max: 6 }),
    fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 15, maxLength: 15 }),
  )
  .map(([size, entries]) =>
    Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => {
        const [low, high] = [Math.min(i, j), Math.max(i, j)]
        return i === j ? 1 : entries[(high * (high - 1)) / 2 + low] / 100
      }),
    ),
  )

const distance = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  Math.sqrt(
    a.flatMap((row, i) => row.map((x, j) => (x - b[i][j]) * (x - b[i][j]))).reduce((s, x) => s + x),
  )

test("nearestCorrelation agrees with Higham's example (2002, section 4)", () => {
  const nearest = nearestCorrelation([
    [1, 1, 0],
    [1, 1, 1],
    [0, 1, 1],
  ])
  const published = [0.7607, 0.1573, 0.7607]
  const got = [nearest[0][1], nearest[0][2], nearest[1][2]]
  got.forEach((value, i) => expect(value).toBeCloseTo(published[i], 4))
})

test('it is symmetric, has 1 on its diagonal and no negative eigenvalue', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const nearest = nearestCorrelation(matrix)
      nearest.forEach((row, i) => {
        expect(row[i]).toBe(1)
        row.forEach((entry, j) => expect(Math.abs(entry - nearest[j][i])).toBeLessThan(1e-14))
      })
      expect(Math.min(...eigen(nearest).values)).toBeGreaterThan(-1e-12)
    }),
    { numRuns: 60 },
  )
})

test('no mixture of it with another correlation matrix is nearer', () => {
  fc.assert(
    fc.property(
      anyMatrix,
      anyMatrix,
      fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
      (matrix, other, share) => {
        if (matrix.length !== other.length) return
        const [nearest, rival] = [nearestCorrelation(matrix), nearestCorrelation(other)]
        const mixed = nearest.map((row, i) =>
          row.map((x, j) => (1 - share) * x + share * rival[i][j]),
        )
        expect(distance(nearest, matrix)).toBeLessThanOrEqual(distance(mixed, matrix) + 1e-7)
      },
    ),
    { numRuns: 60 },
  )
})

test('a matrix that is one already stays', () => {
  const matrix = [
    [1, 0.5, 0.2],
    [0.5, 1, -0.3],
    [0.2, -0.3, 1],
  ]
  expect(distance(nearestCorrelation(matrix), matrix)).toBeLessThan(1e-13)
})

test('correlations that contradict each other come with the nearest that do not', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const ids = matrix.map((_, i) => `id${i}`)
      const pairs = ids.flatMap((b, i) =>
        ids.slice(0, i).map((a, j): Correlation => [a, b, matrix[i][j]]),
      )
      try {
        mixtures(pairs, new Set(ids))
      } catch (error) {
        if (!(error instanceof ContradictionError)) throw error
        expect(() => mixtures(error.nearest, new Set(ids))).not.toThrow()
      }
    }),
    { numRuns: 60 },
  )
})

test.each([
  [[[1, 0.5]]],
  [
    [
      [1, 0.5],
      [0.4, 1],
    ],
  ],
  [[[NaN]]],
])('%j is refused', (matrix) => {
  expect(() => nearestCorrelation(matrix)).toThrow('square and symmetric')
})
