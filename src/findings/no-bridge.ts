import type { NumberOutcome } from '../engine/model.ts'
import type { NoBridge } from '../study/edits/since-opened.ts'

/** Why what changes did cannot be told, in a sentence. */
export function noBridgeWords(why: NoBridge, strategy: string, scenario: string): string {
  const words: Readonly<Record<NoBridge, string>> = {
    strategy: `“${strategy}” was not there before your changes: there is nothing to set it against. Choose another strategy.`,
    scenario: `“${scenario}” was not there before your changes: there is nothing to set it against. Choose another scenario.`,
    vantage:
      'The future was seen from another date before your changes. Those are other futures, and what is not on the same futures cannot be added up.',
    horizon:
      'The horizon was another one before your changes: figures of two horizons cannot be added up.',
  }
  return words[why]
}

/** Why an outcome has no bridge, in a sentence; null where it has one. */
export function unbridgedWords({ label, onlyIf }: NumberOutcome): string | null {
  return onlyIf === 'met'
    ? `${label} is known only in futures in which the deal closes, and those are not the same in both cases: what lies between cannot be split. Choose another outcome.`
    : null
}
