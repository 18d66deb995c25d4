import { describe, expect, test } from 'vitest'
import { gainOfSeeing } from '../../../src/cli/coverage-known.ts'
import {
  normalCumulative,
  normalDensity,
  normalQuantile,
} from '../../../src/engine/normal-curve.ts'
import {
  chosenGain,
  cubicBasis,
  cubicRankBasis,
  groupBasis,
  seenGain,
} from '../../../src/engine/sensitivity/seen-gain.ts'
import { valueParts } from '../../../src/engine/sensitivity/value-parts.ts'
import { uniforms } from './uniforms.ts'

const TRIALS = 10_000
const SEEDS = 20

/** Two normals, one that says nothing, and a choice that is worth m + a·first + b·second. */
function goOrNot(seed: number, [m, a, b]: readonly [number, number, number]) {
  const [first, second, idle] = [1, 2, 3].map((at) =>
    uniforms(TRIALS, 10 * seed + at).map(normalQuantile),
  )
  return { first, second, idle, ahead: first.map((one, i) => m + a * one + b * second[i]) }
}

const one = (values: Float64Array, ahead: readonly Float64Array[]) =>
  seenGain(cubicBasis(values, valueParts(values, 20)), ahead, 1)
const many = (columns: readonly Float64Array[], ahead: readonly Float64Array[]) =>
  chosenGain(groupBasis(columns), ahead, 1)

/** How often a known value lies within two errors of what was found. */
function hits(of: (seed: number) => { value: number; error: number | null }, truth: number) {
  return Array.from({ length: SEEDS }, (_, seed) => of(seed)).filter(
    ({ value, error }) => Math.abs(value - truth) <= 2 * (error ?? 0),
  ).length
}

describe('a go or no-go choice of two normals', () => {
  const terms = [-1, 2, 1] as const
  test('one of them is worth what the closed form says', () => {
    const found = (seed: number) => {
      const { first, ahead } = goOrNot(seed, terms)
      return one(first, [ahead])
    }
    expect(hits(found, gainOfSeeing(-1, 2))).toBeGreaterThanOrEqual(17)
  })
  test('so are both together, and more than either', () => {
    const found = (seed: number) => {
      const { first, second, ahead } = goOrNot(seed, terms)
      return many([first, second], [ahead])
    }
    expect(hits(found, gainOfSeeing(-1, Math.sqrt(5)))).toBeGreaterThanOrEqual(17)
    expect(found(0).value).toBeGreaterThan(gainOfSeeing(-1, 2))
  })
  test('what says nothing is worth nothing, within its error', () => {
    const idle = (seed: number) => {
      const { idle, ahead } = goOrNot(seed, terms)
      return one(idle, [ahead])
    }
    for (let seed = 0; seed < SEEDS; seed++) {
      const { value, error } = idle(seed)
      expect(value).toBeLessThanOrEqual(4 * (error ?? 0))
    }
  })
})

test('what bends back is found by one and by many', () => {
  const x = uniforms(TRIALS, 77).map(normalQuantile)
  const ahead = x.map((one) => one * one - 1.5)
  // E max(x² − 1.5, 0), of a standard normal: 2·(a·φ(a) + Φ(−a)) − 3·Φ(−a) at a = √1.5.
  const a = Math.sqrt(1.5)
  const truth = 2 * (a * normalDensity(a) + normalCumulative(-a)) - 3 * normalCumulative(-a)
  const square = many([x], [ahead])
  expect(Math.abs(square.value - truth)).toBeLessThan(3 * (square.error ?? 0))
  // A cubic of ranks places the two bounds not quite right, which costs; it never gains.
  const cubic = one(x, [ahead])
  expect(cubic.value).toBeGreaterThan(0.85 * truth)
  expect(cubic.value).toBeLessThan(truth + 3 * (cubic.error ?? 0))
})

