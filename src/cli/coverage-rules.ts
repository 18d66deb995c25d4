import { designs, replicateOf, type SamplingId } from '../engine/sampling/index.ts'
import type { Box, PrimColumn } from '../engine/sensitivity/prim-box.ts'
import { rulesOf } from '../engine/sensitivity/rules.ts'
import type { CoverageGroup } from './coverage.ts'
import { about, CAUTIOUS, finished, NORMAL, type Tried, uniformsBy } from './coverage-draws.ts'

const TRIALS = 2048
const COLUMNS = 4
/** Where futures are good: x0 from 0.6, and x1 up to 0.5; good inside, and outside, with a chance. */
const planted: Box = [
  { id: 'x0', low: 0.6, high: null },
  { id: 'x1', low: null, high: 0.5 },
]
const [INSIDE, OUTSIDE] = [0.9, 0.05]

/** What the rule told first is said to hold, against the exact measure of the limits it was found with. */
export const ruleCoverage: readonly CoverageGroup[] = (Object.keys(designs) as SamplingId[]).map(
  (design) => ({
    name: `Rule for a planted box, ${designs[design].label}`,
    lines: [
      { id: 'support', label: 'Support: how likely it is to hold' },
      { id: 'density', label: 'Density: good where it holds' },
      { id: 'coverage', label: 'Coverage: it holds where good' },
      // The half of the futures that a rule is measured in is taken as independent in a Sobol run.
    ].map((line) => ({ ...line, ...(design === 'sobol' && { allowed: CAUTIOUS }) })),
    sample: (seed) => sampleOf(design, seed),
  }),
)

function sampleOf(design: SamplingId, seed: number): Record<string, Tried | null> {
  const columns = Array.from({ length: COLUMNS }, (_, k): PrimColumn => ({
    id: `x${k}`,
    kind: 'number',
    values: uniformsBy(design, `rules ${seed}`, k, TRIALS),
  }))
  const luck = uniformsBy(design, `rules ${seed}`, COLUMNS, TRIALS)
  const [x0, x1] = columns.map(({ values }) => values)
  const good = Uint8Array.from(luck, (u, i) =>
    u < (x0[i] >= 0.6 && x1[i] <= 0.5 ? INSIDE : OUTSIDE) ? 1 : 0,
  )
  const { curve, picked } = finished(rulesOf({ columns, good, replicate: replicateOf(design) }))
  const rule = curve[picked]
  if (!rule) return {}
  const { support, density, coverage } = exactly(rule.box)
  return {
    support: about(rule.support, support, NORMAL),
    density: about(rule.density, density, NORMAL),
    coverage: about(rule.coverage, coverage, NORMAL),
  }
}

/** What limits of columns that are even from 0 to 1 hold. */
function exactly(box: Box): { support: number; density: number; coverage: number } {
  const support = volumeOf(box)
  const goodIn = (volume: number, inside: number) => INSIDE * inside + OUTSIDE * (volume - inside)
  const good = goodIn(support, volumeOf([...box, ...planted]))
  return {
    support,
    density: good / support,
    coverage: good / goodIn(1, volumeOf(planted)),
  }
}

/** The chance that all of some limits hold, of which several may be of one column. */
function volumeOf(limits: Box): number {
  const ids = [...new Set(limits.map(({ id }) => id))]
  return ids.reduce((volume, id) => {
    const own = limits.filter((one) => one.id === id)
    const low = Math.max(0, ...own.map((one) => one.low ?? 0))
    const high = Math.min(1, ...own.map((one) => one.high ?? 1))
    return volume * Math.max(0, high - low)
  }, 1)
}
