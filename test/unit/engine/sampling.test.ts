import { describe, expect, test } from 'vitest'
import { normalCumulative, normalQuantile } from '../../../src/engine/math.ts'
import { BLOCK, type RunPlan } from '../../../src/engine/plan.ts'
import {
  drawBlock,
  DrawCache,
  drawShocks,
  inputColumn,
  inputColumns,
} from '../../../src/engine/sampling/draw.ts'
import { fillScores } from '../../../src/engine/sampling/fill.ts'
import { designs, replicateOf, type SamplingId } from '../../../src/engine/sampling/index.ts'
import { streamKey } from '../../../src/engine/streams.ts'
import { toyModel, toyPlan } from './toy-model.ts'
import { column, correlation, sum, wideModel, widePlan } from './wide-model.ts'

const samplings: readonly SamplingId[] = ['random', 'latinHypercube', 'sobol']
const shockCount = toyModel.shocks.length

/** Every trial of every block of a run, cut to its trials: inputs and shocks, trial by trial. */
function draws(plan: RunPlan, model = toyModel, cache?: DrawCache): string[] {
  const rows: string[] = []
  const count = model.assumptions.length
  const width = plan.quarters * model.shocks.length
  for (let block = 0; block * BLOCK < plan.trials; block++) {
    const { inputs } = drawBlock(plan, model, 0, block, cache)
    const shocks = drawShocks(plan, model, 0, block, cache)
    for (let i = 0; i < BLOCK; i++) {
      const own = shocks.subarray(i * width, (i + 1) * width)
      rows.push([...inputs.subarray(i * count, (i + 1) * count), ...own].join())
    }
  }
  return rows.slice(0, plan.trials)
}

/** Centred and of length 1: of two such the product is their correlation. */
function unit(values: Float64Array): Float64Array {
  const centre = sum(values) / values.length
  const centred = values.map((value) => value - centre)
  const length = Math.sqrt(product(centred, centred))
  return centred.map((value) => value / length)
}

const product = (x: Float64Array, y: Float64Array) =>
  x.reduce((total, one, i) => total + one * y[i], 0)

