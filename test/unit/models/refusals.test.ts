import { describe, expect, it } from 'vitest'
import { type AssumptionId, checkBeliefs, checkLevers, market } from '../../../models/index.ts'
import { type Distribution, quantile } from '../../../src/engine/distributions/index.ts'
import type { Levers } from '../../../src/engine/model.ts'
import { settings } from './market-plan.ts'

const defaults: Readonly<Record<string, Distribution>> = Object.fromEntries(
  market.assumptions.map((one) => [one.id, one.vantages['2025-12']]),
)
const median = (distribution: Distribution) => quantile(distribution)(0.5)
const constant = (value: number): Distribution => ({ kind: 'constant', value })
const beliefs = (changes: Readonly<Record<string, Distribution>>) =>
  checkBeliefs({ ...defaults, ...changes }, median)

describe('beliefs', () => {
  it('pass as they are', () => {
    expect(beliefs({})).toEqual([])
  })

  const impossible: readonly (readonly [AssumptionId, number])[] = [
    ['aiShareOfSpend0', 0],
    ['aiShareOfSpend0', 1],
    ['trainingShareOfAi0', 0],
    ['trainingShareOfAi0', 1],
    ['modelServicesShareOfAi0', 0],
    ['awsCustomCeiling', 0],
    ['assetLifeGeneral', 0],
    ['assetLifeAi', 0],
    ['generalGrowthHalfLife', 0],
    ['aiGrowthHalfLife', 0],
    ['momentumHalfLife', 0],
    ['rampHalfLife', 0],
    ['gpuCostHalvingYears', 0],
    ['aiCorrectionYears', 0],
    ['capitalIntensityAi', 0],
    ['interventionRate', 1],
    ['marketSize0', 0],
    ['wacc', -0.01],
    ['demandCorrelation', 1.1],
    ['churnAi', -0.1],
  ]
  it.each(impossible)('refuse %s = %d, naming the rule and the value', (id, value) => {
    const [problem] = beliefs({ [id]: constant(value) })
    expect(problem).toMatch(
      new RegExp(`^the median of “.*” \\(${id}\\) lies between [^,]+, got ${value} `),
    )
  })

  it('refuse every assumption just outside its domain and take it at the ends', () => {
    const alone = market.assumptions.filter(({ role }) => role !== 'event')
    for (const { id, domain } of alone) {
      const [low, high] = domain
      const gap = Math.max(1e-6, (high - low) / 1000)
      for (const value of [low - gap, high + gap]) {
        expect(beliefs({ [id]: constant(value) }).join()).toContain(`(${id}) lies`)
      }
      for (const value of domain) {
        expect(beliefs({ [id]: constant(value) }).join()).not.toContain(`(${id}) lies`)
      }
    }
  })

  const wholes: readonly (readonly [
    string,
    Readonly<Partial<Record<AssumptionId, number>>>,
    string,
  ])[] = [
    [
      'AI spend without inference',
      { trainingShareOfAi0: 0.6, modelServicesShareOfAi0: 0.4 },
      'sum to less than 1, got 1',
    ],
    [
      'more than all AI spend',
      { trainingShareOfAi0: 0.7, modelServicesShareOfAi0: 0.5 },
      'sum to less than 1, got 1.2',
    ],
    ['more than the market', { awsShare0: 0.7, azureShare0: 0.4 }, 'sum to at most 1, got 1.25'],
    ['more than all AI compute', { awsAiShare0: 0.9 }, 'sum to at most 1, got 1.3'],
    ['more than all model services', { azureModelShare0: 0.99 }, 'sum to at most 1, got 1.3'],
    ['more than all labs', { openaiLabShare0: 0.8 }, 'sum to at most 1, got 1.2'],
  ]
  it.each(wholes)('refuse %s', (_what, values, rule) => {
    const changes = Object.fromEntries(Object.entries(values).map(([id, v]) => [id, constant(v)]))
    const problems = beliefs(changes)
    expect(problems).toHaveLength(1)
    for (const id of Object.keys(values)) expect(problems[0]).toContain(id)
    expect(problems[0]).toContain(rule)
  })

  it('take parts that make up the whole where nothing need be left', () => {
    const values = { awsShare0: 0.5, azureShare0: 0.3, googleShare0: 0.1, specialistShare0: 0.1 }
    const changes = Object.fromEntries(Object.entries(values).map(([id, v]) => [id, constant(v)]))
    expect(beliefs(changes)).toEqual([])
  })

  it('refuse an event that is neither yes nor no', () => {
    const rule =
      /^“OpenAI in distress” \(openaiDistress\) happens or not: a chance of it, or a constant 0 or 1, is expected/
    expect(beliefs({ openaiDistress: constant(0.5) })[0]).toMatch(rule)
    expect(beliefs({ openaiDistress: { kind: 'uniform', min: 0, max: 1 } })[0]).toMatch(rule)
    expect(beliefs({ openaiDistress: constant(1) })).toEqual([])
  })

  it('refuse a median that is no number, unknown names and missing ones', () => {
    expect(checkBeliefs(defaults, () => NaN)[0]).toContain('got NaN')
    expect(beliefs({ pricePower: constant(1) })).toEqual(['no assumption is called pricePower'])
    const { wacc: _left, ...rest } = defaults
    expect(checkBeliefs(rest, median)).toEqual(['assumption wacc has no distribution'])
    const inherited = Object.create({ ...defaults }) as Record<string, Distribution>
    expect(checkBeliefs(inherited, median)).toHaveLength(market.assumptions.length)
  })
})

describe('levers', () => {
  const terms = (changes: Readonly<Record<string, unknown>>) =>
    checkLevers({ ...settings.deepTechnical, ...changes } as Levers)

  it('pass as they are', () => {
    expect(terms({})).toEqual([])
  })

  it.each([
    ['commitmentYears', 0, 'lever commitmentYears lies between 3 and 10 years, got 0'],
    ['commitmentYears', 0.9, 'lever commitmentYears lies between 3 and 10 years, got 0.9'],
    ['upfront', -1, 'lever upfront lies between 0 and 50 USD bn, got -1'],
    ['upfront', NaN, 'lever upfront lies between 0 and 50 USD bn, got NaN'],
    ['conditional', Infinity, 'lever conditional lies between 0 and 50 USD bn, got Infinity'],
    ['exclusivity', 1.01, 'lever exclusivity lies between 0 and 1, got 1.01'],
    ['access', '1', 'lever access lies between 0 and 1, got "1"'],
    ['commitment', true, 'lever commitment lies between 0 and 200 USD bn, got true'],
    ['invest', 1, 'lever invest is true or false, got 1'],
    ['invest', 'yes', 'lever invest is true or false, got "yes"'],
    ['charm', 1, 'no lever is called charm'],
  ])('refuse %s = %s, naming the rule and the value', (id, value, sentence) => {
    expect(terms({ [id]: value })).toEqual([sentence])
  })

  it('refuse a setting that leaves one out', () => {
    const { codesign: _left, ...rest } = settings.deepTechnical
    expect(checkLevers(rest)).toEqual(['lever codesign has no value'])
    expect(checkLevers({})).toHaveLength(market.levers.length)
  })
})
