/** Trials cut by an input's value into slices of about the same size, lowest first. */
export interface Slices {
  /** Trials that count, by value: each slice is a stretch of it. */
  readonly order: Int32Array
  /** Where each begins in `order`, and where the last one ends. */
  readonly starts: Int32Array
  /** Mean value, and the lowest and highest, of each. */
  readonly middle: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly count: Float64Array
}

/**
 * Cuts trials by value. Equal values are never in two slices; of up to `most` different values each
 * has one of its own, however rare.
 *
 * @param values by trial
 * @param order trials that count, lowest value first, at least one
 * @param most slices, at least one
 */
export function slicesOf(values: Float64Array, order: Int32Array, most: number): Slices {
  const starts = Int32Array.from([...startsOf(values, order, most), order.length])
  const slices = starts.length - 1
  const count = Float64Array.from({ length: slices }, (_, at) => starts[at + 1] - starts[at])
  const middle = new Float64Array(slices)
  for (let at = 0; at < slices; at++) {
    const size = count[at]
    let sum = 0
    for (let i = starts[at]; i < starts[at + 1]; i++) sum += values[order[i]] / size
    middle[at] = sum
  }
  return {
    order,
    starts,
    middle,
    low: count.map((_, at) => values[order[starts[at]]]),
    high: count.map((_, at) => values[order[starts[at + 1] - 1]]),
    count,
  }
}

function startsOf(values: Float64Array, order: Int32Array, most: number): number[] {
  let distinct = 1
  for (let i = 1; i < order.length && distinct <= most; i++) {
    if (values[order[i]] !== values[order[i - 1]]) distinct++
  }
  const areFew = distinct <= most
  const starts = [0]
  for (let i = 1; i < order.length; i++) {
    const isFull = areFew || i >= (starts.length * order.length) / most
    if (isFull && values[order[i]] !== values[order[i - 1]]) starts.push(i)
  }
  return starts
}

/** What a column comes to in each slice. */
export interface SliceMeans {
  readonly mean: Float64Array
  /** Variance of each mean, of independent trials. */
  readonly variance: Float64Array
}

/** Fewer trials than this say too little of their own spread; that of all is taken. */
const FEWEST = 5

/**
 * Columns by slice.
 *
 * @param table so many numbers a trial, one after the other
 */
export function meansIn(slices: Slices, table: Float64Array, width: number): SliceMeans[] {
  const { order, starts, count } = slices
  const sums = new Float64Array(count.length * width)
  const squares = new Float64Array(count.length * width)
  for (let at = 0; at < count.length; at++) {
    const base = at * width
    for (let i = starts[at]; i < starts[at + 1]; i++) {
      const place = order[i] * width
      for (let k = 0; k < width; k++) {
        const value = table[place + k]
        sums[base + k] += value
        squares[base + k] += value * value
      }
    }
  }
  return Array.from({ length: width }, (_, k) => meansOf(slices, sums, squares, width, k))
}

function meansOf(
  { order, count }: Slices,
  sums: Float64Array,
  squares: Float64Array,
  width: number,
  k: number,
): SliceMeans {
  const mean = count.map((size, at) => sums[at * width + k] / size)
  const off = mean.map((one, at) =>
    Math.max(0, squares[at * width + k] - one * sums[at * width + k]),
  )
  const within = off.reduce((sum, one) => sum + one, 0) / order.length
  const variance = off.map((square, at) =>
    count[at] < FEWEST ? within / count[at] : square / (count[at] - 1) / count[at],
  )
  return { mean, variance }
}
