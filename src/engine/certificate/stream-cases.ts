import { meanOf, varianceOf } from '../statistics/moments.ts'
import { atMost, type CertificateRow } from './row.ts'
import type { Tools } from './tools.ts'
import { cellCounts, kolmogorov, pairCounts, tripleCounts, unevenness } from './uniformity.ts'

const SEED = 'certificate'
/** Chance alone passes 4 standard deviations once in 16,000 looks; the seed is fixed. */
const BOUND = 4
/** The distance √n·D that chance alone passes once in 10,000 looks. */
const KOLMOGOROV_BOUND = 2.23

/** Uniformity of the streams, in one dimension and more, within a stream and across. */
export function* streamCases(tools: Tools): Generator<void, CertificateRow[]> {
  const common = { group: 'Uniformity of the streams' } as const
  const row = (id: string, label: string, figure: number) =>
    atMost({
      ...common,
      id: `stream-${id}`,
      label,
      measure: 'deviations',
      bound: BOUND,
      figure: Math.abs(figure),
    })
  const long = yield* numbers(tools, 'long', 64, 16_384, 4)
  const few = long.slice(0, 131_072)
  const rows: CertificateRow[] = []
  // Each is some milliseconds of work.
  const looks: readonly (() => CertificateRow)[] = [
    () =>
      row(
        'cells',
        '1,048,576 numbers in 1,024 cells, chi-square',
        unevenness(cellCounts(long, 1024)),
      ),
    () => row('low-bits', 'Their lowest 8 of 32 bits, chi-square', unevenness(lowBits(long))),
    () =>
      row('pairs', 'Pairs in a row in 64 × 64 cells, chi-square', unevenness(pairCounts(long, 64))),
    () =>
      row(
        'triples',
        'Triples in a row in 16³ cells, chi-square',
        unevenness(tripleCounts(long, 16)),
      ),
    () =>
      atMost({
        ...common,
        id: 'stream-kolmogorov',
        label: '131,072 numbers, Kolmogorov and Smirnov',
        measure: 'distance',
        bound: KOLMOGOROV_BOUND,
        figure: kolmogorov(few),
      }),
  ]
  for (const look of looks) {
    rows.push(look())
    yield
  }
  const firsts = yield* firstOfEach(tools)
  rows.push(
    row('ids', 'First number of 8,192 streams in 256 cells', unevenness(cellCounts(firsts, 256))),
    row('neighbours', 'Streams of neighbouring ids, pairs', unevenness(pairCounts(firsts, 16))),
  )
  const blocks = yield* numbers(tools, 'blocks', 65_536, 1, 4096)
  rows.push(
    row(
      'blocks',
      'First number of 65,536 blocks in 256 cells',
      unevenness(cellCounts(blocks, 256)),
    ),
    row('next-block', 'Blocks that follow each other, pairs', unevenness(pairCounts(blocks, 64))),
  )
  for (let at = 0; at < long.length; at += 65_536) {
    const part = long.subarray(at, at + 65_536)
    tools.fillNormalQuantiles(part, part, part.length)
    yield
  }
  const mean = meanOf(long)
  yield
  const variance = varianceOf(long, mean)
  rows.push(
    row('normal-mean', 'Mean of 1,048,576 normal scores', mean * Math.sqrt(long.length)),
    row(
      'normal-spread',
      'Variance of 1,048,576 normal scores',
      (variance - 1) * Math.sqrt(long.length / 2),
    ),
  )
  return rows
}

/** The first numbers of each of the first blocks of a stream, so many blocks a step. */
function* numbers(
  tools: Tools,
  id: string,
  blocks: number,
  perBlock: number,
  perStep: number,
): Generator<void, Float64Array> {
  const key = tools.streamKey(SEED, id)
  const out = new Float64Array(blocks * perBlock)
  for (let block = 0; block < blocks; block++) {
    tools.fillUniforms(key, block, out.subarray(block * perBlock, (block + 1) * perBlock))
    if (block % perStep === perStep - 1) yield
  }
  return out
}

function* firstOfEach(tools: Tools): Generator<void, Float64Array> {
  const out = new Float64Array(8192)
  for (let i = 0; i < out.length; i++) {
    tools.fillUniforms(tools.streamKey(SEED, `input${i}`), 0, out.subarray(i, i + 1))
    if (i % 512 === 511) yield
  }
  return out
}

function lowBits(uniforms: Float64Array): Float64Array {
  const counts = new Float64Array(256)
  for (let i = 0; i < uniforms.length; i++) counts[Math.floor(uniforms[i] * 4294967296) % 256]++
  return counts
}
