import { type DriverBar, type DriverMethod, driverMethods } from '../analyses/driver-bars.ts'
import type { FactorAsked } from '../analyses/sobol-indices.ts'
import type { Subject } from '../analyses/subject.ts'
import type { GivenMethod } from '../analyses/tornado-bars.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { doubtWords } from '../findings/driver-disagreements.ts'
import { togetherWords } from '../findings/moves-together.ts'
import { countedWords } from '../findings/pair.ts'
import { tornadoFinding } from '../findings/tornado.ts'
import { countedFor, whereWords } from '../findings/where.ts'
import { oneOf, type ResolvedStudy } from '../study/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { type ByRuns, driversByRuns } from './drivers-by-runs.ts'
import type { Extra } from './extras.ts'
import { outcomeNamed, subjectTyped } from './subject.ts'
import { printed } from './table.ts'

/** Beliefs that are printed; the file has all. */
const MOST = 12

/** What moves an outcome, belief by belief. */
export const driversExtra: Extra = {
  option: 'drivers',
  takes: 'OUTCOME',
  usage: [
    'what moves an outcome, as in npv, belief by belief, of the case',
    '--of names; --method one of swing (as it is without), spearman,',
    'regression, firstOrder, delta, oneAtATime, total',
  ],
  prepare(study, typed, { of, method = 'swing' } = {}) {
    const outcome = outcomeNamed('--drivers', typed)
    const how = methodNamed(method)
    const subjectOf = subjectTyped(study, of, outcome)
    return async (runner, results) => {
      const subject = subjectOf(results)
      const { text, bars, factors, split }: ByRuns =
        how === 'oneAtATime' || how === 'total'
          ? await driversByRuns(runner, study, results, subject, how)
          : await driversGiven(runner, study, results, subject, outcome, how)
      return {
        text,
        json: {
          drivers: {
            outcome: outcome.id,
            method: how,
            bars: bars.map((bar, at) => ({
              ...inFile(bar),
              ...(factors && membersOf(factors[at])),
            })),
            ...(split && { split }),
          },
        },
      }
    }
  },
}

/** @throws in one line where there is no such method */
function methodNamed(typed: string): DriverMethod {
  oneOf(
    '--method',
    typed,
    driverMethods.map((id) => ({ id })),
  )
  return driverMethods.find((id) => id === typed) ?? 'swing'
}

async function driversGiven(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
  subject: Subject,
  outcome: NumberOutcome,
  method: GivenMethod,
): Promise<{ text: string; bars: readonly DriverBar[] }> {
  const answer = await runner.ask('tornado', results, { subject, method })
  const where = countedFor(outcome, 'all')
  const labelOf = (id: string) => study.strategies.find((one) => one.id === id)?.label ?? id
  const facts = {
    ...answer,
    method,
    outcome,
    explained: [subject.a, ...(subject.b ? [subject.b] : [])]
      .map(({ strategy, scenario }) =>
        study.scenarios.length > 1 ? `${labelOf(strategy)} (${scenario})` : labelOf(strategy),
      )
      .join(' less '),
    isDifference: subject.b !== null,
    groups: [],
    groupBars: [],
    counted: subject.b ? countedWords({ outcome, where }) : whereWords(where).counted,
  }
  const { title, measure, caption, table } = tornadoFinding({ ...facts, rows: MOST })
  if (answer.bars.length === 0) return { text: `${title}.\n`, bars: [] }
  const told = answer.bars.flatMap(({ id, isTold }) => (isTold ? [id] : []))
  const together = togetherWords(told.slice(0, MOST), results.plan.correlations, method)
  const doubt = doubtWords(
    await runner.ask('driverDisagreements', results, { subject }),
    method,
    told.slice(0, 2),
  )
  const notes = [together, ...doubt].filter(Boolean)
  const words = [`${title}.`, measure, '', ...printed(table()), '', caption, ...notes, '']
  return { text: words.join('\n'), bars: answer.bars }
}

/** What a bar of a total index is of: ids of assumptions, and whether shocks from quarter to quarter are with them. */
function membersOf({ inputs, shocks }: FactorAsked) {
  return { members: inputs, shocks: shocks === true }
}

/** A bar for a file: ends are the outcome there, null where the method knows none. */
function inFile({ id, low, high, size, share, error, isTold }: DriverBar) {
  return {
    id,
    low: low?.value ?? null,
    high: high?.value ?? null,
    lowAt: low?.at ?? null,
    highAt: high?.at ?? null,
    size,
    share,
    standardError: error,
    told: isTold,
  }
}
