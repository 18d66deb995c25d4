import { scaleLinear } from 'd3'
import { expect, test } from 'vitest'
import {
  atomWords,
  beyondWords,
  chancePoints,
  densityTop,
  dotSize,
  medianOf,
  placeDots,
} from '../../../src/app/charts/distribution.ts'
import { shapeOf, spread } from './shapes.ts'

const even = shapeOf(1000, (k) => 10 * spread(k))
const heavy = shapeOf(1000, (k) => 1 / (1.001 - spread(k)))
const withAtom = shapeOf(1000, (k) => (spread(k) < 0.4 ? 0 : 10 * spread(k) - 6))
const allEqual = shapeOf(1000, () => 3)
const one = shapeOf(1, () => 3)
const shapes = { even, heavy, withAtom, allEqual, one }

const domain = [-10, 10] as const
const scale = scaleLinear([...domain], [0, 400])

test.each(Object.entries(shapes))(
  'every dot lies in the picture and on no other: %s',
  (_, shape) => {
    const size = dotSize(Object.values(shapes), scale, domain, 60)
    const dots = placeDots(shape, scale, domain, size)
    const places = dots.map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(dots.length)
    for (const { x, y, value } of dots) {
      expect(y + size / 2).toBeLessThanOrEqual(60)
      expect(Math.abs(x - scale(value))).toBeLessThanOrEqual(size / 2 + 1e-9)
    }
  },
)

test('dots off the axis and at an atom are not drawn; all others are', () => {
  expect(placeDots(even, scale, domain, 4)).toHaveLength(50)
  expect(placeDots(even, scale, [0, 5], 4)).toHaveLength(25)
  expect(placeDots(withAtom, scale, domain, 4)).toHaveLength(30)
  expect(placeDots(allEqual, scale, domain, 4)).toEqual([])
})

test.each(['atLeast', 'atMost'] as const)('a chance never turns back: %s', (side) => {
  for (const shape of Object.values(shapes)) {
    const points = chancePoints(shape, domain, side)
    for (let k = 1; k < points.length; k++) {
      const step = points[k][1] - points[k - 1][1]
      expect(side === 'atLeast' ? -step : step).toBeGreaterThanOrEqual(-1e-12)
    }
    for (const [, chance] of points) {
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
    }
  }
})

test('an atom is an upright step as high as its share', () => {
  const at = chancePoints(withAtom, domain, 'atLeast').filter(([x]) => x === 0)
  expect(at).toHaveLength(2)
  expect(at[0][1] - at[1][1]).toBeCloseTo(withAtom.atoms[0].share, 12)
})

test('what lies beyond the axis is counted, and nothing else', () => {
  const words = (value: number) => `$${value}`
  expect(beyondWords(even, [0, 10], words)).toEqual({ below: null, above: null })
  const { below, above } = beyondWords(even, [0, 5], words)
  expect(below).toBeNull()
  expect(above).toMatch(/^50% up to \$10$/)
})

test('a median on an atom is not drawn, and an atom says how many hold it', () => {
  const mostlyNothing = shapeOf(1000, (k) => (spread(k) < 0.6 ? 0 : spread(k)))
  const words = (value: number) => `$${value}`
  expect(medianOf(mostlyNothing)).toBeNull()
  expect(medianOf(even)).toBeCloseTo(5, 1)
  const [atom] = mostlyNothing.atoms
  expect(atomWords(atom, words)).toBe('60% exactly $0')
  expect(atomWords(allEqual.atoms[0], words)).toBe('$3 in every future counted')
})

test('densities share the highest top', () => {
  expect(densityTop([even, heavy])).toBe(Math.max(densityTop([even]), densityTop([heavy])))
  expect(densityTop([allEqual])).toBe(0)
})
