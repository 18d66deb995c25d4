import { fillNormalQuantiles } from '../engine/math.ts'
import { fillUniforms, streamKey } from '../engine/streams.ts'

// Draws and steps that samples of intervals are made of.

/** So many uniform numbers, the same for the same name. */
export function uniforms(name: string, count: number): Float64Array {
  const out = new Float64Array(count)
  fillUniforms(streamKey('coverage of intervals', name), 0, out)
  return out
}

/** So many standard normal numbers, the same for the same name. */
export function normals(name: string, count: number): Float64Array {
  const out = uniforms(name, count)
  fillNormalQuantiles(out, out, count)
  return out
}

/** What steps come to in the end. */
export function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Whether a 95% interval about a figure misses the truth; one without an error does. */
export function isMissed(
  { value, error }: { readonly value: number; readonly error: number | null },
  truth: number,
): boolean {
  return error === null || Math.abs(value - truth) > 1.96 * error
}
