import { expect, test } from 'vitest'
import { analysis } from '../../../src/analyses/analysis.ts'
import { analyses } from '../../../src/analyses/index.ts'
import { ALL, CLOSES } from '../../../src/engine/selection.ts'
import { Answers } from '../../../src/workers/answers.ts'
import { AskQueue } from '../../../src/workers/ask-queue.ts'
import { inlineLink } from '../../../src/workers/inline-pool.ts'
import { lossOf } from '../../../src/workers/link.ts'
import { Pool } from '../../../src/workers/pool.ts'
import { Runner } from '../../../src/workers/runner.ts'
import { Service } from '../../../src/workers/service.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { watchedRunner } from './links.ts'

const plan = toyPlan({ trials: 700 })
const small = { strategy: 'small', scenario: 'base' }
const large = { strategy: 'large', scenario: 'base' }

/** A runner whose registry has one analysis more, with a count of the steps it took. */
function withSlow() {
  const steps = { taken: 0 }
  const slow = analysis({
    needs: ({ outcome }: { readonly outcome: string; readonly count: number }) => ({
      cases: [small],
      outcomes: [outcome],
      inputs: ['income'],
    }),
    *steps({ outcome, count }, { cases }): Generator<number, number> {
      for (let i = 1; i <= count; i++) {
        steps.taken++
        yield i / count
      }
      const [one] = cases
      return one.outcome(outcome).length + one.input('income').length
    },
  })
  const registry = { ...analyses, slow }
  const link = () => {
    const { lost } = lossOf()
    return { remote: new Service(toyModel, undefined, registry) as never, lost, end: () => {} }
  }
  return { runner: new Runner(toyModel, new Pool(link, 1)), steps }
}

test('one more analysis is one entry: asked, with progress, and known the second time', async () => {
  const { runner, steps } = withSlow()
  const results = await runner.run(plan)
  const parts: number[] = []
  const request = { outcome: 'extra', count: 4 }
  const onProgress = (part: number) => void parts.push(part)
  expect(await runner.answer('slow', results, request, { onProgress })).toBe(1400)
  expect(parts).toEqual([0.25, 0.5, 0.75, 1])
  expect(await runner.answer('slow', results, request)).toBe(1400)
  expect(steps.taken).toBe(4)
  // Other futures are another question.
  const again = await runner.run({ ...plan, seed: 'other' })
  await runner.answer('slow', again, request)
  expect(steps.taken).toBe(8)
  // One too large to be kept is worked out again.
  const large = { outcome: 'extra', count: 2 }
  await runner.answer('slow', results, large, { keep: false })
  await runner.answer('slow', results, large)
  expect(steps.taken).toBe(12)
})

test('a question that is taken back stops at its next step and frees the worker', async () => {
  const { runner, steps } = withSlow()
  const results = await runner.run(plan)
  const stop = new AbortController()
  const long = runner.answer(
    'slow',
    results,
    { outcome: 'extra', count: 1e6 },
    {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    },
  )
  await expect(long).rejects.toThrow('enough')
  const { taken } = steps
  expect(taken).toBeLessThan(5)
  expect(await runner.answer('slow', results, { outcome: 'wealth', count: 1 })).toBe(1400)
  expect(steps.taken).toBe(taken + 1)
  await expect(
    runner.answer('slow', results, { outcome: 'extra', count: 1 }, { signal: stop.signal }),
  ).rejects.toThrow('enough')
})

test.each([1, 2, 3])('answers do not depend on the pool: %i workers', async (workers) => {
  const { runner } = watchedRunner(toyModel, workers)
  const alone = new Runner(toyModel, new Pool(() => inlineLink(toyModel), 1))
  const [results, other] = [await runner.run(plan), await alone.run(plan)]
  const pair = { a: large, b: small, outcome: 'extra', selection: CLOSES }
  expect(await runner.ask('pair', results, pair)).toEqual(await alone.ask('pair', other, pair))
  const drivers = { case: large, outcome: 'extra', selection: CLOSES }
  expect(await runner.ask('drivers', results, drivers)).toEqual(
    await alone.ask('drivers', other, drivers),
  )
})

