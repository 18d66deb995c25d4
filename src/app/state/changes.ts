import type { Estimate } from '../../analyses/estimates.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { ALL, type Selection } from '../../engine/selection.ts'
import { comparable, movedBy } from '../../findings/moved-since.ts'
import { selectionOf } from '../../findings/where.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import type { AskOptions, Runner } from '../../workers/runner.ts'
import { casesOver, refOf } from './agreeing.ts'
import type { Picture } from './pictures.ts'

/** What has moved between two runs of the same futures, in words by strategy. */
export async function movedOf(
  runner: Runner,
  before: RunResults,
  { results, outcome, means, agreeing, cases, isEmpty }: Picture,
  options: AskOptions = {},
): Promise<Readonly<Record<string, string>>> {
  if (isEmpty || before === results) return {}
  const over = means === 'observed' && agreeing
  const old = over ? await casesOver(runner, before, outcome, agreeing, options) : before.cases
  if (!old) return {}
  const strategies = comparable({ ...before, cases: old }, { ...results, cases }, means)
  const paired = strategies.filter(({ isPaired }) => isPaired)
  const selection = selectionOf(means, agreeing ?? ALL)
  const byStrategy = await changesOf(
    runner,
    paired,
    { results, before, outcome, selection },
    options,
  )
  return movedBy(strategies, outcome, means, byStrategy)
}

/** Two runs of the same futures in one: of each case what it is now, and under another name what it was. */
export function withBefore(now: RunResults, before: RunResults): RunResults {
  return { ...now, cases: [...now.cases, ...before.cases.map(wasOf)] }
}

/** A case of the run before, as it is called beside that of now. */
export function wasOf(one: CaseResults): CaseResults {
  return { ...one, scenario: `${one.scenario} before` }
}

/** What the mean of each case has moved by, future by future, by strategy. */
export async function changesOf(
  runner: Runner,
  cases: readonly { readonly now: CaseResults; readonly before: CaseResults }[],
  {
    results,
    before,
    outcome,
    selection = ALL,
  }: {
    readonly results: RunResults
    readonly before: RunResults
    readonly outcome: NumberOutcome
    readonly selection?: Selection
  },
  options: AskOptions,
): Promise<Readonly<Record<string, Estimate>>> {
  if (cases.length === 0) return {}
  const wanted = cases.map((one) => ({
    case: refOf(one.now),
    less: refOf(wasOf(one.before)),
    terms: [[outcome.id, 1] as const],
    selection,
  }))
  const found = await runner.ask('estimates', withBefore(results, before), { wanted }, options)
  return Object.fromEntries(cases.map(({ now }, i) => [now.strategy, found[i]]))
}
