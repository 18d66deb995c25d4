import { describe, expect, it } from 'vitest'
import { replicateOf, type SamplingId } from '../../../src/engine/sampling/index.ts'
import { streamKey } from '../../../src/engine/streams.ts'
import { driversOf, fillScores, market } from '../models/bundled.ts'

const SEEDS = 40
const BLOCK = 256
/** Places of the assumptions that the outcome is made of, and how much each weighs. */
const weights = new Map([
  [3, 4],
  [11, -3],
  [25, 2],
  [40, 2],
  [57, 1],
])

const sizes = [256, 512, 1024, 2048] as const
const MOST = 2048

/** The scores of every assumption of the market: those of fewer trials are the first of them. */
function columnsOf(design: SamplingId, seed: number) {
  return market.assumptions.map(({ id, dimension }) => {
    const values = new Float64Array(MOST)
    const key = streamKey(`seed ${seed}`, id)
    for (let block = 0; block * BLOCK < MOST; block++) {
      const here = values.subarray(block * BLOCK, (block + 1) * BLOCK)
      fillScores(design, key, dimension, block, here)
    }
    return { id, values }
  })
}

/** Which assumptions are found to go with the outcome, of those that do and those that do not. */
function foundIn(design: SamplingId, columns: ReturnType<typeof columnsOf>, trials: number) {
  const outcome = Float64Array.from({ length: trials }, (_, trial) => {
    let sum = 0
    for (const [place, weight] of weights) sum += weight * (columns[place].values[trial] - 0.5)
    return Math.exp(2 * sum)
  })
  const first = columns.map(({ id, values }) => ({ id, values: values.slice(0, trials) }))
  const steps = driversOf(first, outcome, replicateOf(design))
  let step = steps.next()
  while (!step.done) step = steps.next()
  const real = new Set<string>([...weights.keys()].map((place) => columns[place].id))
  return {
    real: step.value.filter(({ id }) => real.has(id)).length,
    idle: step.value.filter(({ id }) => !real.has(id)).length,
  }
}

describe.each(['random', 'latinHypercube', 'sobol'] as const)(
  'assumptions without influence, %s',
  (design) => {
    const ofSeed = (seed: number) => {
      const columns = columnsOf(design, seed)
      return sizes.map((trials) => foundIn(design, columns, trials))
    }
    let seeds: ReturnType<typeof ofSeed>[] | undefined

    it.each(sizes)('%i trials: are shown in fewer than one run of twenty', (trials) => {
      seeds ??= Array.from({ length: SEEDS }, (_, seed) => ofSeed(seed))
      const found = seeds.map((bySize) => bySize[sizes.indexOf(trials)])
      expect(found.filter(({ idle }) => idle > 0).length).toBeLessThan(SEEDS / 20)
      // The strongest is not lost with them, nor are those after it where there are trials enough.
      const least = trials < 2048 ? 1 : 4
      expect(found.filter(({ real }) => real >= least).length).toBeGreaterThan(SEEDS * 0.9)
    })
  },
)
