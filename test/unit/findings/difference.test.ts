import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DifferenceDriver } from '../../../src/analyses/difference-drivers.ts'
import type { Turn } from '../../../src/analyses/turns.ts'
import { acrossWords } from '../../../src/findings/across.ts'
import { differenceDriversFinding, turnsAt } from '../../../src/findings/difference-drivers.ts'
import { differenceTitle } from '../../../src/findings/fan-difference.ts'
import { countedWords } from '../../../src/findings/pair.ts'
import { market } from '../../../models/index.ts'
import { planOfCases } from '../../../src/cli/case-refs.ts'
import { resolveStudy } from '../../../src/study/index.ts'
import { levelWithError } from '../../../src/words/index.ts'

const [npv] = market.outcomes
const names = { a: { id: 'a', label: 'A' }, b: { id: 'b', label: 'B' } }
const of = (
  drivers: readonly DifferenceDriver[],
  better: 'higher' | 'lower' | 'neutral' = 'higher',
) =>
  differenceDriversFinding({
    ...names,
    drivers,
    outcome: { label: 'Net present value', better },
    counted: 'all futures',
    scenario: '',
  })
const below: Turn = {
  ahead: -1,
  side: 'below',
  isEvent: false,
  start: null,
  end: { value: 0.04, low: 0.036, high: 0.044 },
  span: [-0.1, 0.2],
  chance: { value: 0.4, error: 0.01 },
  gain: { value: 2, error: 0.1 },
}
const driver = (id: string, turn: Turn | null, correlation = 0.4): DifferenceDriver => ({
  id,
  correlation,
  share: 0.5,
  error: 0.01,
  turn,
})

describe('what a difference turns on', () => {
  test('names the side, the value in its own unit and who is ahead there', () => {
    const { title, table } = of([driver('openaiReturn', below)])
    expect(title).toBe('Turns on “Return on OpenAI shares”: below 4% a year B is ahead on average')
    expect(table().rows[0][2]).toBe('below 4% a year (3.6% to 4.4%): B is ahead on average')
  })

  test('where lower is better the other is ahead; where nothing is, it is higher', () => {
    const one = [driver('openaiReturn', below)]
    expect(of(one, 'lower').title).toMatch(/A is ahead on average$/)
    expect(of(one, 'neutral').title).toMatch(/B is higher on average$/)
    expect(
      of([
        driver('openaiReturn', { ...below, ahead: 1, side: 'above', start: below.end, end: null }),
      ]).title,
    ).toMatch(/above 4% a year A is ahead on average$/)
  })

  test('an event happens or does not, and luck has no level', () => {
    const event = { ...below, isEvent: true, end: null, side: 'above' } as const
    expect(of([driver('openaiDistress', event)]).title).toMatch(/if it happens B is ahead/)
    expect(of([driver('signingDraw', below)]).title).toBe(
      'Turns on “Luck of the talks”: where the talks go well (40 of 100 draws) B is ahead on average',
    )
    const { title, caption } = of([driver('signingDraw', null, -0.2)])
    expect(title).toMatch(/, with more for B where the talks go badly; no input alone/)
    expect(caption).toContain('More of “Luck of the talks” is where the talks go badly.')
  })

  test('no luck is told by its level: what it does is said', () => {
    const luck = market.assumptions.filter(({ role }) => role === 'luck')
    expect(luck.length).toBeGreaterThan(2)
    for (const { id } of luck) {
      const told = (['above', 'below'] as const).map(
        (side) => of([driver(id, { ...below, side })]).title,
      )
      expect(new Set(told).size).toBe(2)
      for (const title of told) {
        expect(title).toMatch(/: where the (talks|regulator).* \(40 of 100 draws\) B is ahead/)
        expect(title).not.toMatch(/highest|lowest|the draw of/)
      }
    }
  })

  test('a value that is hardly known is none, and what turns nothing says so', () => {
    const vague = driver('openaiReturn', {
      ...below,
      end: { value: 0.04, low: -0.16, high: 0.24 },
    })
    expect(turnsAt(vague)).toBeNull()
    expect(turnsAt(driver('openaiReturn', below))).toBe(0.04)
    const { title, table } = of([vague, driver('signingDraw', null, -0.2)])
    expect(title).toBe(
      'Goes most with “Return on OpenAI shares”, more of it with more for A; no input alone surely turns it',
    )
    expect(table().rows.map((row) => row[2])).toEqual([
      'turns it, at a value these trials do not tell',
      'does not turn it',
    ])
    expect(of([driver('openaiReturn', null, -0.3)]).title).toMatch(/more of it with more for B/)
    expect(of([]).title).toMatch(/^No input goes with the difference/)
  })
})

