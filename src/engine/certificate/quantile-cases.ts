import { families, type FamilyId } from '../distributions/index.ts'
import type { References } from './references.ts'
import { atMost, type CertificateRow, worst } from './row.ts'
import type { Tools } from './tools.ts'

/** Promised of every family, from p = 1e-6 to 1 - 1e-6. */
const BOUND = 1e-9

type Case = References['quantiles']['cases'][number]

/**
 * Quantiles of every family against references: by the exact function, and as they are drawn, from
 * a table over normal scores. Errors are relative to max(|x|, P90 − P10).
 */
export function* quantileCases(
  { quantiles }: References,
  tools: Tools,
): Generator<void, CertificateRow[]> {
  const rows: CertificateRow[] = []
  for (const kind of Object.keys(families) as FamilyId[]) {
    const cases = quantiles.cases.filter(({ distribution }) => distribution.kind === kind)
    const exact: number[] = []
    const drawn: number[] = []
    for (const one of cases) {
      const errors = errorsOf(one, quantiles.probabilities, tools)
      exact.push(errors.exact)
      drawn.push(errors.drawn)
      yield
    }
    const { label } = families[kind]
    const common = { group: 'Quantiles', measure: 'error', bound: BOUND } as const
    const none = cases.length === 0
    rows.push(
      atMost({
        ...common,
        id: `quantile-${kind}`,
        label: `${label}: exact`,
        figure: none ? NaN : worst(exact),
      }),
      atMost({
        ...common,
        id: `draw-${kind}`,
        label: `${label}: as drawn`,
        figure: none ? NaN : worst(drawn),
      }),
    )
  }
  return rows
}

function errorsOf(
  { distribution, quantiles }: Case,
  probabilities: readonly number[],
  tools: Tools,
): { readonly exact: number; readonly drawn: number } {
  const d = tools.accepted(distribution)
  const exact = tools.quantile(d)
  const table = tools.drawTable(d)
  const width = quantiles[probabilities.indexOf(0.9)] - quantiles[probabilities.indexOf(0.1)]
  const errorOf = (got: number, expected: number) =>
    got === expected ? 0 : Math.abs(got - expected) / Math.max(Math.abs(expected), width)
  return {
    exact: worst(probabilities.map((p, i) => errorOf(exact(p), quantiles[i]))),
    drawn: worst(
      probabilities.map((p, i) => errorOf(table.value(tools.normalQuantile(p)), quantiles[i])),
    ),
  }
}
