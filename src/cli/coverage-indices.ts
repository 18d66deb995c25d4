import { jansenIndices } from '../engine/sensitivity/jansen.ts'
import type { CoverageGroup } from './coverage.ts'
import { finished, type Tried, uniformsBy } from './coverage-draws.ts'
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
    lines: known.first.flatMap((_, k) => [
      { id: `first ${k}`, label: `First-order index, factor ${k + 1}` },
      { id: `total ${k}`, label: `Total index, factor ${k + 1}` },
      { id: `joint ${k}`, label: `Only with others, factor ${k + 1}` },
    ]),
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
  return Object.fromEntries(
    found.flatMap((one, k) => [
      [`first ${k}`, { ...one.first, truth: first[k] }],
      [`total ${k}`, { ...one.total, truth: total[k] }],
      [`joint ${k}`, { ...one.joint, truth: total[k] - first[k] }],
    ]),
  )
}
