import type { References } from './references.ts'
import { atLeast, type CertificateRow, digitsAgreed } from './row.ts'
import type { Tools } from './tools.ts'

type NistSet = References['nist']['sets'][number]

/**
 * Mean and standard deviation of NIST's Statistical Reference Datasets. A set whose numbers no
 * double holds exactly is asked for the digits that are left.
 */
export function nistCases({ nist }: References, tools: Tools): CertificateRow[] {
  const common = { group: 'NIST reference data', measure: 'digits' } as const
  return nist.sets.flatMap((set) => {
    const values = valuesOf(set)
    const mean = tools.meanOf(values)
    const deviation = Math.sqrt(tools.varianceOf(values, mean))
    const { id } = set
    return [
      atLeast({
        ...common,
        id: `nist-${id}-mean`,
        label: `${id}, mean of ${values.length}`,
        bound: set.meanDigits,
        figure: digitsAgreed(mean, set.mean),
      }),
      atLeast({
        ...common,
        id: `nist-${id}-deviation`,
        label: `${id}, standard deviation`,
        bound: set.deviationDigits,
        figure: digitsAgreed(deviation, set.standardDeviation),
      }),
    ]
  })
}

function valuesOf({ values, digits, first, pair, pairs }: NistSet): Float64Array {
  if (values) return Float64Array.from(values)
  if (digits !== undefined) return Float64Array.from(digits, Number)
  if (first === undefined || !pair) throw new Error('a NIST set needs values, digits or pairs')
  const swings = Array.from({ length: pairs }, () => pair).flat()
  return Float64Array.of(first, ...swings)
}
