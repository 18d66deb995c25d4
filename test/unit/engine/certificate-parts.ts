import { correlationCases } from '../../../src/engine/certificate/correlation-cases.ts'
import { designCases } from '../../../src/engine/certificate/design-cases.ts'
import { functionCases } from '../../../src/engine/certificate/function-cases.ts'
import type { CertificateRow, References, Tools } from '../../../src/engine/certificate/index.ts'
import { metalogCases } from '../../../src/engine/certificate/metalog-cases.ts'
import { nistCases } from '../../../src/engine/certificate/nist-cases.ts'
import { quantileCases } from '../../../src/engine/certificate/quantile-cases.ts'
import { streamCases } from '../../../src/engine/certificate/stream-cases.ts'

type Part = (references: References, tools: Tools) => CertificateRow[]

/** What steps come to. */
export function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The certificate part by part, to be asked with functions of one's own. */
export const parts = {
  nist: nistCases,
  functions: functionCases,
  quantiles: (from, tools) => finished(quantileCases(from, tools)),
  metalog: metalogCases,
  correlations: (from, tools) => finished(correlationCases(from, tools)),
  designs: (from, tools) => finished(designCases(from, tools)),
  streams: (_, tools) => finished(streamCases(tools)),
} satisfies Record<string, Part>

/** A fault in one function, and the lines it turns: those and no others of its part. */
export type Fault = readonly [
  what: string,
  part: keyof typeof parts,
  fault: Partial<Tools>,
  lines: readonly string[],
]

/** A number with a relative error. */
export function off(x: number, error: number): number {
  return x * (1 + error)
}

/** Puts something else in the place of each number. */
export function changed(out: Float64Array, change: (u: number, i: number) => number): void {
  out.forEach((u, i) => (out[i] = change(u, i)))
}
