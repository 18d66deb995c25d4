import type { ChoiceFlips, ChoiceFlip, ChoiceFlipsRequest } from '../analyses/choice-flips.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { Selection } from '../engine/selection.ts'
import { assumptions } from '../study/model.ts'
import type { CaseResults } from '../workers/results.ts'
import type { Limits } from './best.ts'
import { countedFor, selectionOf } from './where.ts'

// What flips the choice is asked and judged here for all who speak of it, so that they agree.

/**
 * The question what would flip the choice; null where there is none: no better side, or fewer than
 * two strategies that have the figure.
 *
 * @param cases of one scenario
 * @param choices ids of the strategies that can be chosen
 * @param agreeing the futures that agree with what came, where those alone count
 */
export function choiceFlipsAsked(
  cases: readonly CaseResults[],
  choices: readonly string[],
  outcome: NumberOutcome,
  agreeing: Selection | null = null,
): ChoiceFlipsRequest | null {
  const { id, better, onlyIf } = outcome
  const compared = cases
    .filter(({ strategy, summary }) => {
      const hasFigure = onlyIf !== 'met' || summary.condition.count > 0
      return choices.includes(strategy) && hasFigure
    })
    .map(({ strategy, scenario }) => ({ strategy, scenario }))
    .sort((a, b) => (a.strategy < b.strategy ? -1 : 1))
  if (better === 'neutral' || compared.length < 2) return null
  return {
    cases: compared,
    outcome: id,
    sign: better === 'lower' ? -1 : 1,
    inputs: assumptions.filter(({ role }) => role !== 'luck').map((one) => one.id),
    selection: agreeing ?? selectionOf(countedFor(outcome, 'all')),
  }
}

/** Flips by whether they count: those that gain less than what is negligible are set apart. */
export function flipsThatMatter(
  { flips }: Pick<ChoiceFlips, 'flips'>,
  { negligible }: Pick<Limits, 'negligible'>,
): { readonly matter: readonly ChoiceFlip[]; readonly small: readonly ChoiceFlip[] } {
  const matters = ({ gain }: ChoiceFlip) => gain.value >= (negligible ?? 0)
  return { matter: flips.filter(matters), small: flips.filter((one) => !matters(one)) }
}

/** Whether its values are known to half of what the belief spans in 8 of 10 futures. */
export function isKnownFlip({
  start,
  end,
  span: [low, high],
}: Pick<ChoiceFlip, 'start' | 'end' | 'span'>): boolean {
  return [start, end].every((root) => !root || root.high - root.low < (high - low) / 2)
}
