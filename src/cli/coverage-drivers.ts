import type { BarEnd, DriverBar } from '../analyses/driver-bars.ts'
import type { GivenMethod } from '../analyses/tornado-bars.ts'
import { tornadoOf } from '../analyses/tornado.ts'
import { designs, replicateOf, type SamplingId } from '../engine/sampling/index.ts'
import { countedOf } from '../engine/sensitivity/counted.ts'
import type { CoverageGroup, CoverageLine } from './coverage.ts'
import {
  about,
  CAUTIOUS,
  errorsBy,
  finished,
  normalsBy,
  type Tried,
  uniformsBy,
} from './coverage-draws.ts'
import {
  deltaOfNormals,
  HIGHEST_TENTH,
  ishigami,
  rankCorrelationOfNormals,
} from './coverage-known.ts'

const TRIALS = 2048
/** Shares of intervals of δ that hold: it is told a little too low, its set of outcomes chosen from noisy counts. */
const LOW = [0.75, 1] as const

/** Of standard normal beliefs, beside which there is luck; alone they are all there is. */
const slopes = [
  { name: 'strong belief', slope: 3 },
  { name: 'weak belief', slope: -1 },
]
const LUCK = 2
const ALONE = Math.sqrt(10)
const SPREAD = Math.sqrt(10 + LUCK * LUCK)

const all = Object.keys(designs) as SamplingId[]

/** What moves an outcome, by the futures at hand. */
export const driverCoverage: readonly CoverageGroup[] = [...all.map(linear), ...all.map(bending)]

function linear(design: SamplingId): CoverageGroup {
  return {
    name: `What moves a linear outcome of normal beliefs, ${designs[design].label}`,
    lines: slopes.flatMap(({ name }, k) => linesOf(name, k, design)),
    sample(seed) {
      const columns = slopes.map((_, k) => normalsBy(design, `linear ${seed}`, k, TRIALS))
      const luck = normalsBy(design, `linear ${seed}`, slopes.length, TRIALS)
      const alone = luck.map((_, i) =>
        slopes.reduce((y, { slope }, k) => y + slope * columns[k][i], 0),
      )
      const both = alone.map((y, i) => y + LUCK * luck[i])
      return linearIntervals(design, columns, alone, both)
    },
  }
}

function linesOf(name: string, k: number, design: SamplingId): CoverageLine[] {
  const even = design === 'sobol' ? { allowed: CAUTIOUS } : {}
  return [
    { id: `low ${k}`, label: `Mean in its lowest tenth, ${name}` },
    { id: `high ${k}`, label: `Mean in its highest tenth, ${name}` },
    { id: `swing ${k}`, label: `Swing, ${name}` },
    { id: `spearman ${k}`, label: `Rank correlation, ${name}` },
    { id: `regression ${k}`, label: `Standardised coefficient, ${name}` },
    { id: `alone ${k}`, label: `The same without luck, ${name}` },
    { id: `first ${k}`, label: `First-order index, ${name}`, ...even },
    { id: `delta ${k}`, label: `Borgonovo’s δ, ${name}`, allowed: LOW },
  ]
}

function linearIntervals(
  design: SamplingId,
  columns: readonly Float64Array[],
  alone: Float64Array,
  both: Float64Array,
): Record<string, Tried | null> {
  const errors = errorsBy(design, TRIALS)
  const by = (outcome: Float64Array, method: GivenMethod) =>
    barsBy(design, columns, outcome, method)
  const swings = by(both, 'swing')
  const indices = by(both, 'firstOrder')
  const ranks = by(both, 'spearman')
  const coefficients = by(both, 'regression')
  const without = by(alone, 'regression')
  const deltas = by(both, 'delta')
  const endOf = (end: BarEnd | null | undefined, truth: number) => about(end, truth, errors)
  return Object.fromEntries(
    slopes.flatMap(({ slope }, k) => {
      const of = (bars: Bars, truth: number) => about(figureOf(bars(k)), truth, errors)
      return [
        [`low ${k}`, endOf(swings(k)?.low, -slope * HIGHEST_TENTH)],
        [`high ${k}`, endOf(swings(k)?.high, slope * HIGHEST_TENTH)],
        [`swing ${k}`, of(swings, 2 * slope * HIGHEST_TENTH)],
        [`spearman ${k}`, of(ranks, rankCorrelationOfNormals(slope / SPREAD))],
        [`regression ${k}`, of(coefficients, slope / SPREAD)],
        [`alone ${k}`, of(without, slope / ALONE)],
        [`first ${k}`, of(indices, (slope * slope) / (SPREAD * SPREAD))],
        [`delta ${k}`, of(deltas, deltaOfNormals(slope / SPREAD))],
      ]
    }),
  )
}

function bending(design: SamplingId): CoverageGroup {
  const even = design === 'sobol' ? { allowed: CAUTIOUS } : {}
  return {
    name: `What moves Ishigami’s function, ${designs[design].label}`,
    lines: ishigami.first.map((_, k) => ({
      id: String(k),
      label: `First-order index, factor ${k + 1}`,
      ...even,
    })),
    sample(seed) {
      const columns = ishigami.first.map((_, k) =>
        uniformsBy(design, `ishigami ${seed}`, k, TRIALS).map(ishigami.quantile),
      )
      const outcome = columns[0].map((_, i) => ishigami.of(columns.map((one) => one[i])))
      const bars = barsBy(design, columns, outcome, 'firstOrder')
      const errors = errorsBy(design, TRIALS)
      return Object.fromEntries(
        ishigami.first.map((truth, k) => [k, about(figureOf(bars(k)), truth, errors)]),
      )
    },
  }
}

/** The bar of a belief by its place. */
type Bars = (k: number) => DriverBar | undefined

function barsBy(
  design: SamplingId,
  columns: readonly Float64Array[],
  outcome: Float64Array,
  method: GivenMethod,
): Bars {
  const beliefs = columns.map((values, k) => ({ id: String(k), values }))
  const counted = countedOf(TRIALS, replicateOf(design), undefined)
  const { bars } = finished(tornadoOf({ counted, outcome, beliefs, luck: [] }, method))
  return (k) => bars.find(({ id }) => id === String(k))
}

function figureOf(bar: DriverBar | undefined) {
  return bar && { value: bar.size, error: bar.error }
}
