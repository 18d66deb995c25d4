import type { Estimate } from '../analyses/estimates.ts'
import { withError } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'

/** A strategy's mean over all futures, and over those that agree with what came. */
export interface Believed {
  readonly label: string
  readonly before: Estimate
  readonly now: Estimate
}

/** What somebody who has watched since the vantage thinks of every strategy now. */
export function believedFinding(rows: readonly Believed[]): Finding {
  return {
    id: 'believed-now',
    title: 'What a believer who has watched thinks now',
    measure: 'Mean NPV in today’s USD bn.',
    caption: 'All futures, and those that agree with what has come in since the vantage.',
    table: () => ({
      columns: ['Strategy', 'NPV mean ±, all futures', 'those that agree'],
      rows: rows.map(({ label, before, now }) => [
        label,
        ...[before, now].map(({ value, error }) => amount(withError(value, error, 2), value)),
      ]),
    }),
    marks: null,
  }
}
