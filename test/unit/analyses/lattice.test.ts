import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changingFirst, coarsest, every, filled, lattice } from '../../../src/analyses/lattice.ts'

const size = fc.record({
  across: fc.integer({ min: 1, max: 21 }),
  down: fc.integer({ min: 1, max: 21 }),
})

describe('a lattice', () => {
  it('holds its first and its last row and column, each point once', () => {
    expect(every(21, 4)).toEqual([0, 4, 8, 12, 16, 20])
    expect(every(8, 3)).toEqual([0, 3, 6, 7])
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 30 }), (given, stride) => {
        const places = lattice(given, stride)
        const { across, down } = given
        expect(new Set(places).size).toBe(places.length)
        for (const corner of [0, across - 1, (down - 1) * across, across * down - 1]) {
          expect(places).toContain(corner)
        }
      }),
    )
  })

  it('is as fine as so many points allow', () => {
    expect(coarsest({ across: 21, down: 21 }, 36)).toBe(4)
    expect(coarsest({ across: 21, down: 21 }, 121)).toBe(2)
    expect(coarsest({ across: 5, down: 5 }, 36)).toBe(1)
  })
})

it('what lies between points that differ comes first, and all that is unknown comes', () => {
  const kinds = ['a', null, 'a', null, 'b', null, 'b']
  const { changing, rest } = changingFirst({ across: 7, down: 1 }, (at) => kinds[at])
  expect(changing).toEqual([3])
  expect(rest).toEqual([1, 5])
})

describe('what is not worked out', () => {
  it('lies between its neighbours, evenly where they are even', () => {
    const given = { across: 5, down: 5 }
    const known = Array.from({ length: 25 }, (_, at) => lattice(given, 2).includes(at))
    const plane = (at: number) => (at % 5) + 10 * Math.floor(at / 5)
    const values = known.map((is, at) => (is ? plane(at) : null))
    const all = filled(given, values, known)
    for (const [at, value] of all.entries()) expect(value).toBeCloseTo(plane(at))
  })

  it('keeps what is known, and stays within it', () => {
    fc.assert(
      fc.property(
        size,
        fc.infiniteStream(fc.option(fc.double({ min: -9, max: 9, noNaN: true }))),
        (given, stream) => {
          const known: boolean[] = []
          const values: (number | null)[] = []
          for (let at = 0; at < given.across * given.down; at++) {
            const { value } = stream.next() as { value: number | null }
            known.push(value !== null)
            values.push(value)
          }
          const found = values.filter((one) => one !== null)
          for (const [at, value] of filled(given, values, known).entries()) {
            if (known[at]) expect(value).toBe(values[at])
            else if (found.length === 0) expect(value).toBeNull()
            else {
              expect(value).toBeGreaterThanOrEqual(Math.min(...found) - 1e-9)
              expect(value).toBeLessThanOrEqual(Math.max(...found) + 1e-9)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is none where what is known has no figure', () => {
    expect(filled({ across: 2, down: 1 }, [null, 3], [true, true])).toEqual([null, 3])
  })
})
