import type { Distribution } from '../../src/engine/distributions/index.ts'
import type { Assumption } from '../../src/engine/model.ts'
import type { Graded, SourceId } from '../sources.ts'
import type { ByVantage } from '../vantages.ts'

/** What a belief rests on at a vantage. */
export interface Basis {
  readonly sources: readonly SourceId[]
  /** That of the sources where nothing else is said. */
  readonly grade?: Graded
  readonly rationale: string
}

/**
 * An assumption as it is written down: a vantage is named only where it differs from the one it inherits
 * from. What it rests on at other vantages stands in `bases.ts`.
 */
export interface Entry extends Omit<Assumption, 'module' | 'vantages' | 'sources'> {
  readonly vantages: ByVantage<Distribution> & { readonly '2025-12': Distribution }
  readonly sources: readonly SourceId[]
  readonly grade?: Graded
}
