import { describe, expect, it } from 'vitest'
import { type ChoiceFlip, choiceFlipsOf } from '../../../src/analyses/choice-flips.ts'
import { countedOf } from '../../../src/engine/sensitivity/counted.ts'
import { swingOf } from '../../../src/engine/sensitivity/swing.ts'
import { normalDensity, normalQuantile } from '../../../src/engine/normal-curve.ts'
import { rankingOf } from '../../../src/engine/statistics/ranking.ts'
import { normals } from '../engine/numbers.ts'

const TRIALS = 10_000
const nothing = new Float64Array(TRIALS)

interface Sample {
  readonly x: Float64Array
  /** How far the other one is ahead. */
  readonly lead: Float64Array
}

const SAMPLES = 60
const drawn = Array.from({ length: SAMPLES }, (_, seed) =>
  ['x', 'noise'].map((one) => normals(`${one} ${seed}`, TRIALS)),
)

/** A normal belief, and a lead that goes with it beside noise. */
function sampleOf(seed: number, noise: number, of: (x: number) => number): Sample {
  const [x, rest] = drawn[seed]
  return { x, lead: x.map((value, i) => of(value) + noise * rest[i]) }
}

function flipsOf({ x, lead }: Sample): readonly ChoiceFlip[] {
  const strategies = [
    { id: 'other', values: lead },
    { id: 'top', values: nothing },
  ]
  const steps = choiceFlipsOf({ strategies, replicate: 1, mask: null }, [{ id: 'x', values: x }])
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value.best === 'top' ? step.value.flips : []
  }
}

const many = (noise: number, of: (x: number) => number) =>
  drawn.map((_, seed) => sampleOf(seed, noise, of))

describe('near the ends of a belief', () => {
  // With noise of three times what a standard deviation of the belief does.
  it.each([
    { share: 0.03, least: 0.05 },
    { share: 0.05, least: 0.4 },
    { share: 0.08, least: 0.75 },
    { share: 0.12, least: 0.95 },
  ])(
    'a takeover in $share of the futures is told at a rate, its figures within their errors',
    ({ share, least }) => {
      const root = normalQuantile(1 - share)
      const gain = normalDensity(root) / share - root
      const told = many(3, (x) => x - root).flatMap(flipsOf)
      expect(told.length).toBeGreaterThanOrEqual(least * SAMPLES)
      expect(told.every(({ side }) => side === 'above')).toBe(true)
      const held = (is: (flip: ChoiceFlip) => boolean) => told.filter(is).length
      const most = Math.max(2, 0.12 * told.length)
      const isIn = ({ start }: ChoiceFlip) => !!start && start.low <= root && root <= start.high
      expect(held((flip) => !isIn(flip))).toBeLessThanOrEqual(most)
      expect(
        held(({ chance }) => Math.abs(chance.value - share) > 2 * (chance.error ?? 0)),
      ).toBeLessThanOrEqual(most)
      expect(
        held((flip) => Math.abs(flip.gain.value - gain) > 2 * (flip.gain.error ?? 0)),
      ).toBeLessThanOrEqual(most)
    },
  )

  it('is hardly ever told where nothing takes over, however near it comes', () => {
    const shapes = {
      'a line level far beyond what was drawn': (x: number) => x - 4,
      'a line level at the very end': (x: number) => x - 3.5,
      'level from a value on': (x: number) => Math.min(x, 1) - 1,
      'level in the middle': (x: number) => -x * x,
      'nearer and nearer': (x: number) => -Math.exp(-x),
      'level in one half': (x: number) => (x < 0 ? -1 : 0),
    }
    for (const noise of [1.5, 6]) {
      const told = Object.values(shapes).flatMap((of) => many(noise, of).flatMap(flipsOf))
      expect(told.length).toBeLessThanOrEqual(0.015 * SAMPLES * Object.keys(shapes).length)
    }
  })

  it('is never silent where a tornado of the difference tells that its end is on the other side', () => {
    let both = 0
    for (const share of [0.05, 0.08, 0.12, 0.2]) {
      const root = normalQuantile(1 - share)
      for (const noise of [3, 5, 8]) {
        for (let seed = 0; seed < 15; seed++) {
          const sample = sampleOf(seed, noise, (x) => x - root)
          const counted = countedOf(TRIALS, 1, undefined)
          const { apart, high } = swingOf(counted, sample.lead, sample.x, rankingOf(sample.x))
          const isAhead = high.value > 3.3 * (high.error ?? Infinity)
          if (apart <= 5 || !isAhead) continue
          both++
          expect(
            flipsOf(sample).map(({ side }) => side),
            `${share} ${noise} ${seed} ${apart} ${high.value} ${high.error}`,
          ).toEqual(['above'])
        }
      }
    }
    expect(both).toBeGreaterThan(50)
  })
})
