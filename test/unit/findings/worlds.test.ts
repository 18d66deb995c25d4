import fc from 'fast-check'
import { expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { ruleOf } from '../../../src/findings/ahead.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { type World, worldsFinding } from '../../../src/findings/worlds.ts'

const [npv] = market.outcomes
const strategies = ['None', 'Open', 'Deep']
const world = (label: string, ...values: number[]): World => ({
  id: label,
  label,
  means: values.map((value) => ({ value, error: 0.05 })),
})
const rule = ruleOf({ certain: 3, negligible: 0.5 })
const find = (inView: World, others: readonly World[], total = others.length) =>
  worldsFinding(npv, { strategies, inView, others, total, rule })

test('says for every other scenario what would be chosen, and how often that is the same', () => {
  const found = find(world('Base', 0, 1, 3), [
    world('Tougher regulator', 0, 3, 1),
    world('AI slump', 0, -1, -1),
    world('Open models', 0, 2, 2.1),
    world('Cheap money', 0, 1, 5),
  ])
  expect(found.marks.map(({ words }) => words)).toEqual([
    'Open',
    'None',
    'about the same: Deep and Open',
    'Deep',
  ])
  expect(found.title).toBe(
    'The choice is the same in 1 of 4 other scenarios, another in 2, not settled in 1',
  )
  expect(find(world('Base', 0, 1, 3), [world('One', 0, 0, 4)], 7).title).toBe(
    'The choice is the same in 1 of 1 other scenarios looked at, of 7, another in 0',
  )
  expect(find(world('Base', 0, 1, 3), []).title).toBe('No other scenario was looked at')
})

test('never calls one the choice that is within its error or too small to matter', () => {
  const mean = fc.double({ min: -2, max: 2, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(mean, mean, mean), fc.tuple(mean, mean, mean), (here, there) => {
      const { marks, table, title } = find(world('Base', ...here), [world('Other', ...there)])
      const [{ words, isSame, isSure }] = marks
      const [mostHere, nextHere] = [...here].sort((a, b) => b - a)
      const [most, next] = [...there].sort((a, b) => b - a)
      expect(strategies.includes(words)).toBe(most - next >= 0.5)
      expect(table().rows.map((row) => textOf(row[4]))[1]).toBe(words)
      const counted = mostHere - nextHere >= 0.5 ? isSame && isSure : isSure
      expect(title).toContain(`in ${counted ? 1 : 0} of 1 `)
    }),
  )
})
