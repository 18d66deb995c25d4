import { information } from '../analyses/information.ts'
import { wideModel } from '../engine/certificate/wide-plan.ts'
import { designs, replicateOf, type SamplingId } from '../engine/sampling/index.ts'
import { ALL } from '../engine/selection.ts'
import type { CoverageGroup } from './coverage.ts'
import { about, errorsBy, finished, normalsBy, type Tried } from './coverage-draws.ts'
import { gainOfSeeing } from './coverage-known.ts'

const TRIALS = 2048
/** Going is worth this, and so much for each of two standard normal beliefs and for luck. */
const MEAN = -1
const SLOPES = [2, 1] as const
const LUCK = 1
/** Of going given nothing, the first belief, both, and everything. */
const [ONE, BOTH, EVERYTHING] = [2, Math.sqrt(5), Math.sqrt(6)].map((spread) =>
  gainOfSeeing(MEAN, spread),
)

/** What it is worth to know before going or staying. */
export const informationCoverage: readonly CoverageGroup[] = (
  Object.keys(designs) as SamplingId[]
).map((design) => ({
  name: `Worth knowing before going or staying, ${designs[design].label}`,
  lines: [
    { id: 'one', label: 'One belief (EVPPI)' },
    { id: 'both', label: 'Two beliefs together (EVPPI)' },
    { id: 'everything', label: 'Everything (EVPI)' },
  ],
  sample: (seed) => sampleOf(design, seed),
}))

function sampleOf(design: SamplingId, seed: number): Record<string, Tried | null> {
  const [first, second, luck] = [0, 1, 2].map((k) =>
    normalsBy(design, `information ${seed}`, k, TRIALS),
  )
  const worth = [
    new Float64Array(TRIALS),
    luck.map((one, i) => MEAN + SLOPES[0] * first[i] + SLOPES[1] * second[i] + LUCK * one),
  ]
  const choices = worth.map((_, at) => ({ strategy: String(at), scenario: 'base' }))
  const inputs = new Map([
    ['first', first],
    ['second', second],
  ])
  const asked = {
    subject: { a: choices[0], b: null, outcome: 'worth', selection: ALL },
    choices,
    sign: 1 as const,
    negligible: 0,
    follow: null,
    inputs: ['first'],
    groups: [{ id: 'both', members: [...inputs.keys()] }],
  }
  const none = new Float64Array(0)
  const { bars, groups, perfect } = finished(
    information.steps(asked, {
      model: wideModel,
      replicate: replicateOf(design),
      inputs,
      cases: worth.map((values) => ({
        trials: TRIALS,
        outcome: () => values,
        input: (id) => inputs.get(id) ?? none,
      })),
      rerun: null,
    }),
  )
  const errors = errorsBy(design, TRIALS)
  return {
    one: about(bars[0], ONE, errors),
    both: about(groups[0], BOTH, errors),
    everything: about(perfect, EVERYTHING, errors),
  }
}