describe.each(samplings)('%s', (sampling) => {
  test.each([8, 24])('10 trials of 1,000 are the 10 trials, at %i quarters', (quarters) => {
    const few = draws(toyPlan({ sampling, quarters, trials: 10 }))
    const many = draws(toyPlan({ sampling, quarters, trials: 1000 }))
    expect(few).toEqual(many.slice(0, 10))
  })

  test('a longer horizon appends shocks and changes no input', () => {
    const [short, long] = [8, 24].map((quarters) => toyPlan({ sampling, quarters }))
    const [a, b] = [short, long].map((plan) => drawShocks(plan, toyModel, 0, 2))
    for (let i = 0; i < BLOCK; i++) {
      const from = i * 24 * shockCount
      const head = b.subarray(from, from + 8 * shockCount)
      expect(a.subarray(i * 8 * shockCount, (i + 1) * 8 * shockCount)).toEqual(head)
    }
    expect(drawBlock(short, toyModel, 0, 1)).toEqual(drawBlock(long, toyModel, 0, 1))
  })

  test('adding, removing or moving an assumption leaves the others as they are', () => {
    const before = column(['a', 'b', 'c'], 'b', { sampling })
    expect(column(['b'], 'b', { sampling })).toEqual(before)
    expect(column(['z', 'c', 'y', 'b', 'a'], 'b', { sampling })).toEqual(before)
  })

  test('reseed changes its own stream alone', () => {
    const plan = toyPlan({ sampling })
    const other = toyPlan({ sampling, reseed: { gain: 'another', 'shock:luck': 'another' } })
    for (const { id } of toyModel.assumptions) {
      const same = id !== 'gain'
      const [a, b] = [plan, other].map((one) => inputColumn(toyModel, one, 0, id).join())
      expect(a === b).toBe(same)
    }
    const [a, b] = [plan, other].map((one) => drawShocks(one, toyModel, 0, 0))
    expect(a.filter((_, i) => i % 2 === 1)).toEqual(b.filter((_, i) => i % 2 === 1))
    expect(a.filter((_, i) => i % 2 === 0)).not.toEqual(b.filter((_, i) => i % 2 === 0))
  })

  test('another seed changes every stream', () => {
    const [a, b] = ['stakes', 'Stakes'].map((seed) => draws(toyPlan({ sampling, seed })))
    expect(a.filter((row, i) => row === b[i])).toEqual([])
  })

  test('a cache changes no number, whatever it saw before', () => {
    const cache = new DrawCache(0.5)
    const plans = [
      toyPlan({ sampling, quarters: 24 }),
      toyPlan({ sampling, quarters: 8 }),
      toyPlan({ sampling, quarters: 12, reseed: { gain: 'x' } }),
      toyPlan({ sampling, correlations: [['gain', 'cost', 0.5]] }),
      toyPlan({ sampling, seed: 'y' }),
    ]
    const known = plans.map((plan) => ({ plan, plainly: draws(plan) }))
    for (const { plan, plainly } of [...known, ...known]) {
      expect(draws(plan, toyModel, cache)).toEqual(plainly)
    }
  })

  test('inputColumn is the column of drawBlock', () => {
    const plan = toyPlan({ sampling, trials: 300, correlations: [['cost', 'gain', -0.4]] })
    const count = toyModel.assumptions.length
    toyModel.assumptions.forEach(({ id }, a) => {
      const inputs = inputColumn(toyModel, plan, 1, id)
      expect(inputs.length).toBe(300)
      const blocks = [0, 1].map((block) => drawBlock(plan, toyModel, 1, block).inputs)
      const drawn = inputs.map((_, i) => blocks[Math.floor(i / BLOCK)][(i % BLOCK) * count + a])
      expect(drawn).toEqual(inputs)
    })
  })

  test('inputColumns are each the inputColumn', () => {
    const plan = toyPlan({ sampling, trials: 300, correlations: [['cost', 'gain', -0.4]] })
    const steps = inputColumns(toyModel, plan, 1, ['gain', 'income', 'cost'])
    let step = steps.next()
    for (; !step.done; step = steps.next());
    expect([...step.value.keys()]).toEqual(['gain', 'income', 'cost'])
    for (const [id, values] of step.value) {
      expect(values).toEqual(inputColumn(toyModel, plan, 1, id))
    }
    expect(() => inputColumns(toyModel, plan, 1, ['luck']).next()).toThrow('no assumption luck')
  })

  test('every pair of 40 inputs has |rank correlation| below 0.04 at 10,000 trials', () => {
    // A net is not whole at 1,250 points, and of 780 pairs some then lie as far off as random ones.
    const most = sampling === 'sobol' ? 0.05 : 0.04
    const ids = Array.from({ length: 40 }, (_, i) => `input${i}`)
    const plan = widePlan(ids, { sampling, trials: 10_000 })
    const model = wideModel(ids)
    const ranked = ids.map((id) => unit(ranks(inputColumn(model, plan, 0, id))))
    const far = ranked.flatMap((x, a) =>
      ranked.slice(0, a).filter((y) => !(Math.abs(product(x, y)) < most)),
    )
    expect(far).toHaveLength(0)
  })

  test('draws outside the domain are moved to its bound and counted, those past the run not', () => {
    const [first, ...rest] = toyModel.assumptions
    const model = { ...toyModel, assumptions: [{ ...first, domain: [1.5, 3] as const }, ...rest] }
    const plan = toyPlan({ sampling, trials: 400 })
    const free = inputColumn(toyModel, plan, 0, 'income')
    const kept = inputColumn(model, plan, 0, 'income')
    expect(kept).toEqual(free.map((x) => Math.min(3, Math.max(1.5, x))))
    const counted = [0, 1].map((block) => drawBlock(plan, model, 0, block).moved[0])
    const outside = free.map((x) => (x < 1.5 || x > 3 ? 1 : 0))
    expect(counted).toEqual([sum(outside.subarray(0, BLOCK)), sum(outside.subarray(BLOCK))])
    expect(drawBlock(plan, toyModel, 0, 0).moved).toEqual(new Int32Array(4))
  })

  test('draws have the mean and spread of their distribution', () => {
    const income = inputColumn(toyModel, toyPlan({ sampling, trials: 20_000 }), 0, 'income')
    expect(Math.abs(sum(income) / 20_000 - 2)).toBeLessThan(0.03)
    const fails = inputColumn(toyModel, toyPlan({ sampling, trials: 20_000 }), 0, 'fails')
    expect(Math.abs(sum(fails) / 20_000 - 0.25)).toBeLessThan(0.012)
  })
})

test('shocks are standard normal and move apart from each other', () => {
  const plan = toyPlan({ quarters: 40 })
  const shocks = drawShocks(plan, toyModel, 0, 0)
  const count = shocks.length
  expect(Math.abs(sum(shocks) / count)).toBeLessThan(0.03)
  expect(Math.abs(sum(shocks.map((z) => z * z)) / count - 1)).toBeLessThan(0.04)
  const luck = shocks.filter((_, i) => i % 2 === 0)
  const idle = shocks.filter((_, i) => i % 2 === 1)
  expect(Math.abs(correlation(luck, idle))).toBeLessThan(0.04)
})

