import type { Distribution } from '../../src/engine/distributions/index.ts'
import type { Assumption } from '../../src/engine/model.ts'
import type { SourceId } from '../sources.ts'

/** An assumption as it is written down: the earlier vantage is given only where it differs. */
export interface Entry extends Omit<Assumption, 'module' | 'vantages' | 'sources'> {
  readonly vantages: { readonly '2025-12': Distribution; readonly '2024-03'?: Distribution }
  readonly sources: readonly SourceId[]
}
