/** Futures in classes by a column, lowest first; equal values are never in two classes. */
export interface Classes {
  /** By future. */
  readonly of: Uint16Array
  /** How many futures are in each. */
  readonly sizes: readonly number[]
  /** Which are one value that many futures share: nothing lies beside them. */
  readonly shared: readonly boolean[]
}

/**
 * About as many classes of about equal size as are asked for. A value that many futures share is a
 * class of its own.
 *
 * @param order futures, lowest value first
 */
export function classesOf(values: Float64Array, order: Int32Array, most: number): Classes {
  const of = new Uint16Array(values.length)
  const target = values.length / most
  const sizes: number[] = []
  const shared: boolean[] = []
  let end = 0
  for (let from = 0; from < order.length;) {
    const to = runEnd(values, order, from)
    const isOwn = to - from >= target
    if (from >= end || isOwn) {
      sizes.push(0)
      shared.push(isOwn)
      // An even share of what is left, so that no small rest remains.
      const left = order.length - from
      end = isOwn ? to : from + left / Math.max(1, Math.round(left / target)) - 0.5
    }
    const place = sizes.length - 1
    for (let i = from; i < to; i++) of[order[i]] = place
    sizes[place] += to - from
    from = to
  }
  return { of, sizes, shared }
}

/** How many futures are in the lowest and in the highest tenth: whole runs of equal values, never most futures. */
export function tenthsOf(
  values: Float64Array,
  order: Int32Array,
): { readonly low: number; readonly high: number } {
  const count = order.length
  let low = 0
  while (low < count / 10) {
    const to = runEnd(values, order, low)
    if (low > 0 && to > count / 2) break
    low = to
  }
  let high = 0
  while (high < count / 10) {
    const to = count - runStart(values, order, count - high)
    if (high > 0 && to > count / 2) break
    high = to
  }
  return { low, high }
}

/** Where the run of equal values that begins somewhere in an order ends. */
function runEnd(values: Float64Array, order: Int32Array, from: number): number {
  const value = values[order[from]]
  let to = from + 1
  while (to < order.length && values[order[to]] === value) to++
  return to
}

/** Where the run of equal values that ends somewhere in an order begins. */
function runStart(values: Float64Array, order: Int32Array, end: number): number {
  const value = values[order[end - 1]]
  let from = end - 1
  while (from > 0 && values[order[from - 1]] === value) from--
  return from
}
