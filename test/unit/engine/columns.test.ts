import { expect, test } from 'vitest'
import { outcomeColumn, outcomeIndex } from '../../../src/engine/columns.ts'
import { summariseCase } from '../../../src/engine/statistics/index.ts'
import { runBlocks } from './blocks.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const plan = toyPlan({ trials: 600 })
const [[, columns]] = runBlocks(toyModel, plan).cases

test('columns of fewer trials than a case says it has are refused', () => {
  const short = { ...columns, outcomes: columns.outcomes.slice(0, 2) }
  expect(() => outcomeColumn(short, 0)).toThrow('600 trials has kept columns of 512')
  const released = { ...columns, outcomes: columns.outcomes.map(() => new Float64Array()) }
  expect(() => outcomeColumn(released, 0)).toThrow('kept columns of 0')
  expect(() => outcomeColumn({ ...columns, trials: 700 }, 2)).toThrow('700 trials')
})

test('series of fewer trials than are summarised are refused', () => {
  const [first, , last] = columns.series
  const short = { ...columns, series: [first, new Float32Array(), last] }
  expect(() => summariseCase(toyModel, 8, short, 1)).toThrow('series of 600 trials')
})

test('an outcome has its place, and an unknown one is named', () => {
  expect(outcomeIndex(toyModel, 'extra')).toBe(1)
  expect(() => outcomeIndex(toyModel, 'age')).toThrow('no outcome is called age')
})
