import { certify, type CertificateRow, type References } from '../engine/certificate/index.ts'
import { analysis, NOTHING } from './analysis.ts'

export interface CertificateRequest {
  /** Sent along, so that a worker's own file need not hold them. */
  readonly references: References
}

/** How closely the engine meets certified and published values. */
export const certificate = analysis({
  needs: (_request: CertificateRequest) => NOTHING,
  *steps({ references }): Generator<void, CertificateRow[]> {
    return yield* certify(references)
  },
})