test('a latin hypercube has one point in each of 64 strata in each group of 64 trials', () => {
  const out = new Float64Array(BLOCK)
  for (const id of ['a', 'b', 'c']) {
    for (let block = 0; block < 5; block++) {
      fillScores('latinHypercube', streamKey('stakes', id), 0, block, out)
      for (let group = 0; group < BLOCK; group += 64) {
        const strata = Array.from(out.subarray(group, group + 64), (u) => Math.floor(u * 64))
        expect(new Set(strata).size).toBe(64)
      }
    }
  }
})

test('a latin hypercube puts each stratum in each place equally often', () => {
  const counts = new Float64Array(64 * 64)
  const out = new Float64Array(BLOCK)
  const key = streamKey('stakes', 'places')
  const blocks = 2000
  for (let block = 0; block < blocks; block++) {
    fillScores('latinHypercube', key, 0, block, out)
    out.forEach((u, i) => counts[(i % 64) * 64 + Math.floor(u * 64)]++)
  }
  const expected = (4 * blocks) / 64
  const chiSquare = sum(counts.map((n) => ((n - expected) * (n - expected)) / expected))
  // 63 × 63 degrees of freedom: mean 3,969, standard deviation 89.
  expect(chiSquare).toBeGreaterThan(3969 - 5 * 89)
  expect(chiSquare).toBeLessThan(3969 + 5 * 89)
})

test('a latin hypercube estimates a mean better than plain random, and Sobol better still', () => {
  const errors = samplings.map((sampling) => {
    const means = Array.from({ length: 40 }, (_, seed) => {
      const values = column(['a'], 'a', { sampling, seed: `seed ${seed}`, trials: 1024 })
      return sum(values) / values.length
    })
    return Math.sqrt(sum(Float64Array.from(means, (m) => m * m)) / means.length)
  })
  expect(errors[1]).toBeLessThan(errors[0] / 4)
  expect(errors[2]).toBeLessThan(errors[1])
})

test('designs say what a picker needs and how trials group', () => {
  expect(replicateOf('random')).toBe(1)
  expect(replicateOf('latinHypercube')).toBe(64)
  expect(replicateOf('sobol')).toEqual({ interleaved: 8 })
  for (const { label, description, replicate } of Object.values(designs)) {
    expect(label).not.toBe('')
    expect(description).toMatch(/^[A-Z].*\.$/)
    expect(BLOCK % (typeof replicate === 'number' ? replicate : replicate.interleaved)).toBe(0)
  }
})

test('what is missing is said', () => {
  expect(() => inputColumn(toyModel, toyPlan(), 0, 'luck')).toThrow(
    'the model has no assumption luck',
  )
  const plan = toyPlan({ scenarios: [{ id: 'empty', label: 'Empty', distributions: {} }] })
  expect(() => drawBlock(plan, toyModel, 0, 0)).toThrow(
    'scenario empty has no distribution for income',
  )
})

test('the same bits in every engine', () => {
  const inputs = samplings.map((sampling) =>
    Array.from(drawBlock(toyPlan({ sampling }), toyModel, 0, 3).inputs.subarray(0, 8)),
  )
  expect(inputs).toMatchInlineSnapshot(`
    [
      [
        0.780846264885505,
        1.9851621692070005,
        1.9327276296156626,
        0,
        2.8794692808155595,
        2.0918169138021496,
        2.7226695792317557,
        0,
      ],
      [
        2.694762716685059,
        3.4861431595268084,
        3.2187357462008443,
        0,
        0.7430323075491487,
        3.0753077549625765,
        2.0846860494456347,
        1,
      ],
      [
        0.2904931858103901,
        0.6534846364570851,
        5.7839684215092575,
        1,
        2.2596559790443207,
        2.442289065096054,
        3.177728869520377,
        1,
      ],
    ]
  `)
  expect(Array.from(drawShocks(toyPlan(), toyModel, 0, 3).subarray(0, 4))).toMatchInlineSnapshot(`
    [
      1.6130960743130835,
      -0.5707482037497296,
      0.3565063258939267,
      -1.633858019119711,
    ]
  `)
})

test('a score is the normal quantile of its uniform', () => {
  const out = new Float64Array(BLOCK)
  fillScores('latinHypercube', streamKey('stakes', 'a'), 0, 0, out)
  const scores = column(['a'], 'a')
  out.forEach((u, i) => {
    expect(scores[i]).toBe(normalQuantile(u))
    expect(normalCumulative(scores[i])).toBeCloseTo(u, 14)
  })
})

function ranks(values: Float64Array): Float64Array {
  const places = new Map(Array.from(values.toSorted(), (value, rank) => [value, rank]))
  return values.map((value) => places.get(value) ?? NaN)
}
