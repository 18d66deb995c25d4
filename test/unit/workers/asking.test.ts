import { afterAll, describe, expect, it } from 'vitest'
import type { Analysis, Question, Registry } from '../../../src/analyses/analysis.ts'
import { answered } from '../../../src/analyses/given.ts'
import * as all from '../../../src/analyses/index.ts'
import { DrawCache } from '../../../src/engine/sampling/draw.ts'
import { everyFuture, type RunCase } from '../../../src/engine/selection.ts'
import { gather } from '../../../src/workers/gather.ts'
import { createInlineRunner, inlineLink } from '../../../src/workers/inline-pool.ts'
import type { Link } from '../../../src/workers/link.ts'
import { Pool } from '../../../src/workers/pool.ts'
import { Runner } from '../../../src/workers/runner.ts'
import { requests } from '../analyses/every-analysis.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'
import { portLink } from './links.ts'

const results = await createInlineRunner(toyModel).run(toyPlan({ trials: 700 }))
const ids = Object.keys(requests) as (keyof typeof requests)[]
const about: Readonly<Record<string, Analysis<never, unknown>>> = { ...all, certificate: all.shape }
const small: RunCase = { strategy: 'small', scenario: 'base' }

interface RangeRequest {
  readonly case: RunCase
  readonly outcome: string
  /** Steps to take, for nothing. */
  readonly idle: number
}
let steps = 0
/** One more question, as a file of its own would hold it. */
const range: Analysis<RangeRequest, { low: number; high: number }> = {
  id: 'range',
  needs: ({ case: of, outcome }) => ({ outcomes: [{ of, id: outcome }], inputs: [] }),
  *steps({ case: of, outcome, idle }, given) {
    for (let step = 0; step < idle; step++) {
      steps++
      yield step / idle
    }
    const sorted = given.outcome(of, outcome).slice().sort()
    return { low: sorted[0], high: sorted[sorted.length - 1] }
  },
}
const wider = { ...all, range }
const asked = { of: results, case: small, outcome: 'wealth', idle: 40 }
const forEver = { ...asked, idle: 1e9 }

const runners: Runner<typeof wider>[] = []
function start(size: number, make: () => Link): Runner<typeof wider> {
  const runner = new Runner(toyModel, new Pool(make, size), wider)
  runners.push(runner)
  return runner
}
const behindPorts = (size = 1) => start(size, () => portLink(toyModel, wider))
afterAll(() => runners.forEach((runner) => runner.dispose()))

/** Until work that goes on has gone on. */
const turns = () => new Promise((resolve) => setTimeout(resolve, 20))
const going = async () => {
  const before = steps
  await turns()
  return steps > before
}

function ask(runner: Runner<typeof wider>, id: keyof typeof requests): Promise<unknown> {
  const question = { ...requests[id], of: results } as Question<(typeof all)[typeof id]>
  return runner.ask(id, question as never)
}

describe('every question about runs', () => {
  it('goes by the name it has in the index, and is asked here', () => {
    const index: Registry = all
    for (const [name, { id }] of Object.entries(index)) expect(id).toBe(name)
    const known = Object.keys(all).filter((id) => 'needs' in index[id])
    expect([...ids].sort()).toEqual(known.sort())
  })

  it.each(ids)('%s has one answer, behind ports and without, in any pool', async (id) => {
    const here = await ask(
      start(1, () => inlineLink(toyModel)),
      id,
    )
    for (const size of [1, 2, 3]) expect(await ask(behindPorts(size), id)).toEqual(here)
  })

  it.each(ids)(
    '%s has the same answer in one go, with draws from before or without',
    async (id) => {
      const request = requests[id]
      const { needs } = about[id]
      const { send } = gather(toyModel, id, request, [results], needs(request as never, toyModel))
      const kept = new DrawCache()
      const answers = [undefined, kept, kept].map((cache) => {
        const going = answered(toyModel, all, id, send(), cache)
        for (;;) {
          const step = going.next()
          if (step.done) return step.value
          expect(step.value >= 0 && step.value <= 1).toBe(true)
        }
      })
      const inSteps = await ask(behindPorts(), id)
      for (const answer of answers) expect(answer).toEqual(inSteps)
    },
  )

  it.each(ids)('%s is of as many futures as its columns', async (id) => {
    const [first] = results.cases
    const short = { ...first.columns, outcomes: first.columns.outcomes.slice(1) }
    const cut = { ...results, cases: results.cases.map((one) => ({ ...one, columns: short })) }
    const asking = behindPorts().ask(id, { ...requests[id], of: cut } as never)
    if (id === 'fifths' || id === 'together') await asking
    else await expect(asking).rejects.toThrow('a case of 700 trials has kept columns of')
  })
})

it('one more analysis is one more entry: asked by its id, typed by its file', async () => {
  const { low, high } = await behindPorts(2).ask('range', asked)
  const { sorted } = await behindPorts().ask('shape', {
    of: results,
    case: small,
    outcome: 'wealth',
    selection: everyFuture,
  })
  expect([low, high]).toEqual([sorted[0], sorted[sorted.length - 1]])
  const { of: _runs, ...homeless } = asked
  // @ts-expect-error a question about runs says about which
  const refused = behindPorts().ask('range', homeless)
  await expect(refused).rejects.toThrow('the question range must be about a run')
})

