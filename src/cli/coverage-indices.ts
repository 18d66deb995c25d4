import { type IndexFigure, jansenIndices, type SobolIndex } from '../engine/sensitivity/jansen.ts'
import type { Coverage } from './coverage.ts'
import { ended, uniforms } from './coverage-draws.ts'

const POINTS = 1024

type Fn = (x: readonly number[]) => number

/** Ishigami and Homma (1990), of inputs from −π to π, with a = 7 and b = 0.1. */
const ishigami: Fn = (u) => {
  const [a, b, c] = u.map((one) => Math.PI * (2 * one - 1))
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)
}
/** Sobol’s G function with a = 0, 1 and 4.5, whose parts of the variance are 1 / 3(1 + a)². */
const weights = [0, 1, 4.5]
const g: Fn = (u) =>
  weights.reduce((all, a, k) => (all * (Math.abs(4 * u[k] - 2) + a)) / (1 + a), 1)
const own = weights.map((a) => 1 / (3 * (1 + a) ** 2))
const all = own.reduce((product, one) => product * (1 + one), 1)
const G_FIRST = own[0] / (all - 1)
const G_TOTAL = (own[1] * all) / (1 + own[1]) / (all - 1)

/** Sobol’ indices with their bootstrap intervals, known exactly. */
export const indexMisses: readonly Coverage[] = [
  missesOf(
    'ishigami-first',
    'First-order index of Ishigami’s function',
    ishigami,
    0,
    'first',
    0.3139,
  ),
  missesOf('ishigami-total', 'Total index of Ishigami’s function', ishigami, 2, 'total', 0.2437),
  missesOf('g-first', 'First-order index of Sobol’s G function', g, 0, 'first', G_FIRST),
  missesOf('g-total', 'Total index of Sobol’s G function', g, 1, 'total', G_TOTAL),
]

function missesOf(
  id: string,
  label: string,
  of: Fn,
  factor: number,
  which: keyof SobolIndex,
  truth: number,
): Coverage {
  return {
    id: `indices-${id}`,
    label,
    misses(seed) {
      const draw = (name: string) =>
        weights.map((_, k) => uniforms(`${id} ${seed} ${name} ${k}`, POINTS))
      const [a, b] = [draw('a'), draw('b')]
      const at = (columns: readonly Float64Array[]) =>
        Float64Array.from({ length: POINTS }, (_, i) => of(columns.map((one) => one[i])))
      const mixed = at(a.map((one, k) => (k === factor ? b[k] : one)))
      const [found] = ended(jansenIndices(at(a), at(b), [mixed]))
      const { low, high }: IndexFigure = found[which]
      return low > truth || high < truth
    },
  }
}
