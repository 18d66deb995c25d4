import { expect, test } from 'vitest'
import { figureIn } from '../../../src/words/index.ts'
import { stepOf } from '../../../src/app/charts/density-frame.ts'

test.each([
  [0.2276, 'fraction', 0.5, '23%'],
  [0.2859, 'fraction', 0.05, '28.6%'],
  [0.29, 'fraction', 0.05, '29%'],
  [-0.0402, 'years', 0.001, '−0.0402'],
  [-0.0402, 'log points', 0.001, '−3.94%'],
  [0.1234, 'per year', 0.01, '12.34%'],
  [2, 'log odds', 0.01, '7.389x'],
  [-2.125, 'USD per USD per year', 0.01, '−$2.125'],
  [106.9, 'USD bn per quarter', 12, '106.9'],
  [12345.25, 'points', 2, '12,345.3'],
  [0, 'fraction', 0.05, '0%'],
])('figureIn(%d, %s, %d) is %s', (x, unit, width, text) => {
  expect(figureIn(x, unit, width)).toBe(text)
})

test('two values a twentieth of the picture apart never read the same', () => {
  for (const unit of ['fraction', 'years']) {
    for (const middle of [0, 0.3, 12, 1000]) {
      for (const width of [0.01, 0.2, 3, 40]) {
        const [a, b] = [middle, middle + width / 20]
        expect(figureIn(a, unit, width)).not.toBe(figureIn(b, unit, width))
      }
    }
  }
})

test('a step is 1, 2 or 5 times a power of ten, near a hundredth of the range', () => {
  for (const width of [0.003, 0.07, 1, 8, 250, 4e6]) {
    const step = stepOf(0, width)
    expect(width / step).toBeGreaterThan(40)
    expect(width / step).toBeLessThan(250)
    const digits = Number(step.toExponential().split('e')[0])
    expect([1, 2, 5]).toContain(digits)
  }
})
