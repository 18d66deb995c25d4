import { type Came, cameSince } from '../../models/index.ts'
import { ALL, atQuarter, type Selection } from '../engine/selection.ts'
import type { Study } from './study.ts'

/** As much of a study as says what came in. */
type Asking = Pick<Study, 'vantage' | 'observed' | 'horizonQuarters'>

/** What came in after a study's vantage, within its tolerance and its horizon; nothing where it asks for nothing. */
export function cameIn({ vantage, observed, horizonQuarters }: Asking): Came[] {
  return observed ? cameSince(vantage, observed).filter(({ t }) => t <= horizonQuarters) : []
}

/** One observed figure as a range of an input: what was to be seen so early follows from the draws alone. */
export function rangeOf({ series, t, low, high }: Came): Selection {
  return { kind: 'between', of: { input: atQuarter(series, t) }, low, high }
}

/** The futures that agree with all that has come in since; all where a study asks for nothing. */
export function observedSelection(study: Asking): Selection {
  const parts = cameIn(study).map(rangeOf)
  return parts.length === 0 ? ALL : { kind: 'and', parts }
}
