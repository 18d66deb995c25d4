import { correlationCases } from './correlation-cases.ts'
import { designCases } from './design-cases.ts'
import { functionCases } from './function-cases.ts'
import { metalogCases } from './metalog-cases.ts'
import { nistCases } from './nist-cases.ts'
import { quantileCases } from './quantile-cases.ts'
import type { References } from './references.ts'
import type { CertificateRow } from './row.ts'
import { streamCases } from './stream-cases.ts'
import { engineTools, type Tools } from './tools.ts'

export type { CertificateRow } from './row.ts'
export type { References } from './references.ts'
export { engineTools, type Tools } from './tools.ts'

/**
 * The numerical certificate: how closely the engine's functions meet certified and published
 * values. Every figure is the same in every engine; the whole takes about a second, in steps of
 * a dozen milliseconds at most.
 *
 * @param references from `references.ts`
 * @param tools the functions examined
 * @returns the lines, those of a group together
 * @throws what a function examined throws
 */
export function* certify(
  references: References,
  tools: Tools = engineTools,
): Generator<void, CertificateRow[]> {
  const rows = [...nistCases(references, tools), ...functionCases(references, tools)]
  yield
  rows.push(...(yield* quantileCases(references, tools)))
  rows.push(...metalogCases(references, tools))
  yield
  rows.push(...(yield* correlationCases(references, tools)))
  rows.push(...(yield* designCases(references, tools)))
  rows.push(...(yield* streamCases(tools)))
  return rows
}
