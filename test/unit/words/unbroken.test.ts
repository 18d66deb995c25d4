import { expect, test } from 'vitest'
import {
  chanceWithError,
  differenceWithError,
  levelWithError,
  unbroken,
  valueWithError,
} from '../../../src/words/index.ts'

const figures = [
  ...['USD bn', 'USD bn per quarter', 'fraction', 'years', 'dimensionless'].flatMap((unit) => [
    valueWithError(12.34, 0.4, unit),
    differenceWithError(-0.0534, 0.002, unit),
  ]),
  levelWithError(0.041, 0.003, 'fraction per year'),
  chanceWithError(0.23, 0.01),
]

test('no line of the page ends within a figure and its error', () => {
  for (const figure of figures) {
    expect(figure).toContain('±')
    const sentence = unbroken(`It is ${figure}, ± is one standard error.`)
    expect(sentence).not.toMatch(/ ±.?\d|± \d|\d bn\b/)
    // What is read is the same, and the sign by itself may stand at an end.
    expect(sentence.replaceAll('\u00a0', ' ')).toBe(`It is ${figure}, ± is one standard error.`)
    expect(sentence).toContain(', ± is')
  }
})

test('figures themselves have plain spaces, for files and columns', () => {
  for (const figure of figures) expect(figure).not.toContain('\u00a0')
})
