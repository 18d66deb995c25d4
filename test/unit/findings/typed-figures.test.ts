import { expect, test } from 'vitest'
import { chanceTyped, targetTyped } from '../../../src/findings/typed-figures.ts'

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

test.each([
  ['10', 'USD bn', 10],
  ['-$2.5 bn', 'USD bn', -2.5],
  ['100,000', 'USD bn', 100_000],
  ['1e18', 'USD bn', 'Type −$100,000 bn to $100,000 bn, not “1e18”.'],
  ['-1e18', 'USD bn per year', 'Type −$100,000 bn a year to $100,000 bn a year, not “-1e18”.'],
  ['25', 'fraction', 0.25],
  ['-100%', 'fraction', -1],
  ['250%', 'fraction', 'Type −100% to 100%, not “250%”.'],
  ['1e9', 'quarters', 'Type −100,000 quarters to 100,000 quarters, not “1e9”.'],
  ['25%', 'USD bn', 'Type a number, in USD bn, not “25%”.'],
])('typed %j in %s is the target %j', (text, unit, target) => {
  expect(targetTyped(text, unit)).toBe(target)
})

test('what cannot be below 0 is asked for from 0 up', () => {
  expect(targetTyped('0', 'USD bn', 0)).toBe(0)
  expect(targetTyped('-1', 'USD bn', 0)).toBe('Type $0 bn to $100,000 bn, not “-1”.')
})
