import type { Distribution } from '../../src/engine/distributions/index.ts'
import type { Assumption } from '../../src/engine/model.ts'
import type { SourceId } from '../sources.ts'
import type { ByVantage } from '../vantages.ts'

/** An assumption as it is written down: a vantage is named only where it differs from the one it inherits from. */
export interface Entry extends Omit<Assumption, 'module' | 'vantages' | 'sources'> {
  readonly vantages: ByVantage<Distribution> & { readonly '2025-12': Distribution }
  readonly sources: readonly SourceId[]
}
