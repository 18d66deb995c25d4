import type { Signposts } from '../analyses/signpost-facts.ts'
import { signposts } from '../analyses/signposts.ts'
import { normalCumulative } from '../engine/normal-curve.ts'
import { DrawCache, inputColumn } from '../engine/sampling/draw.ts'
import { designs, replicateOf, type SamplingId } from '../engine/sampling/index.ts'
import type { CoverageGroup } from './coverage.ts'
import { about, errorsBy, finished, type Tried } from './coverage-draws.ts'
import {
  aheadAbove,
  knownOfSign,
  LEAD,
  signModel,
  signPlan,
  signsWanted,
  SLOPE,
  spreadOfSign,
} from './coverage-sign-model.ts'

const TRIALS = 2048
/** The quarter of which what is seen is tried, and the last. */
const [SOON, LAST] = [2, 4]
const model = signModel()

/** A market that shows a normal state and noise, seen before going or staying. */
export const signpostCoverage: readonly CoverageGroup[] = (
  Object.keys(designs) as SamplingId[]
).map((design) => ({
  name: `Signposts of a normal state, ${designs[design].label}`,
  lines: [
    { id: 'threshold', label: 'Threshold at which the choice flips' },
    { id: 'chance', label: 'Chance to be above it' },
    { id: 'ahead', label: 'Lead above it' },
    { id: 'share', label: 'Share of variance told, one series' },
    { id: 'gain', label: 'Worth of seeing it first, one series' },
    { id: 'together', label: 'Share of variance told, all series' },
    { id: 'waiting', label: 'Worth of seeing them first, all series' },
  ],
  sample: (seed) => triedOf(answerOf(design, seed), errorsBy(design, TRIALS)),
}))

function answerOf(design: SamplingId, seed: number): Signposts {
  const plan = signPlan(model, { seed: `coverage ${seed}`, trials: TRIALS, sampling: design })
  const inputs = new Map(model.assumptions.map(({ id }) => [id, inputColumn(model, plan, 0, id)]))
  const none = new Float64Array(TRIALS)
  const column = (id: string) => inputs.get(id) ?? none
  const [x, luck, rest] = ['x', 'luck', 'rest'].map(column)
  const going = luck.map((one, i) => one + LEAD + SLOPE * x[i] + rest[i])
  return finished(
    signposts.steps(signsWanted({ quarters: LAST }), {
      model,
      replicate: replicateOf(design),
      inputs,
      // What is explained, which is of going, comes first.
      cases: [going, luck].map((worth) => ({
        trials: TRIALS,
        outcome: () => worth,
        input: column,
      })),
      rerun: { model, plan, cache: new DrawCache() },
    }),
  )
}

function triedOf(
  { signposts: found, seen, together }: Signposts,
  errors: number,
): Record<string, Tried | null> {
  const first = found.find(({ flips, series }) => flips && series === 'sign')
  const cell = seen.find(({ series, t }) => series === 'sign' && t === SOON)
  const last = together.find(({ t }) => t === LAST)
  const [soon, late] = [SOON, LAST].map(knownOfSign)
  return {
    ...(first && ofFirst(first, errors)),
    share: about(cell?.share, soon.share, errors),
    gain: about(cell?.gain, soon.gain, errors),
    // Beside the sign there is noise alone: together they tell what the sign does.
    together: about(last?.share, late.share, errors),
    waiting: about(last?.gain, late.gain, errors),
  }
}

/** Chance and lead are those of the threshold as it is told. */
function ofFirst(
  { t, threshold, error, sides }: Signposts['signposts'][number],
  errors: number,
): Record<string, Tried | null> {
  const at = threshold / spreadOfSign(t)
  return {
    threshold: about({ value: threshold, error }, knownOfSign(t).at, errors),
    chance: about(sides.above.chance, normalCumulative(-at), errors),
    ahead: about(sides.above.ahead, aheadAbove(t, at), errors),
  }
}