describe('a difference over the quarters', () => {
  const zeros = [0, 0, 0]
  const lines = { p5: zeros, p25: zeros, p50: zeros, p75: zeros, p95: zeros }
  const titleOf = (mean: number[], standardError: number[], above: number[], below_: number[]) =>
    differenceTitle({
      label: 'AWS share',
      unit: 'fraction',
      quarters: ['2030Q4', '2031Q1', '2031Q2'],
      certain: 3,
      difference: { ...lines, mean, standardError, above, below: below_ },
    })

  test('surely above or below at the horizon, in how many futures', () => {
    expect(titleOf([0, 0.01, 0.02], [0, 0.001, 0.001], [0, 0.6, 0.75], [0, 0.1, 0.1])).toBe(
      'AWS share: +2.0 ± 0.1 points on average, higher in 75 of 100 futures, lower in 10, the same in 15, in 2031',
    )
    expect(titleOf([0, 0.01, -0.02], [0, 0.001, 0.001], [0, 0.6, 0], [0, 0.1, 1])).toBe(
      'AWS share: −2.0 ± 0.1 points on average, lower in every future, in 2031',
    )
  })

  test('where it is not sure there, the quarter in which it is most', () => {
    expect(titleOf([0, 0.01, 0.002], [0, 0.001, 0.001], [0, 0.6, 0.5], [0, 0.1, 0.5])).toBe(
      'AWS share: no sure difference on average in 2031; +1.0 ± 0.1 points on average, higher in 60 of 100 futures, lower in 10, the same in 30, in 2031Q1',
    )
    expect(titleOf([0, 0.01, 0], [0, 0.001, 0], [0, 0.6, 0], [0, 0.1, 0])).toMatch(
      /^AWS share: no difference in 2031; \+1\.0/,
    )
    expect(titleOf([0, 0.001, 0.002], [0, 0.001, 0.001], [0, 0.6, 0.5], [0, 0.1, 0.5])).toBe(
      'AWS share: no sure difference on average in 2031',
    )
  })

  test('both sides and what is the same make a hundred, and no sure mean is said to be 0', () => {
    const share = fc.nat({ max: 1000 })
    fc.assert(
      fc.property(share, share, fc.double({ min: 1e-9, max: 1, noNaN: true }), (up, down, mean) => {
        fc.pre(up > 0 && up < 1000 && up + down <= 1000)
        for (const unit of ['fraction', 'index, 1 at start', 'USD bn', 'points', 'years']) {
          const title = differenceTitle({
            label: 'It',
            unit,
            quarters: ['2031Q2'],
            certain: 3,
            difference: {
              ...lines,
              mean: [mean],
              standardError: [mean / 1e6],
              above: [up / 1000],
              below: [down / 1000],
            },
          })
          const [, by, rest] = /^It: (.*) on average, (.*), in 2031$/.exec(title) ?? []
          expect(by).toMatch(/[1-9]/)
          const parts = [...rest.matchAll(/ in (fewer than 1|more than 99|\d+)/g)].map(([, n]) => n)
          expect(parts).toHaveLength(up + down === 1000 ? 2 : 3)
          if (parts.some((one) => /\D/.test(one))) continue
          expect(parts.reduce((sum, one) => sum + Number(one), 0)).toBe(100)
        }
      }),
    )
  })

  test('none at all', () => {
    expect(titleOf(zeros, zeros, zeros, zeros)).toBe('AWS share: no difference in any future')
  })
})

describe('two scenarios', () => {
  const study = resolveStudy({ strategies: ['none', 'exclusive'], trials: 256 })
  const [a, b] = ['base', 'regulators'].map((scenario) => ({ strategy: 'exclusive', scenario }))
  const plan = planOfCases(study, [a, b])

  test('share their draws, and the beliefs that differ are named', () => {
    expect(acrossWords(plan, a, b)).toMatch(
      /^The futures are the same draws in both scenarios; the 4 beliefs in which these differ take their other values: “Regulator steps in”, .* and “.*”\.$/,
    )
    expect(acrossWords(plan, a, a)).toBe('')
    const [world] = plan.worlds
    const twins = { worlds: [world, { ...world, id: 'regulators' }] }
    expect(acrossWords(twins, a, b)).toMatch(/which believe the same\.$/)
  })

  test('futures that agree with what came are those of the first', () => {
    if (npv.kind !== 'number') return
    const counted = (across: string) => countedWords({ outcome: npv, where: 'observed', across })
    expect(counted('')).toBe('futures that agree with what came')
    expect(counted('x')).toBe('futures that agree with what came in the scenario of the first')
  })
})

test('a level and its error stand in the unit people read', () => {
  expect(levelWithError(0.041, 0.003, 'fraction per year')).toBe('4.1 ± 0.3% a year')
  expect(levelWithError(3.21, 0.1, 'USD bn per year')).toBe('$3.2 ± 0.1 bn a year')
  expect(levelWithError(0.25, 0.01, 'fraction')).toBe('25 ± 1%')
  expect(levelWithError(2.34, 0.1, 'years')).toBe('2.3 ± 0.1 years')
  expect(levelWithError(0, 0.1, 'log odds')).toBe('1.0 ± 0.1x the odds')
  expect(levelWithError(0.25, null, 'fraction')).toBe('25%')
  expect(levelWithError(0.25, 0, 'fraction')).toBe('25%')
})
