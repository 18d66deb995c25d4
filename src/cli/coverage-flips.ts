import { choiceFlipsOf } from '../analyses/choice-flips.ts'
import { designs, replicateOf, type SamplingId } from '../engine/sampling/index.ts'
import type { CoverageGroup } from './coverage.ts'
import { CAUTIOUS, finished, normalsBy, type Tried } from './coverage-draws.ts'

const TRIALS = 2048
/** Noise beside what the belief does. */
const NOISE = 3

interface Lead {
  readonly id: string
  readonly label: string
  readonly of: (x: number) => number
  /** Where it is 0, above 0. */
  readonly root: number
}

/** Where the better of two strategies changes with a normal belief, its lead known exactly. */
const leads: readonly Lead[] = [
  { id: 'line', label: 'Lead that falls in a line', of: (x) => 1 - 2 * x, root: 0.5 },
  { id: 'bend', label: 'Lead that bends', of: (x) => 0.8 - 2 * Math.max(0, x - 0.3), root: 0.7 },
  { id: 'bow', label: 'Lead that is a parabola', of: (x) => 1.5 - x * x, root: Math.sqrt(1.5) },
]

export const flipCoverage: readonly CoverageGroup[] = (['random', 'sobol'] as const).map(
  (design) => ({
    name: `Value at which the choice flips, ${designs[design].label}`,
    // Futures about one value are taken as independent.
    lines: leads.map((line) => ({ ...line, ...(design === 'sobol' && { allowed: CAUTIOUS }) })),
    sample: (seed) =>
      Object.fromEntries(leads.map((lead) => [lead.id, flipOf(lead, design, seed)])),
  }),
)

function flipOf({ id, of, root }: Lead, design: SamplingId, seed: number): Tried | null {
  const [x, noise] = [0, 1].map((k) => normalsBy(design, `flip ${id} ${seed}`, k, TRIALS))
  const strategies = [
    { id: 'a', values: x.map((value, i) => of(value) + NOISE * noise[i]) },
    { id: 'b', values: new Float64Array(TRIALS) },
  ]
  const compared = { strategies, replicate: replicateOf(design), mask: null }
  const { flips } = finished(choiceFlipsOf(compared, [{ id, values: x }]))
  const found = flips.find(({ start }) => start !== null && start.value > 0)?.start
  return found ? { low: found.low, high: found.high, truth: root } : null
}
