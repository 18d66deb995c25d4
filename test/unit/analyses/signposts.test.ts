import { describe, expect, it } from 'vitest'
import type { Signposts } from '../../../src/analyses/signpost-facts.ts'
import { normalCumulative } from '../../../src/engine/normal-curve.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import {
  aheadAbove,
  knownOfSign,
  signModel,
  signPlan,
  signsWanted,
  spreadOfSign,
} from '../../../src/cli/coverage-sign-model.ts'

// 20 seeds in `npm test`; STAKES_SEEDS=200 for all.
const SEEDS = Number(process.env['STAKES_SEEDS'] ?? 20)
/** Seeds out of all that may miss a 95% interval: four standard deviations of their number. */
const MISSES = 0.05 * SEEDS + 4 * Math.sqrt(0.05 * 0.95 * SEEDS)

const runner = createInlineRunner(signModel())
const noise = createInlineRunner(signModel(0, 0))

async function signpostsOf(
  seed: string,
  changes: Parameters<typeof signsWanted>[0] = {},
): Promise<Signposts> {
  const results = await runner.run(signPlan(signModel(), { seed }))
  return runner.ask('signposts', results, signsWanted(changes), { keep: false })
}

describe('of a linear-normal model', () => {
  it('threshold, chance, lead, share and gain are those that are known, at their rate', async () => {
    const misses = { at: 0, chance: 0, ahead: 0, share: 0, gain: 0, together: 0, waiting: 0 }
    const isOff = ({ value, error }: { value: number; error: number | null }, is: number) =>
      Math.abs(value - is) > 1.96 * (error ?? 0) ? 1 : 0
    for (let seed = 0; seed < SEEDS; seed++) {
      const { signposts, top, seen, together } = await signpostsOf(`seed ${seed}`)
      const [first] = signposts
      expect([top, first.series, first.side, first.flips]).toEqual(['stay', 'sign', 'above', true])
      expect([first.sides.above.choice, first.sides.below.choice]).toEqual(['go', 'stay'])
      const is = knownOfSign(first.t)
      misses.at += isOff({ value: first.threshold, error: first.error }, is.at)
      // The chance is that of the threshold as it is told.
      const spread = spreadOfSign(first.t)
      misses.chance += isOff(
        first.sides.above.chance,
        1 - normalCumulative(first.threshold / spread),
      )
      const at = knownOfSign(2)
      const cell = seen.find(({ series, t }) => series === 'sign' && t === 2)
      misses.share += isOff(cell?.share ?? { value: NaN, error: 0 }, at.share)
      misses.gain += isOff(cell?.gain ?? { value: NaN, error: 0 }, at.gain)
      // Beside the sign there is noise alone: together they tell what the sign does.
      const last = together.at(-1)
      misses.together += isOff(last?.share ?? { value: NaN, error: 0 }, knownOfSign(4).share)
      misses.waiting += isOff(last?.gain ?? { value: NaN, error: 0 }, knownOfSign(4).gain)
      const lead = aheadAbove(first.t, first.threshold / spread)
      misses.ahead += isOff(first.sides.above.ahead ?? { value: NaN, error: 0 }, lead)
    }
    for (const [what, count] of Object.entries(misses)) {
      expect([what, count <= MISSES, count]).toEqual([what, true, count])
    }
  })

  it('a later quarter is taken only where it tells more', async () => {
    const { signposts } = await signpostsOf('quarters', { quarters: 8 })
    const shares = [1, 2, 3, 4, 5, 6, 7, 8].map((t) => knownOfSign(t).gain)
    const earliest = 1 + shares.findIndex((share) => share >= 0.8 * shares[7])
    expect(Math.abs(signposts[0].t - earliest)).toBeLessThanOrEqual(1)
    expect(signposts.filter(({ series, t }) => series === 'sign' && t > 2)).toHaveLength(1)
    expect(signposts.every(({ series }) => series !== 'static')).toBe(true)
  })

  it('where what tells most comes late, the best of the first two quarters is told last', async () => {
    const late = await signpostsOf('quarters', { quarters: 8 })
    const { signposts, seen } = late
    const soon = seen.filter(({ t, isTold }) => t <= 2 && isTold)
    expect(signposts[0].t).toBeGreaterThan(2)
    expect(soon.length).toBeGreaterThan(0)
    const last = signposts[signposts.length - 1]
    expect([last.series, last.t]).toEqual(['sign', 2])
    const early = await signpostsOf('quarters', { quarters: 2 })
    expect(early.signposts.filter(({ series }) => series === 'sign')).toHaveLength(1)
  })

  it('what goes on meanwhile is what is seen', async () => {
    const { signposts } = await signpostsOf('follow', { follow: { go: true } })
    const is = knownOfSign(signposts[0].t)
    expect(Math.abs(signposts[0].threshold - 10 - is.at)).toBeLessThan(
      4 * (signposts[0].error ?? 0),
    )
  })

  it('only the futures that agree with what came count, and their choice is theirs', async () => {
    const selection = {
      kind: 'between',
      of: { input: 'sign@1' },
      low: 2,
      high: 100,
    } as const
    const { subject } = signsWanted()
    const some = await signpostsOf('agree', { subject: { ...subject, selection } })
    expect(some.counted).toBeGreaterThan(500)
    expect(some.counted).toBeLessThan(1000)
    // Of fewer than a thousand nothing is told.
    expect([some.top, some.signposts]).toEqual(['go', []])
    const wide = await signpostsOf('agree', {
      subject: { ...subject, selection: { ...selection, low: 0.5 } },
    })
    const [one] = wide.signposts
    expect(one.sides.below.chance.value + one.sides.above.chance.value).toBeCloseTo(1, 12)
    expect(one.fan.p5[1]).toBeGreaterThanOrEqual(0.5)
  })

  it('a lead that matters to nobody is no sign, nor is there a choice where none is asked for', async () => {
    const some = await signpostsOf('few', { negligible: 50 })
    expect(some.signposts.some(({ flips }) => flips)).toBe(false)
    expect(some.signposts[0]).toMatchObject({ series: 'sign', error: null, flips: false })
    const none = await signpostsOf('few', { choices: [] })
    expect(none).toMatchObject({ top: null, perfect: null })
    expect(none.signposts[0].sides.above).toMatchObject({ choice: null, ahead: null })
  })

  it('a first look is that of fewer futures, and both sides of a threshold can be asked for', async () => {
    const results = await runner.run(signPlan(signModel(), { seed: 'first' }))
    const short = await runner.run(signPlan(signModel(), { seed: 'first', trials: 2000 }))
    const first = await runner.ask('signposts', results, signsWanted({ first: 2000 }))
    // Which belief goes with a sign is not looked for in a first look.
    const whole = await runner.ask('signposts', short, signsWanted())
    expect(whole.signposts.map(({ belief }) => belief?.id)).toContain('x')
    const alike = whole.signposts.map((one) => ({ ...one, belief: null }))
    expect(first).toEqual({ ...whole, signposts: alike })
    const { series: _series, quarters: _quarters, ...asked } = signsWanted()
    const [one] = (await runner.ask('signposts', results, signsWanted())).signposts
    const at = [{ series: one.series, t: one.t, threshold: one.threshold }]
    const [again] = await runner.ask('signpostSides', results, { ...asked, at })
    expect(again.sides).toEqual(one.sides)
    expect(await runner.ask('signpostSides', results, { ...asked, at: [] })).toEqual([])
  })
})

it('noise gives none in at least 19 of 20 seeds', async () => {
  let some = 0
  for (let seed = 0; seed < SEEDS; seed++) {
    const results = await noise.run(signPlan(signModel(0, 0), { seed: `noise ${seed}` }))
    const asked = signsWanted({ quarters: 8 })
    const { signposts } = await noise.ask('signposts', results, asked, { keep: false })
    if (signposts.length > 0) some++
  }
  expect(some).toBeLessThanOrEqual(SEEDS / 20)
})

it('too few futures tell nothing', async () => {
  const results = await runner.run(signPlan(signModel(), { trials: 256 }))
  const { signposts, counted } = await runner.ask('signposts', results, signsWanted())
  expect([signposts, counted]).toEqual([[], 256])
})
