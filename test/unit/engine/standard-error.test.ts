import { describe, expect, test } from 'vitest'
import { pairedDifference } from '../../../src/analyses/pair.ts'
import { normalCumulative } from '../../../src/engine/math.ts'
import { replicateOf, type SamplingId } from '../../../src/engine/sampling/index.ts'
import {
  differenceOf,
  errorOf,
  type Influenced,
  quantileFigure,
  relativeDifferenceOf,
  type Sample,
  sampleOf,
  shortfallFigure,
} from '../../../src/engine/statistics/influence.ts'
import {
  standardErrorOf,
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../../../src/engine/statistics/standard-error.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { summarise, summariseWhere } from '../../../src/engine/statistics/summary.ts'
import { column } from './wide-model.ts'

const SEEDS = 160
const TRIALS = 1280

interface Estimate {
  readonly value: number
  readonly error: number | null
}

/** Two standard-normal inputs and a third that no design spreads with them, of one seed. */
function futures(sampling: SamplingId, seed: number) {
  const changes = { sampling, trials: TRIALS, seed: `seed ${seed}` }
  const [x, y] = ['c', 'f'].map((id) => column(['c', 'f'], id, changes))
  const noise = column(['n'], 'n', { ...changes, sampling: 'random' })
  return { x, y, noise }
}

/** An outcome that is neither linear nor smooth, and another that shares much with it. */
const outcome = ({ x, y, noise }: ReturnType<typeof futures>, cut = 0) =>
  x.map((one, i) => one + 0.5 * one * one + Math.max(cut, y[i]) + 0.4 * noise[i])

const maskOf = ({ y }: ReturnType<typeof futures>) =>
  Uint8Array.from(y, (one) => (normalCumulative(one) > 0.4 ? 1 : 0))

const estimates: Record<string, (sampling: SamplingId, seed: number) => Estimate> = {
  mean(sampling, seed) {
    const { mean, standardError } = summarise(
      outcome(futures(sampling, seed)),
      replicateOf(sampling),
    )
    return { value: mean, error: standardError }
  },
  probability(sampling, seed) {
    const values = outcome(futures(sampling, seed))
    const holds = (trial: number) => values[trial] > 2
    const share = values.filter((value) => value > 2).length / TRIALS
    return { value: share, error: standardErrorOfShare(holds, TRIALS, replicateOf(sampling)) }
  },
  median: (sampling, seed) => quantileEstimate(sampling, seed, 0.5),
  'tenth percentile': (sampling, seed) => quantileEstimate(sampling, seed, 0.1),
  'paired difference'(sampling, seed) {
    const own = futures(sampling, seed)
    const difference = pairedDifference(outcome(own, 0.2), outcome(own), replicateOf(sampling))
    return { value: difference.mean, error: difference.standardError }
  },
  'probability where a condition holds'(sampling, seed) {
    const own = futures(sampling, seed)
    const [values, mask] = [outcome(own), maskOf(own)]
    const holds = (trial: number) => values[trial] > 2
    const counted = values.filter((_, trial) => mask[trial] === 1)
    const share = counted.filter((value) => value > 2).length / counted.length
    return { value: share, error: standardErrorOfShare(holds, TRIALS, replicateOf(sampling), mask) }
  },
  'median where a condition holds'(sampling, seed) {
    const own = futures(sampling, seed)
    const [values, mask] = [outcome(own), maskOf(own)]
    const sorted = values.filter((_, trial) => mask[trial] === 1).sort()
    const error = standardErrorOfQuantile(values, sorted, 0.5, replicateOf(sampling), mask)
    return { value: quantileOf(sorted, 0.5), error }
  },
  'mean where a condition holds'(sampling, seed) {
    const own = futures(sampling, seed)
    const mask = maskOf(own)
    const summary = summariseWhere(outcome(own), mask, replicateOf(sampling))
    return { value: summary?.mean ?? NaN, error: summary?.standardError ?? null }
  },
  'expected shortfall of the worst tenth'(sampling, seed) {
    const found = tenth(sampleOf(outcome(futures(sampling, seed)), null))
    return { value: found.value, error: errorOf(found, replicateOf(sampling)) }
  },
  'expected shortfall where a condition holds'(sampling, seed) {
    const own = futures(sampling, seed)
    const found = tenth(sampleOf(outcome(own), maskOf(own)))
    return { value: found.value, error: errorOf(found, replicateOf(sampling)) }
  },
  'difference of two shortfalls': (sampling, seed) => {
    const [a, b] = twoOf(sampling, seed).map(tenth)
    return differenceOf(a, b, replicateOf(sampling))
  },
  'ratio of two shortfalls': (sampling, seed) => {
    const [a, b] = twoOf(sampling, seed).map(tenth)
    return relativeDifferenceOf(a, b, replicateOf(sampling)) ?? { value: NaN, error: null }
  },
  'difference of two quantiles': (sampling, seed) => {
    const replicate = replicateOf(sampling)
    const [a, b] = twoOf(sampling, seed).map((one) => quantileFigure(one, 0.25, replicate))
    return differenceOf(a, b, replicate)
  },
}

function tenth(sample: Sample): Influenced {
  return shortfallFigure(sample, 0.1, 'high')
}

/** Two outcomes that share much, and are not equal at any quantile. */
function twoOf(sampling: SamplingId, seed: number): Sample[] {
  const own = futures(sampling, seed)
  const other = own.x.map((one, i) => 0.6 * one + own.y[i] + 0.3 * own.noise[i])
  return [sampleOf(outcome(own), null), sampleOf(other, null)]
}

function quantileEstimate(sampling: SamplingId, seed: number, p: number): Estimate {
  const values = outcome(futures(sampling, seed))
  const sorted = values.slice().sort()
  const error = standardErrorOfQuantile(values, sorted, p, replicateOf(sampling))
  return { value: quantileOf(sorted, p), error }
}

// Eight scrambles tell their spread less surely: Student's 7 degrees of freedom, 91% within two.
const designs: readonly (readonly [SamplingId, number])[] = [
  ['random', 0.954],
  ['latinHypercube', 0.943],
  ['sobol', 0.914],
]

const sums = new Map<string, number>()
/** The truth, by many more futures of other seeds. */
function truth(name: string): number {
  const known = sums.get(name)
  if (known !== undefined) return known
  const count = 400
  let sum = 0
  for (let seed = 0; seed < count; seed++) sum += estimates[name]('sobol', 10_000 + seed).value
  sums.set(name, sum / count)
  return sum / count
}

describe.each(designs)('%s', (sampling, expected) => {
  test.each(Object.keys(estimates))('the error of a %s covers the truth at its rate', (name) => {
    const all = Array.from({ length: SEEDS }, (_, seed) => estimates[name](sampling, seed))
    const missed = all.map(({ value }) => value - truth(name))
    const covered = all.filter(({ error }, i) => Math.abs(missed[i]) <= 2 * (error ?? 0)).length
    // Three standard deviations of a count of so many seeds.
    const room = 3 * Math.sqrt((expected * (1 - expected)) / SEEDS)
    expect(covered / SEEDS).toBeGreaterThan(expected - room)
    const real = Math.sqrt(missed.reduce((sum, miss) => sum + miss * miss, 0) / SEEDS)
    const told = Math.sqrt(
      all.reduce((sum, { error }) => sum + (error ?? 0) * (error ?? 0), 0) / SEEDS,
    )
    // Neither too bold nor too shy.
    expect(told / real).toBeGreaterThan(0.8)
    expect(told / real).toBeLessThan(1.35)
  })
})

test.each([200, 300, 500, 1000, 1100, 2500])(
  'the error under a Latin hypercube is right at %i trials, where the last group is cut',
  (trials) => {
    const seeds = 120
    const all = Array.from({ length: seeds }, (_, seed) => {
      const changes = { sampling: 'latinHypercube' as const, trials, seed: `cut ${seed}` }
      const [x, y] = ['c', 'f'].map((id) => column(['c', 'f'], id, changes))
      const values = x.map((one, i) => one + 0.2 * one * one + 0.5 * y[i])
      return summarise(values, replicateOf('latinHypercube'))
    })
    const centre = 0.2
    const seen = Math.sqrt(all.reduce((sum, { mean }) => sum + (mean - centre) ** 2, 0) / seeds)
    const said = Math.sqrt(all.reduce((sum, one) => sum + (one.standardError ?? 0) ** 2, 0) / seeds)
    // Fewer than four whole groups are taken as independent trials, which is on the safe side.
    expect(said / seen).toBeGreaterThan(0.8)
    if (trials >= 4 * 64) expect(said / seen).toBeLessThan(1.24)
  },
)

test('the spread of replicates is what counts, consecutive or by turns', () => {
  const values = Float64Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? 1 : -1))
  expect(standardErrorOf(values, 1)).toBeCloseTo(Math.sqrt(32 / 31 / 32), 12)
  expect(standardErrorOf(values, 2)).toBe(0)
  expect(standardErrorOf(values, 4)).toBe(0)
  // Eight that take turns have sums 4 and -4; too few trials to take turns count one by one.
  expect(standardErrorOf(values, { interleaved: 8 })).toBeCloseTo(Math.sqrt((128 / 7) * 8) / 32, 12)
  const few = values.subarray(0, 10)
  expect(standardErrorOf(few, { interleaved: 8 })).toBe(standardErrorOf(few, 1))
})

test('what says nothing of its error has none', () => {
  expect(standardErrorOf([0], 1)).toBeNull()
  expect(standardErrorOf([], { interleaved: 8 })).toBeNull()
  expect(standardErrorOf([1, 2], 1, 0)).toBeNull()
})

test('a design that meets a share exactly does not know its quantile exactly', () => {
  const values = Float64Array.from({ length: 1024 }, (_, i) => Math.floor(i / 8))
  const sorted = values.slice().sort()
  const error = standardErrorOfQuantile(values, sorted, 0.5, { interleaved: 8 })
  expect(error).toBeGreaterThan(0)
})
