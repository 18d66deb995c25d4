import { market } from '../../models/index.ts'
import { BLOCK, type RunPlan } from '../../src/engine/plan.ts'
import { drawBlock } from '../../src/engine/sampling/draw.ts'
import { designs, type SamplingId } from '../../src/engine/sampling/index.ts'
import { meanOf, varianceOf } from '../../src/engine/statistics/moments.ts'
import type { Runner } from '../../src/workers/runner.ts'
import { best, type Row } from './measure.ts'

const SEEDS = 40
const TRIALS = 10_000
const STRATEGY = 'deepTechnical'
const BLOCKS = 8

interface Estimates {
  readonly design: SamplingId
  readonly means: readonly number[]
  readonly errors: readonly number[]
}

/** What drawing the catalogue costs under each design. */
export function drawingRows(plan: RunPlan): Row[] {
  const short = (sampling: SamplingId) => ({ ...plan, sampling, trials: BLOCKS * BLOCK })
  const draw = (one: RunPlan) => {
    for (let block = 0; block < BLOCKS; block++) drawBlock(one, market, 0, block)
  }
  // Once each beforehand, or the first pays for compiling.
  for (const sampling of designIds()) draw(short(sampling))
  return designIds().map((sampling) => {
    const one = short(sampling)
    const value = (best(15, () => draw(one)) * 1000) / one.trials
    return { what: `drawing the catalogue, ${designs[sampling].label}`, value, unit: 'µs', aim: 5 }
  })
}

/**
 * How far the mean value of one strategy is off under each design, over 40 seeds, and whether the
 * error reported with it says so.
 *
 * @param plan of one scenario
 */
export async function samplingRows(plan: RunPlan, runner: Runner): Promise<Row[]> {
  const all: Estimates[] = []
  for (const design of designIds()) all.push(await estimatesOf(design, plan, runner))
  const random = spreadOf(all[designIds().indexOf('random')].means)
  // The truth as well as it is known: the mean over all seeds of the design that settles soonest.
  const truth = meanOf(all.reduce((a, b) => (spreadOf(a.means) <= spreadOf(b.means) ? a : b)).means)
  return all.flatMap(({ design, means, errors }) => {
    const { label, replicate } = designs[design]
    const spread = spreadOf(means)
    const covered = means.filter((mean, i) => Math.abs(mean - truth) <= 2 * errors[i]).length
    // Eight scrambles know their own spread by seven degrees of freedom: t covers less than 95.4%.
    const rate = typeof replicate === 'object' ? 91.4 : 95.4
    const least = Math.floor(rate - 300 * Math.sqrt(((rate / 100) * (1 - rate / 100)) / SEEDS))
    const ratio = { what: `${label}: the same, over Random's`, value: spread / random, unit: '×' }
    return [
      {
        what: `${label}: spread of the mean over ${SEEDS} seeds`,
        value: 1000 * spread,
        unit: '$ m',
      },
      ...(design === 'random' ? [] : [{ ...ratio, aim: 1 }]),
      { what: `${label}: error reported, on average`, value: 1000 * meanOf(errors), unit: '$ m' },
      {
        what: `${label}: within two errors, ${rate}% expected`,
        value: (100 * covered) / SEEDS,
        unit: '%',
        aim: least,
        atLeast: true,
      },
    ]
  })
}

function designIds(): SamplingId[] {
  return Object.keys(designs) as SamplingId[]
}

async function estimatesOf(
  sampling: SamplingId,
  plan: RunPlan,
  runner: Runner,
): Promise<Estimates> {
  const chosen = plan.cases.filter((one) => one.strategy === STRATEGY)
  const means: number[] = []
  const errors: number[] = []
  for (let seed = 0; seed < SEEDS; seed++) {
    const one = { ...plan, sampling, cases: chosen, trials: TRIALS, seed: `sampling ${seed}` }
    const { cases } = await runner.run(one, { summariesOnly: true })
    const { mean, standardError } = cases[0].summary.outcomes['npv']
    means.push(mean)
    errors.push(standardError ?? NaN)
  }
  return { design: sampling, means, errors }
}

function spreadOf(values: readonly number[]): number {
  return Math.sqrt(varianceOf(values, meanOf(values)))
}
