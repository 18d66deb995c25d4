import { expect, test } from 'vitest'
import { ALL } from '../../../src/engine/selection.ts'
import { borrow, lacking, lend } from '../../../src/engine/sampling/lent.ts'
import { DrawCache, drawBlock } from '../../../src/engine/sampling/draw.ts'
import { market as model } from '../../../models/index.ts'
import { strategiesOf } from '../../../src/engine/plan.ts'
import { Rehearsal } from '../../../src/workers/rehearsal.ts'
import { basePlan } from '../../plans.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { watchedRunner } from './links.ts'

const plan = toyPlan({ trials: 10_000 })
const ids = toyModel.assumptions.map(({ id }) => id)
const a = { strategy: 'small', scenario: 'base' }
const subject = { a, b: null, outcome: 'extra', selection: ALL }
const request = { subject, method: 'swing' } as const

test('what is lent is what would be drawn, with what was moved to a bound', () => {
  // Where income ends at 100 none of it is moved; a narrow domain moves some in every block.
  const narrow = {
    ...toyModel,
    assumptions: toyModel.assumptions.map((one) => ({ ...one, domain: [0.5, 2] as const })),
  }
  const [from, to] = [new DrawCache(), new DrawCache()]
  const drawn = [1, 4].map((block) => drawBlock(plan, narrow, 0, block, from))
  const wanted = lacking(narrow, plan, 0, ids, to)
  expect(wanted).toEqual({ ids, blocks: Array.from({ length: 40 }, (_, block) => block) })
  const lent = lend(narrow, plan, 0, wanted, from)
  expect(lent.blocks).toEqual([1, 4])
  borrow(narrow, plan, 0, lent, to)
  expect(lacking(narrow, plan, 0, ids, to).blocks).not.toContain(4)
  expect([1, 4].map((block) => drawBlock(plan, narrow, 0, block, to))).toEqual(drawn)
  expect(drawn[0].moved.some((count) => count > 0)).toBe(true)
})

test('an answer has the same bits whatever the number of workers, which lend each other their draws', async () => {
  const answers = await Promise.all(
    [1, 2, 3].map(async (workers) => {
      const { runner, watch } = watchedRunner(toyModel, workers)
      const results = await runner.run(plan)
      const answer = await runner.ask('tornado', results, request)
      expect(watch.calls.lend > 0).toBe(workers > 1)
      return answer
    }),
  )
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('an answer has the same bits in parts as whole', async () => {
  const market = basePlan({ trials: 2048 })
  const scenario = market.worlds[0].id
  const strategies = strategiesOf(market).map(({ id }) => id)
  const choices = strategies.map((strategy) => ({ strategy, scenario }))
  const of = { a: choices[1], b: null, outcome: 'npv', selection: ALL }
  const inputs = model.assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)
  const signs = { subject: of, choices, sign: 1, negligible: 0, follow: null } as const
  const flips = { cases: choices, outcome: 'npv', sign: 1, inputs, selection: ALL } as const
  const groups = [
    { id: 'first', members: inputs.slice(0, 3) },
    { id: 'next', members: inputs.slice(3, 5) },
  ]
  const answersWith = async (workers: number) => {
    const { runner, watch } = watchedRunner(model, workers)
    const results = await runner.run(market)
    const answers = [
      await runner.ask('tornado', results, { subject: of, method: 'swing' }),
      await runner.ask('tornado', results, { subject: of, method: 'regression' }),
      await runner.ask('choiceFlips', results, flips),
      await runner.ask('information', results, { ...signs, inputs, groups }),
      await runner.ask('information', results, { ...signs, inputs: [], groups: [] }),
    ]
    return { answers, asked: watch.calls.ask }
  }
  const [whole, parted] = [await answersWith(1), await answersWith(2)]
  expect(parted.answers).toEqual(whole.answers)
  expect([whole.asked, parted.asked]).toEqual([5, 8])
})

test('what is done of parts is told of all', async () => {
  const { runner } = watchedRunner(toyModel, 2)
  const results = await runner.run(plan)
  const told: number[] = []
  const onProgress = (done: number) => void told.push(done)
  await runner.ask('tornado', results, request, { onProgress })
  expect(told).toEqual(told.toSorted((x, y) => x - y))
  expect(told.length).toBeGreaterThan(2)
  expect(told.every((done) => done > 0 && done <= 1)).toBe(true)
})

test('a worker that dies when it is to lend costs no answer', async () => {
  const alone = watchedRunner(toyModel, 1)
  const expected = await alone.runner.ask('tornado', await alone.runner.run(plan), request)
  const { runner, watch } = watchedRunner(toyModel, 2)
  const results = await runner.run(plan)
  watch.before = (method, call) => (method === 'lend' && call === 0 ? 'die' : undefined)
  expect(await runner.ask('tornado', results, request)).toEqual(expected)
  expect(watch.calls.lend).toBeGreaterThan(0)
  expect(watch.started).toBe(3)
})

test('a rehearsal makes way for a question and goes on later, to its end', async () => {
  let calls = 0
  const rehearsal = new Rehearsal(toyModel, new DrawCache(), () => calls, null)
  const first = rehearsal.goOn(plan)
  calls++
  expect(await first).toBe(false)
  expect(await rehearsal.goOn(plan)).toBe(true)
})
