import { expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { closingWords } from '../../../src/findings/closing.ts'
import { countedFor, selectionOf } from '../../../src/findings/where.ts'
import { basePlan } from '../../plans.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const results = await runner.run(basePlan({ trials: 512 }))
const [none, , deep, , exclusive] = results.cases
const numbers = market.outcomes.filter((one) => one.kind === 'number')
const outcomeCalled = (id: string) => {
  const found = numbers.find((one) => one.id === id)
  if (!found) throw new Error(`no outcome is called ${id}`)
  return found
}
const closing = outcomeCalled('closeQuarter')

test('a quarter of closing is of the futures that close, and says of how many', () => {
  expect(closingWords(closing, deep.summary, '2025Q3')).toMatch(
    /^closes in 202[6-9]Q[1-4] on average, of the \d+% that close$/,
  )
  expect(closingWords(closing, none.summary, '2025Q3')).toBe('never closes')
  for (const outcome of numbers) {
    if (outcome !== closing) expect(closingWords(outcome, deep.summary, '2025Q3')).toBeNull()
  }
})

test('a 0 that stands for no figure is counted with no figure', async () => {
  expect(countedFor(closing, 'all')).toBe('condition')
  expect(countedFor(outcomeCalled('npvAbort'), 'condition')).toBe('all')
  for (const outcome of numbers) {
    const where = countedFor(outcome, 'all')
    if (!outcome.onlyIf) expect(where).toBe('all')
  }
  const [a, b] = [deep, exclusive].map(({ strategy, scenario }) => ({ strategy, scenario }))
  const request = { a, b, outcome: 'closeQuarter', selection: selectionOf('condition') }
  const [either, both] = await Promise.all([
    runner.ask('pair', results, request),
    runner.ask('pair', results, { ...request, inBoth: true }),
  ])
  const fewest = Math.min(deep.summary.condition.count, exclusive.summary.condition.count)
  expect(both.difference.trials).toBeLessThanOrEqual(fewest)
  expect(either.difference.trials).toBeGreaterThan(both.difference.trials)
  // What never closes is a long way from what does: a distance that nothing has.
  expect(both.difference.standardDeviation ?? 0).toBeLessThan(
    either.difference.standardDeviation ?? 0,
  )
})
