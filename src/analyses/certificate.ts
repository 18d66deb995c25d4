import { certify, type CertificateRow, type References } from '../engine/certificate/index.ts'
import type { Calculation } from './analysis.ts'

export interface CertificateRequest {
  /** Sent along, so that a worker's own file need not hold them. */
  readonly references: References
}

/** How closely the engine meets certified and published values. */
export const certificate: Calculation<CertificateRequest, CertificateRow[]> = {
  id: 'certificate',
  *steps({ references }) {
    const steps = certify(references)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      yield 0
    }
  },
}
