import { describe, expect, it } from 'vitest'
import { type AssumptionId, market } from '../../../models/index.ts'
import { at } from '../../../models/assumptions/index.ts'
import { COLLAPSED } from '../../../models/notation.ts'
import { outcomeAt, type OutcomeId } from '../../../models/outcomes.ts'
import type { Levers } from '../../../src/engine/model.ts'
import { type Draws, drawn, marketPlan, settings } from './market-plan.ts'

const QUARTERS = 24
const simulator = market.simulator('2025-12', QUARTERS)
const [future] = drawn(marketPlan(), 1)

function changed({ inputs, shocks }: Draws, values: Partial<Record<AssumptionId, number>>): Draws {
  const own = inputs.slice()
  for (const [id, value] of Object.entries(values)) own[at[id as AssumptionId]] = value
  return { inputs: own, shocks }
}

function run(levers: Levers, values: Partial<Record<AssumptionId, number>>): typeof simulator {
  const { inputs, shocks } = changed(future, values)
  simulator.load(inputs, 0, shocks, 0)
  simulator.runReference()
  simulator.run(levers)
  return simulator
}

/** The chance of signing, found by the luck at which the talks just collapse. */
function chanceOf(levers: Levers): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 40; step++) {
    const signingDraw = (low + high) / 2
    if (run(levers, { signingDraw }).world.deal.state === COLLAPSED) high = signingDraw
    else low = signingDraw
  }
  return low
}

const deep = settings.deepTechnical

describe('the chance of signing', () => {
  it('never rises when cash is moved into the part that is paid on conditions', () => {
    for (const money of [2, 10, 35, 50]) {
      for (const [access, commitment] of [
        [0, 0],
        [0.5, 40],
        [1, 200],
      ]) {
        const chances = [0, 0.25, 0.5, 0.75, 1].map((part) =>
          chanceOf({
            ...deep,
            access,
            commitment,
            upfront: money * (1 - part),
            conditional: money * part,
          }),
        )
        const rises = chances.filter((chance, i) => i > 0 && chance > chances[i - 1] + 1e-9)
        expect(rises, `${money} bn for ${commitment} bn and ${access}`).toEqual([])
        expect(chances.at(-1)).toBeLessThan(chances[0])
      }
    }
  })

  it('falls with all that is asked, but for what money pays for', () => {
    const chances = [0, 50, 75, 100, 200].map((commitment) =>
      chanceOf({ ...deep, upfront: 15, conditional: 0, access: 0, commitment }),
    )
    expect(chances[1]).toBeCloseTo(chances[0], 9)
    expect(chances[2]).toBeCloseTo(chances[0], 9)
    expect(chances[3]).toBeLessThan(chances[2])
    expect(chances[4]).toBeLessThan(chances[3])
    const models = [0, 1].map((access) => chanceOf({ ...deep, commitment: 150, access }))
    expect(models[1]).toBeLessThan(models[0])
  })

  it('is next to nothing for an offer of nothing, and rises with money', () => {
    const ask = { ...deep, access: 1, commitment: 200, conditional: 0 }
    const chances = [0, 1, 5, 20, 50].map((upfront) => chanceOf({ ...ask, upfront }))
    expect(chances[0]).toBeLessThan(0.05)
    expect(chances.toSorted((a, b) => a - b)).toEqual(chances)
  })
})

/** Signed, closed without a review after nine months, at quarter 4. */
const CLOSE = 4
const certain = { signingDraw: 0, regulatorDraw: 0.9999, monthsToClose: 9, conditionalPaid: 1 }
const outcome = (id: OutcomeId, values: Partial<Record<AssumptionId, number>>) =>
  run(deep, { ...certain, openaiDistress: 1, ...values }).outcomes[outcomeAt[id]]

describe('a return on the shares off the hurdle', () => {
  const lasts = 3
  const logWorth = (openaiReturn: number, stakeReturnHalfLife: number) => {
    const values = { openaiDistress: 0, openaiReturn, stakeReturnHalfLife, conditionalPaid: 0 }
    const [stake, paid] = [outcome('npvStake', values), outcome('npvOutlay', values)]
    return Math.log(stake / paid)
  }
  const hurdle = Math.log(1 + future.inputs[at.ventureHurdle])

  it('is worth so much and no more, however long it is held', () => {
    const off = 0.3
    const most = (off * lasts) / Math.LN2
    const years = (QUARTERS - CLOSE) / 4
    const gained = most * (1 - 2 ** (-years / lasts))
    expect(logWorth(hurdle + off, lasts)).toBeCloseTo(gained, 9)
    expect(logWorth(hurdle - off, lasts)).toBeCloseTo(-gained, 9)
  })

  it('holds for ever where its half-life has no end', () => {
    const years = (QUARTERS - CLOSE) / 4
    expect(logWorth(hurdle + 0.1, 1e9)).toBeCloseTo(0.1 * years, 6)
  })
})

describe('distress', () => {
  const never = outcome('npvOutlay', { openaiDistress: 0 })
  const quarterOf = (openaiDistressYear: number) =>
    run(deep, { ...certain, openaiDistress: 1, openaiDistressYear }).world.deal.distress

  it('is dated to the nearest quarter, halves up', () => {
    expect([2.6, 2.625, 2.75, 0.12, 0.125].map(quarterOf)).toEqual([10, 11, 11, 0, 1])
    expect(run(deep, { ...certain, openaiDistress: 0 }).world.deal.distress).toBe(Infinity)
  })

  it('spares the second payment from its own quarter on', () => {
    const due = CLOSE + 8
    expect(outcome('npvOutlay', { openaiDistressYear: due / 4 })).toBeLessThan(never)
    expect(outcome('npvOutlay', { openaiDistressYear: (due + 1) / 4 })).toBe(never)
  })

  it('takes the stake where it has come by the horizon, in its quarter too', () => {
    const stake = (quarter: number) => outcome('npvStake', { openaiDistressYear: quarter / 4 })
    const sound = outcome('npvStake', { openaiDistress: 0 })
    expect(stake(QUARTERS)).toBe(stake(QUARTERS - 1))
    expect(stake(QUARTERS)).not.toBe(sound)
    expect(stake(QUARTERS + 1)).toBe(sound)
  })

  it('cuts what is bought from its quarter on', () => {
    const net = (values: Partial<Record<AssumptionId, number>>) =>
      run(deep, { ...certain, distressFulfilment: 0.4, ...values }).world.quarters.map((q) => q.net)
    const [sound, cut] = [
      net({ openaiDistress: 0 }),
      net({ openaiDistress: 1, openaiDistressYear: 3 }),
    ]
    for (let t = 0; t <= QUARTERS; t++) {
      expect(cut[t]).toBeCloseTo(sound[t] * (t >= 12 ? 0.4 : 1), 12)
    }
  })
})
