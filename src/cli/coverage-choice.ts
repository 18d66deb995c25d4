import { perfectGain } from '../analyses/information.ts'
import { normalCumulative, normalDensity } from '../engine/normal-curve.ts'
import {
  cubicBasis,
  cubicRankBasis,
  seenGain,
  squareBasis,
} from '../engine/sensitivity/seen-gain.ts'
import { rootNear } from '../engine/sensitivity/thresholds.ts'
import { valueParts } from '../engine/sensitivity/value-parts.ts'
import type { Coverage } from './coverage.ts'
import { isMissed, normals } from './coverage-draws.ts'

const TRIALS = 4000
/** To go is behind to stay by this on average; one belief and another one add to it, and noise of 1. */
const BEHIND = -0.5
const [X, Z] = [1.5, 0.8]

/** The expected gain of a normal lead that is taken where it is above 0. */
function gainOf(spread: number): number {
  const at = BEHIND / spread
  return BEHIND * normalCumulative(at) + spread * normalDensity(at)
}

/** A normal choice to go or to stay (Raiffa and Schlaifer 1961), and where it turns. */
export const choiceMisses: readonly Coverage[] = [
  missesOf('evpi', 'Worth of knowing all, to go or not', ({ ahead }) =>
    isMissed(perfectGain([ahead], 1), gainOf(Math.hypot(X, Z, 1))),
  ),
  missesOf('evppi', 'Worth of knowing one belief', ({ x, ahead }) =>
    isMissed(seenGain(cubicRankBasis(x), [ahead], 1), gainOf(X)),
  ),
  missesOf('evppi-two', 'Worth of knowing two beliefs', ({ x, z, ahead }) =>
    isMissed(seenGain(squareBasis([x, z]), [ahead], 1), gainOf(Math.hypot(X, Z))),
  ),
  missesOf('signpost-gain', 'Gain of a choice after a series is seen', ({ x, ahead }) =>
    isMissed(seenGain(cubicBasis(x, valueParts(x, 20)), [ahead], 1), gainOf(X)),
  ),
  missesOf('signpost-threshold', 'Threshold of a series where the choice turns', ({ x, ahead }) => {
    const parts = valueParts(x, 20)
    const truth = -BEHIND / X
    const edge = parts.edges.findLastIndex((one) => one < truth)
    const found = rootNear(x, ahead, parts, edge, 1)
    return !found || isMissed({ value: found.at, error: found.error }, truth)
  }),
]

interface Sample {
  readonly x: Float64Array
  readonly z: Float64Array
  /** By how much to go is ahead of to stay. */
  readonly ahead: Float64Array
}

function missesOf(id: string, label: string, isOff: (sample: Sample) => boolean): Coverage {
  return {
    id: `choice-${id}`,
    label,
    misses(seed) {
      const [x, z, noise] = ['x', 'z', 'noise'].map((one) =>
        normals(`${id} ${seed} ${one}`, TRIALS),
      )
      return isOff({ x, z, ahead: noise.map((rest, i) => BEHIND + X * x[i] + Z * z[i] + rest) })
    },
  }
}
