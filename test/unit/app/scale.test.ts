import { area, line, scaleLinear as theirs } from 'd3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { straightArea, straightLine } from '../../../src/app/charts/parts/path.ts'
import { clampedScale, scaleLinear } from '../../../src/app/charts/parts/scale.ts'

const number = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 7e3)
const ends = fc.tuple(number, number)

test('scaleLinear(domain, range) gives d3’s pixels, values and ticks to the last bit', () => {
  fc.assert(
    fc.property(ends, ends, number, (domain, range, at) => {
      const [own, d3] = [scaleLinear(domain, range), theirs(domain, range)]
      expect(own(at)).toBe(d3(at))
      expect(own.invert(at)).toBe(d3.invert(at))
      expect(own.ticks(5)).toEqual(d3.ticks(5))
      expect(clampedScale(domain, range)(at)).toBe(d3.clamp(true)(at))
    }),
  )
})

test('straight lines and areas are d3’s', () => {
  fc.assert(
    fc.property(fc.array(ends, { minLength: 2 }), (points) => {
      const first = ([x]: [number, number]) => x
      const second = ([, y]: [number, number]) => y
      expect(straightLine(points, first, second)).toBe(line(first, second)(points))
      expect(straightArea(points, first, () => 7, second)).toBe(area(first, 7, second)(points))
    }),
  )
  expect(straightLine([], Number, Number)).toBe('')
})