test('of three choices the one that looks best is taken', () => {
  const { first, second } = goOrNot(5, [0, 1, 1])
  const ahead = [first.map((one) => one - 0.2), second.map((one) => one - 0.2)]
  const { value } = many([first, second], ahead)
  const truth = first.reduce((sum, _, i) => sum + Math.max(0, ahead[0][i], ahead[1][i]), 0) / TRIALS
  expect(Math.abs(value - truth)).toBeLessThan(0.01)
})

test('an event and how severe it is are worth what they do together', () => {
  const [luck, severity, noise] = [91, 92, 93].map((seed) => uniforms(TRIALS, seed))
  const event = luck.map((u) => (u < 0.2 ? 1 : 0))
  const size = severity.map(normalQuantile)
  const sure = event.map((happens, i) => happens * (1 + 3 * size[i]) - 0.3)
  const ahead = sure.map((one, i) => one + normalQuantile(noise[i]))
  const { value, error } = many([event, size], [ahead])
  // Where it happens a normal of mean 0.7 and spread 3: E max(N, 0) is gainOfSeeing(0.7, 3) and the mean.
  expect(Math.abs(value - 0.2 * (gainOfSeeing(0.7, 3) + 0.7))).toBeLessThan(3 * (error ?? 0))
  expect(one(event, [ahead]).value).toBeLessThan(value)
})

test('of idle columns many are worth nothing either', () => {
  const { first, second, idle, ahead } = goOrNot(3, [-1, 1, 1])
  const many20 = Array.from({ length: 20 }, (_, at) => uniforms(TRIALS, 400 + at))
  const { value, error } = many([idle, ...many20], [ahead])
  expect(value).toBeLessThanOrEqual(4 * (error ?? 0))
  // More is known with them, and it costs little to look.
  const both = many([first, second], [ahead])
  const all = many([first, second, ...many20], [ahead])
  expect(Math.abs(all.value - both.value)).toBeLessThan(2 * (both.error ?? 0))
})

/** A law of what is known together, on choices of several kinds. */
test.each([
  ['an event that tells, beside what says nothing', 3],
  ['a cubic of one, beside what says nothing', 3],
  ['a little of each of many', 12],
] as const)('%s is worth no less than one of it alone, and luck adds nothing', (name, size) => {
  let [sum, squares] = [0, 0]
  const seeds = 12
  for (let seed = 0; seed < seeds; seed++) {
    const columns = Array.from({ length: size }, (_, at) =>
      uniforms(TRIALS, 1000 + 50 * seed + at).map(normalQuantile),
    )
    const noise = uniforms(TRIALS, 1049 + 50 * seed).map(normalQuantile)
    if (name.startsWith('an event')) columns[0] = columns[0].map((x) => (x > 0.8 ? 1 : 0))
    const ahead = noise.map((rest, i) => {
      const [x] = columns.map((values) => values[i])
      if (name.startsWith('an event')) return 4 * x - 1 + 3 * rest
      if (name.startsWith('a cubic')) return Math.max(-2, Math.min(2, x * x * x)) - 0.5 + 3 * rest
      return columns.reduce((all, values) => all + 0.4 * values[i], -0.5) + 3 * rest
    })
    const group = chosenGain(groupBasis(columns), [ahead], 1)
    for (const values of columns) {
      const alone = seenGain(cubicRankBasis(values), [ahead], 1)
      const joint = Math.hypot(group.error ?? 0, alone.error ?? 0)
      expect(group.value).toBeGreaterThan(alone.value - 2 * joint)
    }
    // What a choice by the truth itself comes to, in these very futures.
    const best = columns[0].reduce((all, _, i) => {
      const known = ahead[i] - 3 * noise[i]
      return all + (known > 0 ? ahead[i] : 0)
    }, 0)
    const off = (group.value - best / TRIALS) / (group.error ?? 1)
    sum += off
    squares += off * off
  }
  expect(sum / seeds).toBeLessThan(0.3)
  expect(squares / seeds).toBeLessThan(2)
})
