import { engineTools, type Tools } from '../../../src/engine/certificate/index.ts'
import { designs } from '../../../src/engine/sampling/index.ts'
import { unit } from '../../../src/engine/streams.ts'
import { changed, type Fault } from './certificate-parts.ts'

/** Streams with something done to each filling of them. */
const streams = (change: (u: number, i: number, out: Float64Array) => number): Partial<Tools> => ({
  fillUniforms(key, block, out, count) {
    engineTools.fillUniforms(key, block, out, count)
    changed(out, (u, i) => change(u, i, out))
  },
})
const designIds = Object.keys(designs)

/** Faults in what is drawn. */
export const chanceFaults: readonly Fault[] = [
  [
    'a nearest correlation matrix by shrinking',
    'correlations',
    {
      nearestCorrelation: (matrix) =>
        matrix.map((row, i) => row.map((x, j) => (i === j ? 1 : x * 0.7))),
    },
    ['nearest-three', 'nearest-four', 'nearest-five'],
  ],
  [
    'correlations that are ignored',
    'correlations',
    {
      inputColumn: (model, plan, scenario, id) =>
        engineTools.inputColumn(model, { ...plan, correlations: [] }, scenario, id),
    },
    designIds.map((design) => `correlated-${design}`),
  ],
  [
    'two inputs that share a stream',
    'correlations',
    {
      inputColumn: (model, plan, scenario, id) =>
        engineTools.inputColumn(model, plan, scenario, id === 'input30' ? 'input31' : id),
    },
    designIds.map((design) => `unrelated-${design}`),
  ],
  [
    'two dimensions exchanged',
    'designs',
    { sobolPoint: (d, i) => engineTools.sobolPoint(d === 100 ? 101 : d, i) },
    ['sobol-points'],
  ],
  [
    'designs that draw at random',
    'designs',
    {
      fillScores: (_design, key, dimension, block, out) =>
        engineTools.fillScores('random', key, dimension, block, out),
    },
    ['sobol-strata', 'hypercube-strata'],
  ],
  [
    'a Latin hypercube of middles',
    'designs',
    {
      fillScores(design, key, dimension, block, out) {
        engineTools.fillScores(design, key, dimension, block, out)
        if (design === 'latinHypercube') changed(out, (u) => (Math.floor(u * 64) + 0.5) / 64)
      },
    },
    ['hypercube-within'],
  ],
  [
    'an unscrambled sequence',
    'designs',
    {
      fillScores(design, key, dimension, block, out) {
        engineTools.fillScores(design, key, dimension, block, out)
        if (design === 'sobol') {
          const point = (i: number) => engineTools.sobolPoint(dimension, block * 32 + (i >> 3))
          changed(out, (_, i) => unit(point(i) ^ -2147483648))
        }
      },
    },
    ['sobol-uniform'],
  ],
  [
    'numbers that are too small',
    'streams',
    streams((u) => u * (1 - 0.05 * (1 - u))),
    ['stream-cells', 'stream-pairs', 'stream-triples', 'stream-kolmogorov', 'stream-normal-mean'],
  ],
  [
    'numbers that are too even',
    'streams',
    streams((u, i, { length }) => (length < 2 ? u : (i + 0.5) / length)),
    ['stream-cells', 'stream-low-bits', 'stream-pairs', 'stream-triples'],
  ],
  [
    'low bits that stand still',
    'streams',
    streams((u) => Math.floor(u * 65536) / 65536 + 1e-6),
    ['stream-low-bits'],
  ],
  [
    'RANDU: each number follows from the two before it, and pairs look well',
    'streams',
    {
      fillUniforms(key, block, out, count) {
        engineTools.fillUniforms(key, block, out, count)
        let state = Math.floor(out[0] * 1073741824) * 2 + 1
        changed(out, (u, i) => {
          if (i > 0) state = (65539 * state) % 2147483648
          return i > 0 ? state / 2147483648 : u
        })
      },
    },
    ['stream-low-bits', 'stream-triples'],
  ],
  [
    'blocks that start alike',
    'streams',
    {
      fillUniforms: (key, block, out, count) =>
        engineTools.fillUniforms(key, out.length === 1 ? block >> 4 : block, out, count),
    },
    ['stream-blocks', 'stream-next-block'],
  ],
  [
    'ids that are forgotten',
    'streams',
    { streamKey: (seed) => engineTools.streamKey(seed, '') },
    ['stream-ids', 'stream-neighbours'],
  ],
  [
    'normal scores that spread too far',
    'streams',
    {
      fillNormalQuantiles(p, out, count) {
        engineTools.fillNormalQuantiles(p, out, count)
        changed(out, (z) => z * 1.005)
      },
    },
    ['stream-normal-spread'],
  ],
]
