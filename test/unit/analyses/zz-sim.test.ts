import { it } from 'vitest'
import { choiceFlipsOf } from '../../../src/analyses/choice-flips.ts'
import { normals } from '../engine/numbers.ts'
function ended<T>(steps: Generator<void, T>): T {
  for (;;) {
    const s = steps.next()
    if (s.done) return s.value
  }
}
const N = Number(process.env.N ?? 4000),
  SEEDS = Number(process.env.S ?? 200)
const forms: Record<
  string,
  { f: (x: number) => number; side: string; roots: number[]; x?: (z: number) => number }
> = {
  linear: { f: (x) => 1 - 2 * x, side: 'above', roots: [0.5] },
  linearFar: { f: (x) => 2 * (x + 1), side: 'below', roots: [-1] },
  quad: { f: (x) => 1.5 - x * x, side: 'above', roots: [Math.sqrt(1.5)] },
  exp: { f: (x) => 2.2 - Math.exp(x), side: 'above', roots: [Math.log(2.2)] },
  kink: { f: (x) => 0.8 - 2 * Math.max(0, x - 0.3), side: 'above', roots: [0.7] },
  lognormal: { f: (x) => 2 - x, side: 'above', roots: [2], x: (z) => Math.exp(z) },
}
it('sim', { timeout: 600000 }, () => {
  for (const noise of [1, 4])
    for (const [name, { f, side, roots, x: of }] of Object.entries(forms)) {
      let cov = 0,
        none = 0,
        more = 0,
        width = 0,
        bias = 0,
        sq = 0
      for (let s = 0; s < SEEDS; s++) {
        const z = normals(`x${s}`, N),
          e = normals(`e${s}`, N)
        const x = of ? z.map(of) : z
        const top = x.map((v, i) => 10 + f(v) + noise * e[i])
        const other = x.map(() => 10)
        const r = ended(
          choiceFlipsOf(
            {
              strategies: [
                { id: 'a', values: top },
                { id: 'b', values: other },
              ],
              replicate: 1,
              mask: null,
            },
            [{ id: 'x', values: x }],
          ),
        )
        const flip = r.flips.find((o) => o.side === side)
        if (r.flips.length > 1 && name !== 'quad') more++
        if (!flip) {
          none++
          continue
        }
        const root = (flip.start ?? flip.end)!
        if (root.low <= roots[0] && roots[0] <= root.high) cov++
        width += root.high - root.low
        bias += root.value - roots[0]
        sq += (root.value - roots[0]) ** 2
      }
      const n = SEEDS - none
      console.log(
        noise,
        name,
        'cover',
        (cov / n).toFixed(3),
        'none',
        none,
        'more',
        more,
        'width',
        (width / n).toFixed(3),
        'bias',
        (bias / n).toFixed(4),
        'rmse',
        Math.sqrt(sq / n).toFixed(4),
      )
    }
})