test('a mean and its error, alone and paired, are those of the summaries', async () => {
  const { runner } = watchedRunner(toyModel, 2)
  const results = await runner.run(plan)
  const [whole, built, paired] = await runner.ask('estimates', results, {
    wanted: [
      { case: large, terms: [['extra', 1]], selection: ALL },
      { case: large, terms: [['extra', 1]], selection: CLOSES },
      { case: large, less: small, terms: [['extra', 1]], selection: ALL },
    ],
  })
  const { summary } = results.cases.find(
    ({ strategy, scenario }) => strategy === 'large' && scenario === 'base',
  ) ?? { summary: undefined }
  expect(whole.value).toBeCloseTo(summary?.outcomes.extra.mean ?? NaN, 12)
  expect(whole.error).toBeCloseTo(summary?.outcomes.extra.standardError ?? NaN, 12)
  expect(built.value).toBeCloseTo(summary?.condition.outcomes.extra.mean ?? NaN, 12)
  expect(built.error).toBeCloseTo(summary?.condition.outcomes.extra.standardError ?? NaN, 12)
  const { difference } = await runner.ask('pair', results, {
    a: large,
    b: small,
    outcome: 'extra',
    selection: ALL,
  })
  expect(paired.value).toBeCloseTo(difference.mean, 12)
  expect(paired.error).toBeCloseTo(difference.standardError ?? NaN, 12)
})

test('what the results lack is named', async () => {
  const { runner } = watchedRunner(toyModel, 1)
  const results = await runner.run(plan)
  const absent = {
    cases: [{ strategy: 'huge', scenario: 'base' }],
    outcome: 'extra',
    selection: ALL,
  }
  await expect(runner.ask('shapes', results, absent)).rejects.toThrow('no case huge in base')
  const wrong = { cases: [small], outcome: 'npv', selection: ALL }
  await expect(runner.ask('shapes', results, wrong)).rejects.toThrow('the model has no outcome npv')
  const lean = await runner.run({ ...plan, seed: 'lean' }, { summariesOnly: true })
  await expect(
    runner.ask('shapes', lean, { cases: [small], outcome: 'extra', selection: ALL }),
  ).rejects.toThrow('of 700 futures only 0 are here')
})

test('the most urgent question goes first, among equals the one that came first', async () => {
  const queue = new AskQueue(1)
  const order: string[] = []
  let open: () => void = () => {}
  const gate = new Promise<void>((resolve) => void (open = resolve))
  const first = queue.take(0, undefined, () => gate)
  const rest = [
    queue.take(0, undefined, async () => void order.push('a')),
    queue.take(1, undefined, async () => void order.push('b')),
    queue.take(0, undefined, async () => void order.push('c')),
    queue.take(2, undefined, async () => void order.push('d')),
  ]
  open()
  await Promise.all([first, ...rest])
  expect(order).toEqual(['d', 'b', 'a', 'c'])
})

test('what nobody waits for lets what is asked soon after it go first', async () => {
  const queue = new AskQueue(1)
  const order: string[] = []
  const later = queue.take(-1, undefined, async () => void order.push('later'))
  await Promise.resolve()
  await queue.take(0, undefined, async () => void order.push('now'))
  await later
  expect(order).toEqual(['now', 'later'])
})

test('a question goes back to the free worker that answered its kind last', async () => {
  const queue = new AskQueue(3)
  const took: string[] = []
  const ask = (kind?: string) =>
    queue.take(0, undefined, async (place) => void took.push(`${kind ?? 'any'} ${place}`), kind)
  await Promise.all([ask('rules'), ask('flips')])
  await Promise.all([ask('flips'), ask('tornado'), ask('rules')])
  expect(took).toEqual(['rules 0', 'flips 1', 'flips 1', 'tornado 2', 'rules 0'])
  let open: () => void = () => {}
  const gate = new Promise<void>((resolve) => void (open = resolve))
  const busy = queue.take(0, undefined, () => gate, 'rules')
  await Promise.all([ask('rules'), ask()])
  open()
  await busy
  expect(took.slice(5)).toEqual(['rules 1', 'any 2'])
})

test('answers are kept up to a size, the least used first out', () => {
  const answers = new Answers(2000)
  answers.keep('a', new Float64Array(100))
  answers.keep('b', new Float64Array(100))
  expect(answers.get('a')).toBeDefined()
  answers.keep('c', new Float64Array(100))
  expect(answers.get('b')).toBeUndefined()
  expect(answers.get('a')).toBeDefined()
  answers.keep('huge', new Float64Array(10_000))
  expect(answers.get('huge')).toBeUndefined()
})
