import { describe, expect, test } from 'vitest'
import { blockCount, trialsInBlock } from '../../../src/engine/blocks.ts'
import type { Model } from '../../../src/engine/model.ts'
import { type RunPlan, strategiesOf, type World } from '../../../src/engine/plan.ts'
import { BlockRunner, hashed } from '../../../src/engine/run.ts'
import { summariseAllSeries, summariseCase } from '../../../src/engine/statistics/index.ts'
import { outcomeOf, runBlocks, samplings, seriesOf, type Whole } from './blocks.ts'
import { withReseed, withScenarios, withStrategies } from '../../plans.ts'
import { shuffled } from './numbers.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const ids = toyModel.outcomes.map(({ id }) => id)

/** Every outcome of the first trials of every case, as text that differs where a bit does. */
function outcomesOf({ cases }: Whole, trials: number, model: Model = toyModel): string[] {
  return cases
    .flat()
    .flatMap((columns) => ids.map((id) => outcomeOf(model, columns, id).subarray(0, trials).join()))
}

describe('blocks', () => {
  test.each([
    [1, 1, [1]],
    [256, 1, [256]],
    [257, 2, [256, 1]],
    [1000, 4, [256, 256, 256, 232]],
  ])('%i trials are %i blocks of %j', (trials, count, sizes) => {
    expect(blockCount(trials)).toBe(count)
    expect(sizes.map((_, block) => trialsInBlock(trials, block))).toEqual(sizes)
  })
})

describe.each(samplings)('a run of the shop, %s', (sampling) => {
  const plan = toyPlan({ sampling })
  const whole = runBlocks(toyModel, plan)
  const long = runBlocks(toyModel, { ...plan, trials: 1300 })

  test.each([1024, 1000, 257, 256, 10, 1])(
    'the first %i trials of a longer run are the run of so many',
    (trials) => {
      const short = runBlocks(toyModel, { ...plan, trials })
      expect(outcomesOf(short, trials)).toEqual(outcomesOf(long, trials))
      for (const trial of [0, trials - 1]) {
        short.cases[1].forEach((columns, strategy) => {
          expect(seriesOf(toyModel, columns, 8, trial)).toEqual(
            seriesOf(toyModel, long.cases[1][strategy], 8, trial),
          )
        })
      }
    },
  )

  test.each([8, 24])('10 trials of 1,000 are the 10 trials, at %i quarters', (quarters) => {
    const many = runBlocks(toyModel, { ...plan, quarters })
    const few = runBlocks(toyModel, { ...plan, quarters, trials: 10 })
    expect(outcomesOf(few, 10)).toEqual(outcomesOf(many, 10))
  })

  test('a longer horizon begins with the series of a shorter one', () => {
    const long = runBlocks(toyModel, { ...plan, quarters: 24, trials: 300 })
    for (const trial of [0, 255, 256, 299]) {
      const own = seriesOf(toyModel, whole.cases[0][0], 8, trial)
      expect(seriesOf(toyModel, long.cases[0][0], 24, trial).slice(0, 9)).toEqual(own)
    }
  })

  test('the last quarter of the series is the outcome, as float32', () => {
    whole.cases.flat().forEach((columns) => {
      const wealth = outcomeOf(toyModel, columns, 'wealth')
      for (const trial of [0, 300, 999]) {
        expect(seriesOf(toyModel, columns, 8, trial)[8]).toBe(Math.fround(wealth[trial]))
      }
    })
  })

  test('all strategies and scenarios face the same futures', () => {
    const { cases } = whole
    const [none, small, large] = cases[0].map((columns) => outcomeOf(toyModel, columns, 'extra'))
    expect(none).toEqual(new Float64Array(1000))
    const off = large.map((extra, trial) => Math.abs(extra - 3 * small[trial]))
    expect(Math.max(...off)).toBeLessThan(5e-10)
    // Another cost is another scenario's only difference, and without building none is paid.
    expect(outcomeOf(toyModel, cases[1][0], 'wealth')).toEqual(
      outcomeOf(toyModel, cases[0][0], 'wealth'),
    )
    const states = cases.map((row) => outcomeOf(toyModel, row[2], 'state'))
    expect(states[0]).toEqual(states[1])
  })

  test('moved assumptions, and more of them, leave every digest as it is', () => {
    const [income, gain, cost, fails] = toyModel.assumptions
    const other = { ...cost, id: 'rain', dimension: 9 }
    const wider: Model = { ...toyModel, assumptions: [income, gain, cost, fails, other] }
    const rain = { kind: 'uniform', min: 0, max: 1 } as const
    const scenarios = plan.worlds.map((one) => ({
      ...one,
      distributions: { rain, ...one.distributions },
    }))
    expect(runBlocks(wider, withScenarios(plan, scenarios)).digests).toEqual(whole.digests)
  })

  test('a world reseeds its own streams: one plan holds what several would', () => {
    const [base] = plan.worlds
    const reseeds: World['reseed'][] = [undefined, { gain: 'a' }, { gain: 'a', 'shock:luck': 'b' }]
    const worlds = reseeds.map((reseed, i) => ({ ...base, id: `w${i}`, reseed }))
    const together = runBlocks(toyModel, withScenarios(plan, worlds)).digests
    const apart = worlds.flatMap((one) => runBlocks(toyModel, withScenarios(plan, [one])).digests)
    expect(together).toEqual(apart)
    expect(new Set(together.flat()).size).toBe(3 * 3 - 1)
  })

  test('reseeding a stream changes only what it reaches', () => {
    const reseeded = runBlocks(toyModel, withReseed(plan, { gain: 'another' }))
    const same = reseeded.digests.map((row, s) => row.map((one, i) => one === whole.digests[s][i]))
    expect(same).toEqual([
      [true, false, false],
      [true, false, false],
    ])
    const idle = runBlocks(toyModel, withReseed(plan, { 'shock:idle': 'another' }))
    expect(idle.digests).toEqual(whole.digests)
    const luck = runBlocks(toyModel, withReseed(plan, { 'shock:luck': 'another' }))
    expect(luck.digests.flat().filter((one, i) => one === whole.digests.flat()[i])).toEqual([])
  })

  test('blocks in any order give the same', () => {
    for (const name of ['one', 'two']) {
      const mixed = runBlocks(toyModel, plan, undefined, (items) => shuffled(items, name))
      expect(mixed.digests).toEqual(whole.digests)
    }
  })

  test('what a runner keeps from before changes no bit', () => {
    const all = strategiesOf(plan)
    const plans: RunPlan[] = [
      { ...plan, trials: 300 },
      withStrategies(plan, all.slice(1)),
      withStrategies(plan, [all[2]]),
      withStrategies(plan, [all[0]]),
      { ...withStrategies(plan, [...all].reverse()), trials: 700 },
      withScenarios(plan, [...plan.worlds].reverse()),
      { ...plan, quarters: 24, trials: 300 },
      { ...plan, seed: 'another' },
      withReseed(plan, { income: 'another' }),
      { ...plan, correlations: [['gain', 'cost', 0.5]] },
      { ...plan, check: true, trials: 300 },
      plan,
    ]
    const keeps = new BlockRunner(toyModel)
    const forgets = new BlockRunner(toyModel, 1)
    const known = plans.map((one) => ({ one, afresh: runBlocks(toyModel, one).digests }))
    for (const { one, afresh } of [...known, ...known.toReversed()]) {
      expect(runBlocks(toyModel, one, keeps).digests).toEqual(afresh)
      expect(runBlocks(toyModel, one, forgets).digests).toEqual(afresh)
    }
  })

  test('work in turns with other work on one runner gives the same', () => {
    const runner = new BlockRunner(toyModel)
    const other = { ...plan, seed: 'another', quarters: 8 }
    const first = runner.steps(plan, { world: 0, block: 1, cases: [0, 1, 2] }, { series: true })
    const second = runner.steps(other, { world: 1, block: 1, cases: [3, 4, 5] }, { series: true })
    for (;;) {
      const [a, b] = [first.next(), second.next()]
      expect(a.done).toBe(b.done)
      if (!a.done || !b.done) continue
      expect(hashed(toyModel, plan, a.value)).toEqual(whole.blocks[0][1])
      expect(hashed(toyModel, other, b.value)).toEqual(runBlocks(toyModel, other).blocks[1][1])
      break
    }
  })
})

