import type { Tolerance } from '../../../models/observed.ts'
import type { Study } from '../index.ts'

/** Asks of futures that they agree with what came, so near; or, with null, no longer. */
export function withObserved(study: Study, observed: Tolerance | null): Study {
  const { observed: _before, ...rest } = study
  return observed ? { ...rest, observed } : rest
}
