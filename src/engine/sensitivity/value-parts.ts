/** Values from which the bounds of parts are taken. */
const SAMPLE = 2048
/** What does not count is in no part. */
export const NOWHERE = 255

/** Trials in parts of about equal size by a value, lowest first; equal values are never in two. */
export interface ValueParts {
  /** The highest value of every part but the last. */
  readonly edges: Float64Array
  /** By trial: its part, or `NOWHERE`. */
  readonly of: Uint8Array
  /** Trials in each part. */
  readonly count: Float64Array
}

/**
 * Puts trials into parts by a value. Bounds are quantiles of evenly spaced trials, so that many
 * columns can be looked at within a second; who is in a part is exact.
 *
 * @param wanted how many parts, below 255; there are fewer where values are few
 * @param mask 1 where a trial counts; all do without it
 */
export function valueParts(values: Float64Array, wanted: number, mask?: Uint8Array): ValueParts {
  const edges = edgesOf(values, wanted, mask)
  const of = new Uint8Array(values.length)
  const count = new Float64Array(edges.length + 1)
  for (let i = 0; i < values.length; i++) {
    if (mask && mask[i] !== 1) {
      of[i] = NOWHERE
      continue
    }
    of[i] = partOf(edges, values[i])
    count[of[i]]++
  }
  return { edges, of, count }
}

/** The part a value is in. */
export function partOf(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > edges[middle]) low = middle + 1
    else high = middle
  }
  return low
}

function edgesOf(values: Float64Array, wanted: number, mask?: Uint8Array): Float64Array {
  const sample = sampleOf(values, mask)
  const size = sample.length
  const edges: number[] = []
  for (let part = 1; part < wanted; part++) {
    const edge = sample[Math.floor((part * size) / wanted) - 1]
    const isNew = edges.length === 0 || edge > edges[edges.length - 1]
    if (edge < sample[size - 1] && isNew) edges.push(edge)
  }
  return Float64Array.from(edges)
}

interface Sample {
  readonly mask: Uint8Array | undefined
  readonly sorted: Float64Array
}

const samples = new WeakMap<Float64Array, Sample>()

/** Evenly spaced trials that count, lowest first; the last one of a column is remembered. */
function sampleOf(values: Float64Array, mask: Uint8Array | undefined): Float64Array {
  const known = samples.get(values)
  if (known && known.mask === mask) return known.sorted
  const counted = mask ? values.filter((_, trial) => mask[trial] === 1) : values
  const size = Math.min(SAMPLE, counted.length)
  const sorted = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    sorted[i] = counted[Math.floor(((i + 0.5) * counted.length) / size)]
  }
  sorted.sort()
  samples.set(values, { mask, sorted })
  return sorted
}
