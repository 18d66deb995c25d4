import type { References } from './references.ts'
import { atMost, type CertificateRow, relative, worst } from './row.ts'
import type { Tools } from './tools.ts'

type Points = References['functions']['exp']

/** Exponential, logarithm and the normal distribution far into its tails, against 20 digits. */
export function functionCases({ functions }: References, tools: Tools): CertificateRow[] {
  const row = (id: string, label: string, points: Points, of: (x: number) => number) =>
    atMost({
      id: `function-${id}`,
      group: 'Normal distribution and arithmetic',
      label,
      measure: 'error',
      bound: 1e-15,
      figure: worst(points.map(([x, value]) => relative(of(x), value))),
    })
  const bulk = (p: number) => {
    const out = Float64Array.of(p)
    tools.fillNormalQuantiles(out, out, 1)
    return out[0]
  }
  const { normalQuantile, normalCumulative } = tools
  return [
    row('exp', 'exp(x), −700 to 709', functions.exp, tools.exp),
    row('log', 'log(x), 1e-300 to 1e300', functions.log, tools.log),
    row(
      'normal-lower',
      'Normal quantile, p = 1e-300 to 1e-4',
      functions.normalQuantileLower,
      normalQuantile,
    ),
    row(
      'normal-middle',
      'Normal quantile, p = 0.001 to 0.99',
      functions.normalQuantileMiddle,
      normalQuantile,
    ),
    row(
      'normal-upper',
      'Normal quantile, 1 − p = 4e-3 to 1e-16',
      functions.normalQuantileUpper,
      normalQuantile,
    ),
    row(
      'normal-bulk',
      'Normal scores as drawn, p = 1e-300 to 0.99',
      [...functions.normalQuantileLower, ...functions.normalQuantileMiddle],
      bulk,
    ),
    row(
      'cumulative-far',
      'Normal cumulative, z = −38 to −6',
      functions.normalCumulativeFar,
      normalCumulative,
    ),
    row(
      'cumulative-near',
      'Normal cumulative, z = −5 to 8',
      functions.normalCumulativeNear,
      normalCumulative,
    ),
  ]
}
