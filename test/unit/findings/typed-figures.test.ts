import { expect, test } from 'vitest'
import { chanceTyped } from '../../../src/findings/typed-figures.ts'

test.each([
  ['25', 0.25],
  [' 25 % ', 0.25],
  ['2,5%', 0.025],
  ['0', 0],
  ['0.3', 0.3],
  ['0,3', 0.3],
  ['0.3%', 0.003],
  ['1%', 0.01],
  ['1', '“1” can be read as 1% or as 100%: write 1% or 100%.'],
  ['100', 1],
  ['101', 'Type 0% to 100%.'],
  ['-3', 'Type 0% to 100%.'],
  ['many', 'Type 0% to 100%.'],
  ['', 'Type 0% to 100%.'],
])('typed %j is the chance %j', (text, chance) => {
  expect(chanceTyped(text)).toBe(chance)
})
