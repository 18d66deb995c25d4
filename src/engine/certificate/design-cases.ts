import { BLOCK } from '../plan.ts'
import { designs } from '../sampling/index.ts'
import { sobolDimensions } from '../sampling/sobol.ts'
import type { References } from './references.ts'
import { atMost, type CertificateRow } from './row.ts'
import type { Tools } from './tools.ts'
import { cellCounts, unevenness } from './uniformity.ts'

const SEED = 'certificate'
const SCRAMBLES = 8
const GROUP = 64
/** Points of each scramble looked at: a power of 2. */
const POINTS = 256

/** Sobol's points as published, and what each design promises of its strata. */
export function* designCases(
  { sobol }: References,
  tools: Tools,
): Generator<void, CertificateRow[]> {
  const common = { group: 'Sampling designs', measure: 'count', bound: 0 } as const
  const points = sobol.points.flatMap((own, dimension) =>
    own.map((point, i) => tools.sobolPoint(dimension, sobol.indices[i]) === point),
  )
  const rows = [
    atMost({
      ...common,
      id: 'sobol-points',
      label: `Sobol points as published, ${sobol.points.length} dimensions`,
      figure: points.filter((same) => !same).length,
    }),
  ]
  yield
  rows.push(
    atMost({
      ...common,
      id: 'sobol-strata',
      label: `Scrambled: each ${POINTS}th part met once, ${sobolDimensions} dimensions`,
      figure: yield* emptySobolCells(tools),
    }),
  )
  const hypercube = yield* scoresOf('latinHypercube', 'strata', 128, tools)
  rows.push(
    atMost({
      ...common,
      id: 'hypercube-strata',
      label: `Latin hypercube: each ${GROUP}th part met once`,
      figure: emptyGroups(hypercube),
    }),
    atMost({
      ...common,
      measure: 'deviations',
      bound: 4,
      id: 'hypercube-within',
      label: 'Latin hypercube: places within a part, chi-square',
      figure: Math.abs(unevenness(cellCounts(hypercube.map(within), 256))),
    }),
    atMost({
      ...common,
      measure: 'deviations',
      bound: 4,
      id: 'sobol-uniform',
      label: `${designs.sobol.label}: a point over 2,000 scrambles, chi-square`,
      figure: Math.abs(unevenness(yield* scrambledPoint(tools))),
    }),
  )
  return rows
}

function* scoresOf(
  design: 'latinHypercube' | 'sobol',
  id: string,
  blocks: number,
  tools: Tools,
): Generator<void, Float64Array> {
  const key = tools.streamKey(SEED, id)
  const out = new Float64Array(blocks * BLOCK)
  for (let block = 0; block < blocks; block++) {
    tools.fillScores(design, key, 0, block, out.subarray(block * BLOCK, (block + 1) * BLOCK))
  }
  yield
  return out
}

/** Cells of the first points of every scramble that none of them lies in. */
function* emptySobolCells(tools: Tools): Generator<void, number> {
  const scores = new Float64Array(BLOCK)
  let empty = 0
  for (let dimension = 0; dimension < sobolDimensions; dimension++) {
    const key = tools.streamKey(SEED, `dimension ${dimension}`)
    const met = new Set<number>()
    for (let block = 0; block * BLOCK < POINTS * SCRAMBLES; block++) {
      tools.fillScores('sobol', key, dimension, block, scores)
      scores.forEach((u, i) => met.add((i % SCRAMBLES) * POINTS + Math.floor(u * POINTS)))
    }
    empty += POINTS * SCRAMBLES - met.size
    yield
  }
  return empty
}

/** Parts that a group of a Latin hypercube missed. */
function emptyGroups(scores: Float64Array): number {
  let empty = 0
  for (let at = 0; at < scores.length; at += GROUP) {
    const group = scores.subarray(at, at + GROUP)
    empty += GROUP - new Set(Array.from(group, (u) => Math.floor(u * GROUP))).size
  }
  return empty
}

function within(u: number): number {
  return u * GROUP - Math.floor(u * GROUP)
}

/** Where the first point of each scramble falls, over many streams. */
function* scrambledPoint(tools: Tools): Generator<void, Float64Array> {
  const out = new Float64Array(BLOCK)
  const counts = new Float64Array(64)
  for (let stream = 0; stream < 250; stream++) {
    tools.fillScores('sobol', tools.streamKey(SEED, `scramble ${stream}`), 4, 0, out)
    for (let s = 0; s < SCRAMBLES; s++) counts[Math.floor(out[s] * 64)]++
    if (stream % 50 === 49) yield
  }
  return counts
}
