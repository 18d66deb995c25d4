import type { StreamKey } from '../streams.ts'
import type { FillScores } from './design.ts'
import type { SamplingId } from './index.ts'
import { latinHypercube } from './latin-hypercube.ts'
import { random } from './random.ts'
import { sobol } from './sobol.ts'

const fillers: Readonly<Record<SamplingId, FillScores>> = { random, latinHypercube, sobol }

/** Fills `out` with the uniform scores of one assumption in one block; see `FillScores`. */
export function fillScores(
  design: SamplingId,
  key: StreamKey,
  dimension: number,
  block: number,
  out: Float64Array,
): void {
  fillers[design](key, dimension, block, out)
}
