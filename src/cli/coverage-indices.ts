import { jansenIndices } from '../engine/sensitivity/jansen.ts'
import { type VariancePart, varianceSplit } from '../engine/sensitivity/variance-split.ts'
import type { CoverageGroup } from './coverage.ts'
import { finished, NORMAL, type Tried, uniformsBy } from './coverage-draws.ts'
import { ishigami, type KnownFunction, sobolG } from './coverage-known.ts'

/** What the page asks for first. */
const POINTS = 1024

/** Sobol’ indices by runs: both matrices are random whatever the design of the run. */
export const indexCoverage: readonly CoverageGroup[] = [
  groupOf('Ishigami’s function', ishigami),
  groupOf('Sobol’s G function', sobolG),
]

function groupOf(name: string, known: KnownFunction): CoverageGroup {
  return {
    name: `Indices by futures of their own: ${name}`,
    lines: [
      ...known.first.flatMap((_, k) => [
        { id: `first ${k}`, label: `First-order index, factor ${k + 1}` },
        { id: `total ${k}`, label: `Total index, factor ${k + 1}` },
      ]),
      { id: 'oneByOne', label: 'All but the last, one by one' },
      { id: 'together', label: 'All but the last, only together' },
      { id: 'both', label: 'Only the last together with others' },
    ],
    sample: (seed) => sampleOf(known, `${name} ${seed}`),
  }
}

function sampleOf(known: KnownFunction, name: string): Record<string, Tried> {
  const { of, quantile, first, total } = known
  const [a, b] = ['a', 'b'].map((matrix) =>
    first.map((_, k) => uniformsBy('random', `${name} ${matrix}`, k, POINTS).map(quantile)),
  )
  const at = (columns: readonly Float64Array[]) =>
    Float64Array.from({ length: POINTS }, (_, i) => of(columns.map((one) => one[i])))
  const mixed = first.map((_, k) => at(a.map((one, other) => (other === k ? b[k] : one))))
  const found = finished(jansenIndices(at(a), at(b), mixed))
  const last = first.length - 1
  const samples = found.map((one) => one.samples)
  const split = varianceSplit(samples.slice(0, last), samples[last])
  const oneByOne = first.slice(0, last).reduce((sum, one) => sum + one, 0)
  return {
    ...Object.fromEntries(
      found.flatMap((one, k) => [
        [`first ${k}`, { ...one.first, truth: first[k] }],
        [`total ${k}`, { ...one.total, truth: total[k] }],
      ]),
    ),
    oneByOne: triedBy(split.oneByOne, oneByOne),
    together: triedBy(split.together, 1 - total[last] - oneByOne),
    both: triedBy(split.both, total[last] - first[last]),
  }
}

function triedBy({ value, error }: VariancePart, truth: number): Tried {
  return { low: value - NORMAL * error, high: value + NORMAL * error, truth }
}
