import type { NumberOutcome } from '../engine/model.ts'
import { measureOf } from './verdict-facts.ts'

/** What is chosen by, the best by it on average, and what else is spoken of there. */
export interface OtherBestFacts {
  readonly outcome: NumberOutcome
  /** Ids; null where there is none. */
  readonly best: string | null
  readonly explained: string | null
  /** What a strategy is called. */
  readonly strategy: (id: string) => string
}

/** That the best by an outcome is another strategy than the one that is spoken of; empty where it is not. */
export function otherBestWords({ outcome, best, explained, strategy }: OtherBestFacts): string {
  if (best === null || explained === null || best === explained) return ''
  return `By ${measureOf(outcome)} the best on average is “${strategy(best)}”, not “${strategy(explained)}”: this is about choosing “${strategy(best)}”.`
}
