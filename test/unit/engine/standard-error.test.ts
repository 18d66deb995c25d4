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

interface Futures {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly noise: Float64Array
  /** An outcome that is neither linear nor smooth. */
  readonly values: Float64Array
  /** 1 where a condition holds. */
  readonly mask: Uint8Array
  readonly replicate: ReturnType<typeof replicateOf>
}

/** Two standard-normal inputs and a third that no design spreads with them, of one seed. */
function futures(sampling: SamplingId, seed: number): Futures {
  const changes = { sampling, trials: TRIALS, seed: `seed ${seed}` }
  const [x, y] = ['c', 'f'].map((id) => column(['c', 'f'], id, changes))
  const noise = column(['n'], 'n', { ...changes, sampling: 'random' })
  const values = outcome({ x, y, noise })
  const mask = Uint8Array.from({ length: TRIALS }, (_, i) => (normalCumulative(y[i]) > 0.4 ? 1 : 0))
  return { x, y, noise, values, mask, replicate: replicateOf(sampling) }
}

const outcome = ({ x, y, noise }: Pick<Futures, 'x' | 'y' | 'noise'>, cut = 0) =>
  x.map((one, i) => one + 0.5 * one * one + Math.max(cut, y[i]) + 0.4 * noise[i])

const estimates: Record<string, (own: Futures) => Estimate> = {
  mean({ values, replicate }) {
    const { mean, standardError } = summarise(values, replicate)
    return { value: mean, error: standardError }
  },
  probability({ values, replicate }) {
    const holds = (trial: number) => values[trial] > 2
    const share = values.filter((value) => value > 2).length / TRIALS
    return { value: share, error: standardErrorOfShare(holds, TRIALS, replicate) }
  },
  median: (own) => quantileEstimate(own, 0.5),
  'tenth percentile': (own) => quantileEstimate(own, 0.1),
  'paired difference'(own) {
    const difference = pairedDifference(outcome(own, 0.2), own.values, own.replicate)
    return { value: difference.mean, error: difference.standardError }
  },
  'probability where a condition holds'({ values, mask, replicate }) {
    const holds = (trial: number) => values[trial] > 2
    const counted = values.filter((_, trial) => mask[trial] === 1)
    const share = counted.filter((value) => value > 2).length / counted.length
    return { value: share, error: standardErrorOfShare(holds, TRIALS, replicate, mask) }
  },
  'median where a condition holds'({ values, mask, replicate }) {
    const sorted = values.filter((_, trial) => mask[trial] === 1).sort()
    const error = standardErrorOfQuantile(values, sorted, 0.5, replicate, mask)
    return { value: quantileOf(sorted, 0.5), error }
  },
  'mean where a condition holds'({ values, mask, replicate }) {
    const summary = summariseWhere(values, mask, replicate)
    return { value: summary?.mean ?? NaN, error: summary?.standardError ?? null }
  },
  'expected shortfall of the worst tenth'({ values, replicate }) {
    const found = tenth(sampleOf(values, null))
    return { value: found.value, error: errorOf(found, replicate) }
  },
  'expected shortfall where a condition holds'({ values, mask, replicate }) {
    const found = tenth(sampleOf(values, mask))
    return { value: found.value, error: errorOf(found, replicate) }
  },
  'difference of two shortfalls': (own) => {
    const [a, b] = twoOf(own).map(tenth)
    return differenceOf(a, b, own.replicate)
  },
  'ratio of two shortfalls': (own) => {
    const [a, b] = twoOf(own).map(tenth)
    return relativeDifferenceOf(a, b, own.replicate) ?? { value: NaN, error: null }
  },
  'difference of two quantiles': (own) => {
    const [a, b] = twoOf(own).map((one) => quantileFigure(one, 0.25, own.replicate))
    return differenceOf(a, b, own.replicate)
  },
}

function tenth(sample: Sample): Influenced {
  return shortfallFigure(sample, 0.1, 'high')
}

/** Two outcomes that share much, and are not equal at any quantile. */
function twoOf({ x, y, noise, values }: Futures): Sample[] {
  const other = x.map((one, i) => 0.6 * one + y[i] + 0.3 * noise[i])
  return [sampleOf(values, null), sampleOf(other, null)]
}

function quantileEstimate({ values, replicate }: Futures, p: number): Estimate {
  const sorted = values.slice().sort()
  const error = standardErrorOfQuantile(values, sorted, p, replicate)
  return { value: quantileOf(sorted, p), error }
}

/** Every estimate from the futures of each seed. */
function estimated(sampling: SamplingId, count: number, from = 0): Record<string, Estimate>[] {
  return Array.from({ length: count }, (_, i) => {
    const own = futures(sampling, from + i)
    return Object.fromEntries(Object.entries(estimates).map(([name, of]) => [name, of(own)]))
  })
}

// Eight scrambles tell their spread less surely: Student's 7 degrees of freedom, 91% within two.
const designs: readonly (readonly [SamplingId, number])[] = [
  ['random', 0.954],
  ['latinHypercube', 0.943],
  ['sobol', 0.914],
]

let known: Readonly<Record<string, number>> | undefined
/** The truth, by many more futures of other seeds. */
function truth(name: string): number {
  known ??= trueValues()
  return known[name]
}

function trueValues(): Record<string, number> {
  const all = estimated('sobol', 400, 10_000)
  const mean = (name: string) => all.reduce((sum, one) => sum + one[name].value, 0) / all.length
  return Object.fromEntries(Object.keys(estimates).map((name) => [name, mean(name)]))
}

describe.each(designs)('%s', (sampling, expected) => {
  let seeds: Record<string, Estimate>[] | undefined
  test.each(Object.keys(estimates))('the error of a %s covers the truth at its rate', (name) => {
    seeds ??= estimated(sampling, SEEDS)
    const all = seeds.map((one) => one[name])
    const right = truth(name)
    const missed = all.map(({ value }) => value - right)
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
