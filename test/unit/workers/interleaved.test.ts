import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomeColumn } from '../../../src/engine/columns.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { watchedRunner } from './links.ts'

const lengths = [200, 700, 1500]
const plans = lengths.map((trials) => toyPlan({ trials }))
const alone = await Promise.all(
  plans.map(async (plan) => {
    const runner = createInlineRunner(toyModel)
    const results = await runner.run(plan)
    return { results, series: await runner.series(results, results.cases) }
  }),
)

interface Asked {
  /** Which of the lengths. */
  readonly length: number
  readonly summariesOnly: boolean
  /** Messages to wait for before it starts, and before it is aborted; never where absent. */
  readonly after: number
  readonly abortedAfter?: number
}
const asked: fc.Arbitrary<Asked> = fc.record(
  {
    length: fc.nat(lengths.length - 1),
    summariesOnly: fc.boolean(),
    after: fc.nat(30),
    abortedAfter: fc.nat(30),
  },
  { requiredKeys: ['length', 'summariesOnly', 'after'] },
)

/** Every column a run holds, case by case. */
function bytesOf({ cases }: RunResults): Buffer {
  const columns = cases.flatMap(({ columns }) =>
    toyModel.outcomes.map((_, index) => outcomeColumn(columns, index)),
  )
  return Buffer.concat(
    columns.map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    ),
  )
}

test('no run takes away what another holds, however they cross', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 6 }), async (list) => {
      const { runner, watch } = watchedRunner(toyModel, 2)
      let messages = 0
      const waiting: { readonly at: number; readonly go: () => void }[] = []
      const reached = (at: number) =>
        new Promise<void>((go) => void (messages >= at ? go() : waiting.push({ at, go })))
      const tick = () => {
        messages++
        for (const { at, go } of waiting) if (at <= messages) go()
      }
      watch.before = () => tick()
      const run = async ({ length, summariesOnly, after, abortedAfter }: Asked) => {
        await reached(after)
        const stop = new AbortController()
        if (abortedAfter !== undefined) void reached(after + abortedAfter).then(() => stop.abort())
        const plan: RunPlan = { ...plans[length] }
        const results = await runner
          .run(plan, { summariesOnly, signal: stop.signal, stages: [256], onUpdate: () => tick() })
          .catch((error: unknown) => {
            if (!stop.signal.aborted) throw error
            return null
          })
        const series = results && (await runner.series(results, results.cases))
        return { results, series, length, summariesOnly }
      }
      const runs = list.map(run)
      // Those that wait for more messages than the others send start when these have ended.
      const keepGoing = setInterval(tick, 1)
      const ended = await Promise.all(runs).finally(() => clearInterval(keepGoing))
      await runner.idle()
      for (const { results, series, length, summariesOnly } of ended) {
        if (!results) continue
        const { results: same, series: sameSeries } = alone[length]
        expect(results.digest).toBe(same.digest)
        expect(series).toEqual(sameSeries)
        expect(results.cases.map(({ summary }) => summary)).toEqual(
          same.cases.map(({ summary }) => summary),
        )
        if (!summariesOnly) expect(bytesOf(results).equals(bytesOf(same))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('columns that hold fewer futures than they say are refused', async () => {
  const runner = createInlineRunner(toyModel)
  const { cases } = await runner.run(plans[1], { summariesOnly: true })
  expect(() => outcomeColumn(cases[0].columns, 0)).toThrow('of 700 futures only 0 are here')
})
