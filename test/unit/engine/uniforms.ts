/** Numbers between 0 and 1 that look like chance, the same every time. */
export function uniforms(count: number, seed: number): Float64Array {
  let state = Math.imul(seed + 1, 2654435761) >>> 0
  return Float64Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 + 2 ** -33
  })
}