/** Mean over some random trials, and five of its standard errors. */
function meanOf(values: Float64Array): readonly [mean: number, five: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return [mean, (5 * Math.sqrt(variance / (values.length - 1))) / Math.sqrt(values.length)]
}

describe('the shop has known answers', () => {
  const quarters = 12
  const plan = toyPlan({ sampling: 'random', trials: 20_000, quarters })
  const { cases } = runBlocks(toyModel, plan)

  test('wealth without building has mean 2 T and variance T² + T', () => {
    const wealth = outcomeOf(toyModel, cases[0][0], 'wealth')
    const [mean, five] = meanOf(wealth)
    expect(Math.abs(mean - 2 * quarters)).toBeLessThan(five)
    const [variance, spread] = meanOf(wealth.map((w) => (w - 2 * quarters) * (w - 2 * quarters)))
    expect(Math.abs(variance - (quarters * quarters + quarters))).toBeLessThan(spread)
  })

  test.each([
    [1, 'small', 1],
    [2, 'large', 3],
  ])('strategy %i (%s): extra has mean s (1.5 T − 3)', (strategy, _id, size) => {
    const [mean, five] = meanOf(outcomeOf(toyModel, cases[0][strategy], 'extra'))
    expect(Math.abs(mean - size * (1.5 * quarters - 3))).toBeLessThan(five)
    const [dear, fiveDear] = meanOf(outcomeOf(toyModel, cases[1][strategy], 'extra'))
    expect(Math.abs(dear - size * (1.5 * quarters - 5))).toBeLessThan(fiveDear)
  })

  test('a quarter fails', () => {
    const { categories } = summariseCase(toyModel, cases[0][1], 1)
    expect(Math.abs(categories.state.failed - 0.25)).toBeLessThan(5 * Math.sqrt(0.1875 / 20_000))
  })

  test('the median wealth is 2 t in every quarter', () => {
    const steps = summariseAllSeries(toyModel, quarters, cases[0][0].series)
    let step = steps.next()
    while (!step.done) step = steps.next()
    const { series } = step.value
    series.wealth.p50.forEach((median, t) => {
      // Five standard errors of a normal number's median.
      const five = 5 * 1.2533 * Math.sqrt((t * t + t) / 20_000)
      expect(Math.abs(median - 2 * t)).toBeLessThanOrEqual(five)
    })
  })
})
