import { jansenIndices, type SampledIndex } from '../../../src/engine/sensitivity/jansen.ts'
import { uniforms } from './uniforms.ts'

export type Fn = (x: readonly number[]) => number

/**
 * Indices of a function of independent inputs, each as a quantile function has it.
 *
 * @param factors places of the inputs that are drawn anew together; each one alone without them
 */
export function indicesOf(
  of: Fn,
  inverses: readonly ((u: number) => number)[],
  { points = 8192, seed = 0, factors = inverses.map((_, k) => [k]) } = {},
): SampledIndex[] {
  const draw = (from: number) =>
    inverses.map((inverse, k) => uniforms(points, 1000 * seed + from + k).map(inverse))
  const [a, b] = [draw(0), draw(500)]
  const at = (columns: readonly Float64Array[]) =>
    Float64Array.from({ length: points }, (_, i) => of(columns.map((one) => one[i])))
  const mixed = factors.map((own) => at(a.map((one, k) => (own.includes(k) ? b[k] : one))))
  const steps = jansenIndices(at(a), at(b), mixed)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
