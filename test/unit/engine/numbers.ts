import { fillNormalQuantiles } from '../../../src/engine/math.ts'
import { fillUniforms, streamKey } from '../../../src/engine/streams.ts'

/** Numbers between 0 and 1 to test with: the same for the same name, whenever asked. */
export function uniforms(name: string, count: number): Float64Array {
  const out = new Float64Array(count)
  fillUniforms(streamKey('numbers to test with', name), 0, out)
  return out
}

/** Standard-normal numbers to test with. */
export function normals(name: string, count: number): Float64Array {
  const out = uniforms(name, count)
  fillNormalQuantiles(out, out, count)
  return out
}

/** The same numbers, each moved to another place. */
export function shuffled<T>(items: readonly T[], name: string): T[] {
  const keys = uniforms(name, items.length)
  return items
    .map((_, i) => i)
    .sort((a, b) => keys[a] - keys[b])
    .map((i) => items[i])
}

/** A copy, lowest first. */
export function ascending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort()
}
