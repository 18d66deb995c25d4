/** Trial numbers in the order of their values, lowest first; equal values in the order of trials. */
export function ranking(values: Float64Array): Int32Array {
  const order = Int32Array.from(values, (_, trial) => trial)
  return order.sort((a, b) => values[a] - values[b] || a - b)
}
