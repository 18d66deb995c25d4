import type { Subject } from '../analyses/subject.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { CaseRef } from '../engine/plan.ts'
import { choicesOf } from '../findings/status-quo.ts'
import { hasFigure, ranked, strategyRows } from '../findings/strategy-rows.ts'
import { countedFor, selectionOf } from '../findings/where.ts'
import { oneOf, type ResolvedStudy } from '../study/index.ts'
import { HEADLINE, market } from '../study/model.ts'
import type { RunResults } from '../workers/results.ts'

const numbers = market.outcomes.filter((one) => one.kind === 'number')
const headline = numbers.find(({ id }) => id === HEADLINE) ?? numbers[0]

/** The outcome that an option names. @throws where the model has no such number */
export function outcomeNamed(option: string, typed: string): NumberOutcome {
  oneOf(`${option}: an outcome`, typed, numbers)
  return numbers.find(({ id }) => id === typed) ?? numbers[0]
}

/**
 * What is explained, as `--of` has it: `A` or `A,B` for A less B, each `STRATEGY` or
 * `STRATEGY@SCENARIO` of this run. Without it, the strategy in sight of the study, else the best on
 * average of this outcome (of net present value, where no side of this one is better), in the study's
 * first scenario.
 *
 * @throws at once where a case is not of this run, or two are the same
 */
export function subjectTyped(
  study: ResolvedStudy,
  of: string | undefined,
  outcome: NumberOutcome,
): (results: RunResults) => Subject {
  const refs = of === undefined ? [] : of.split(',').map((part) => caseOfRun(study, part.trim()))
  if (refs.length > 2) throw new Error(`--of takes one case or two, got ${of}`)
  const [a, b] = refs
  if (a && b && a.strategy === b.strategy && a.scenario === b.scenario) {
    throw new Error(`--of takes two different cases, got ${of}`)
  }
  const selection = selectionOf(countedFor(outcome, 'all'))
  const rest = { outcome: outcome.id, selection, inBoth: outcome.onlyIf === 'met' }
  return (results) => ({ a: a ?? usualCase(study, results, outcome), b: b ?? null, ...rest })
}

function caseOfRun(study: ResolvedStudy, part: string): CaseRef {
  const [strategy, scenario = study.scenarios[0].id, ...others] = part.split('@')
  if (others.length > 0) throw new Error(`--of takes STRATEGY@SCENARIO, got ${part}`)
  oneOf('--of: a strategy of this run', strategy, study.strategies)
  oneOf('--of: a scenario of this run', scenario, study.scenarios)
  return { strategy, scenario }
}

function usualCase(study: ResolvedStudy, results: RunResults, outcome: NumberOutcome): CaseRef {
  const scenario = study.scenarios[0].id
  const chosen = study.sight?.chosen
  const isThere = study.strategies.some(({ id }) => id === chosen)
  if (chosen !== undefined && isThere) return { strategy: chosen, scenario }
  const cases = results.cases.filter((one) => one.scenario === scenario)
  // Of an outcome of which neither side is better the strategy is that of the headline, as on the page.
  const by = outcome.better === 'neutral' ? headline : outcome
  const rows = strategyRows({ ...results, cases }, by, countedFor(by, 'all'))
  const best = ranked(
    choicesOf(rows, results.plan.vantage).filter((row) => hasFigure(by, row)),
    by.better,
  )
  return { strategy: (best[0] ?? rows[0]).id, scenario }
}