describe('an answer', () => {
  it('is kept by what it depends on, and not worked out again', async () => {
    const runner = behindPorts()
    const first = await runner.ask('range', asked)
    const before = steps
    // Another object of the same content, of another run with the same case.
    const again = { ...results, plan: { ...results.plan }, cases: [...results.cases] }
    expect(await runner.ask('range', { ...asked, case: { ...small }, of: again })).toBe(first)
    expect(steps).toBe(before)
    await runner.ask('range', { ...asked, outcome: 'extra' })
    expect(steps).toBe(before + 40)
  })

  it('under way is shared, and goes on while one waits for it', async () => {
    const runner = behindPorts(2)
    const control = new AbortController()
    const before = steps
    const one = runner.ask('range', asked, { signal: control.signal })
    const other = runner.ask('range', asked)
    control.abort(new Error('enough'))
    await expect(one).rejects.toThrow('enough')
    expect((await other).low).toBeLessThan((await other).high)
    expect(steps).toBe(before + 40)
  })

  it('says how far it is, hundredth by hundredth, and nothing once it is there', async () => {
    const told: number[] = []
    const onProgress = (done: number) => void told.push(done)
    const inline = start(1, () => inlineLink(toyModel, wider))
    await inline.ask('range', { ...asked, idle: 1000 }, { onProgress })
    expect(told.length).toBeGreaterThan(90)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.filter((done) => done > 0 && done <= 1)).toEqual(told)
  })

  it('says how far it is from behind a port', async () => {
    const told: number[] = []
    const control = new AbortController()
    const onProgress = (done: number) => void told.push(done)
    const long = { ...asked, idle: 2e4 }
    const asking = behindPorts().ask('range', long, { onProgress, signal: control.signal })
    await expect.poll(() => told.length).toBeGreaterThan(0)
    control.abort(new Error('enough'))
    await asking.catch(() => {})
    expect(told[0]).toBeCloseTo(0.01, 3)
  })

  it('of two runs is over the futures that both have', async () => {
    const short = await createInlineRunner(toyModel).run(toyPlan({ trials: 512 }))
    const term = { case: small, outcome: 'extra', sign: 1 } as const
    const [sum] = await behindPorts().ask('estimates', {
      of: [results, short],
      sums: [
        {
          selection: everyFuture,
          terms: [term, { ...term, case: { ...small, run: 1 }, sign: -1 }],
        },
      ],
    })
    expect(sum).toEqual({ value: 0, error: 0, futures: { trials: 512, count: 512, isNone: false } })
  })
})

describe('a question that is cancelled', () => {
  const reason = new Error('enough')

  it('rejects with the reason, stops within a step and leaves the worker free', async () => {
    const runner = behindPorts()
    const control = new AbortController()
    const asking = runner.ask('range', forEver, { signal: control.signal })
    expect(await going()).toBe(true)
    control.abort(reason)
    await expect(asking).rejects.toBe(reason)
    await turns()
    expect(await going()).toBe(false)
    expect(await runner.ask('range', asked)).toHaveProperty('low')
  })

  it('while it waits never reaches a worker, and one cancelled before is not asked', async () => {
    const runner = behindPorts()
    const [first, second] = [new AbortController(), new AbortController()]
    const busy = runner.ask('range', forEver, { signal: first.signal })
    const waits = runner.ask('range', { ...asked, idle: 7 }, { signal: second.signal })
    second.abort(reason)
    await expect(waits).rejects.toBe(reason)
    await expect(runner.ask('range', asked, { signal: second.signal })).rejects.toBe(reason)
    first.abort(reason)
    await expect(busy).rejects.toBe(reason)
    await turns()
    const before = steps
    await runner.ask('range', { ...asked, idle: 3 })
    expect(steps).toBe(before + 3)
  })

  it('may be asked again', async () => {
    const runner = behindPorts()
    const control = new AbortController()
    const asking = runner.ask('range', asked, { signal: control.signal })
    control.abort(reason)
    await expect(asking).rejects.toBe(reason)
    expect(await runner.ask('range', asked)).toHaveProperty('high')
  })
})

it('of those that wait the highest priority goes first, of equals the one asked first', async () => {
  const runner = behindPorts()
  const order: string[] = []
  const put = async (name: string, priority: number, idle: number) => {
    await runner.ask('range', { ...asked, idle }, { priority })
    order.push(name)
  }
  await Promise.all([
    put('under way', 0, 5),
    put('low', -1, 6),
    put('first', 2, 7),
    put('second', 2, 8),
    put('raised', 0, 9),
    // The same question, wanted more by another.
    put('raised', 5, 9),
  ])
  expect(order).toEqual(['under way', 'raised', 'raised', 'first', 'second', 'low'])
})

it('what is not known is said in words', async () => {
  const runner = behindPorts()
  const ghost = { ...asked, case: { ...small, strategy: 'ghost' } }
  await expect(runner.ask('range', ghost)).rejects.toThrow('no case of ghost in base')
  await expect(runner.ask('range', { ...asked, outcome: 'age' })).rejects.toThrow('called age')
  await expect(runner.ask('nothing' as 'range', asked)).rejects.toThrow('no question is called')
})
