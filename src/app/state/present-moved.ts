import type { Wanted } from '../../analyses/estimates.ts'
import { ALL } from '../../engine/selection.ts'
import type { Dossier } from '../../dossier/dossier.ts'
import { apart, type Estimate } from '../../findings/estimates.ts'
import { meanOf } from '../../findings/strategy-rows.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import type { MovedFigure } from '../../findings/what-if-words.ts'
import { HEADLINE, market } from '../../study/model.ts'
import { capital } from '../../words/index.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import type { AskOptions } from '../../workers/runner.ts'
import { refOf } from './agreeing.ts'
import { wasOf, withBefore } from './changes.ts'

/** The figures that a what-if moves, each with which one it is. */
export interface MovedOnPage extends MovedFigure {
  readonly figure: 'mean' | 'lead'
}

/**
 * What a what-if moves: the average of the chosen strategy and its lead over the rival, future by
 * future.
 *
 * @param before the finished run of the study as it is
 * @param now the run under the what-if, or its first futures
 */
export async function movedFigures(
  dossier: Dossier,
  before: RunResults,
  now: RunResults,
  options: AskOptions,
): Promise<readonly MovedOnPage[]> {
  const { sight, outcome } = dossier
  const in_ = (results: RunResults, id: string) =>
    results.cases.find(({ strategy }) => strategy === id)
  const [chosen, was] = [in_(now, sight.chosen), in_(before, sight.chosen)]
  if (!chosen || !was) return []
  const label = dossier.labelOf(sight.chosen)
  const mean = {
    figure: 'mean' as const,
    label: `${capital(measureOf(outcome))} with “${label}”, on average`,
    unit: outcome.unit,
    before: meanOf(was.summary, outcome.id, dossier.counted),
  }
  // What each has in futures of its own cannot be paired.
  if (outcome.onlyIf === 'met') return [{ ...mean, change: apartIn(dossier, chosen, was) }]
  const [rival, rivalWas] = [in_(now, sight.rival), in_(before, sight.rival)]
  // Against not investing, not investing is 0 whatever is tried: the lead is the average.
  const isZero = outcome.id === HEADLINE && sight.rival === market.reference
  const isApart = sight.chosen !== sight.rival && !isZero
  const isPair = isApart && rival !== undefined && rivalWas !== undefined
  const terms = [[outcome.id, 1] as const]
  const old = refOf(wasOf(was))
  const wanted: Wanted[] = [{ case: refOf(chosen), less: old, terms, selection: ALL }]
  if (isPair) wanted.push(...leadWanted([chosen, rival], [old, refOf(wasOf(rivalWas))], terms))
  const found = await dossier.runner.ask('estimates', withBefore(now, before), { wanted }, options)
  const [change, leadBefore, leadChange] = found
  const lead = `${label} less ${dossier.labelOf(sight.rival)}, on average`
  return [
    { ...mean, change },
    ...(isPair
      ? [
          {
            figure: 'lead' as const,
            label: lead,
            unit: outcome.unit,
            before: leadBefore,
            change: leadChange,
          },
        ]
      : []),
  ]
}

/** The lead before, and what it moved by: of two cases as they are, and as they were. */
function leadWanted(
  [chosen, rival]: readonly CaseResults[],
  [was, rivalWas]: readonly ReturnType<typeof refOf>[],
  terms: Wanted['terms'],
): Wanted[] {
  return [
    { case: was, less: rivalWas, terms, selection: ALL },
    {
      case: refOf(chosen),
      less: refOf(rival),
      also: [
        [was, -1],
        [rivalWas, 1],
      ],
      terms,
      selection: ALL,
    },
  ]
}

function apartIn(
  { outcome, counted }: Dossier,
  now: CaseResults,
  before: CaseResults,
): Estimate | null {
  const [a, b] = [now, before].map(({ summary }) => summary)
  if (a.condition.count === 0 || b.condition.count === 0) return null
  return apart(meanOf(a, outcome.id, counted), meanOf(b, outcome.id, counted))
}
