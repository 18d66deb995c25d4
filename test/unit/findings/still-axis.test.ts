import { expect, test } from 'vitest'
import { keptAxis } from '../../../src/findings/still-axis.ts'

const shown = { subject: 'npv', domain: [-40, 120] as const }

test('while figures are unfinished or a control is held the axis stays', () => {
  expect(keptAxis(shown, [-400, 900], 'npv', false)).toBe(shown.domain)
  expect(keptAxis(shown, [0, 1], 'npv', false)).toBe(shown.domain)
})

test('once settled it widens to what it must show, and is not moved for a little', () => {
  expect(keptAxis(shown, [-40, 140], 'npv', true)).toEqual([-40, 140])
  expect(keptAxis(shown, [-42, 122], 'npv', true)).toBe(shown.domain)
  expect(keptAxis(shown, [0, 20], 'npv', true)).toEqual([0, 20])
})

test('another outcome has an axis of its own at once', () => {
  expect(keptAxis(shown, [0, 1], 'awsShare', false)).toEqual([0, 1])
  expect(keptAxis(null, [0, 1], 'npv', false)).toEqual([0, 1])
})
