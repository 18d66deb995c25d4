import type { DriverBar } from '../analyses/driver-bars.ts'
import type { FactorAsked, FactorIndex } from '../analyses/sobol-indices.ts'
import type { VarianceSplit } from '../engine/sensitivity/variance-split.ts'
import type { Subject } from '../analyses/subject.ts'
import {
  factorsOf,
  FEWEST_FUTURES,
  pointsFor,
  runsOf,
  sobolAsked,
} from '../findings/drivers-by-runs-asked.ts'
import { oneAtATimeFinding } from '../findings/one-at-a-time.ts'
import { togetherWords } from '../findings/moves-together.ts'
import { unseenInMiddle, unseenInTotal } from '../findings/unseen-drivers.ts'
import { splitOf } from '../findings/variance-split.ts'
import { sobolFinding } from '../findings/sobol-indices.ts'
import type { ResolvedStudy } from '../study/index.ts'
import { market } from '../study/model.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { printed } from './table.ts'

/** Rows that are printed; the file has all. */
const MOST = 12

export interface ByRuns {
  readonly text: string
  readonly bars: readonly DriverBar[]
  /** What was drawn anew together, where it is no belief alone; in the order of the bars. */
  readonly factors?: readonly FactorAsked[]
  readonly split?: VarianceSplit | null
}

/** What moves an outcome, by methods that run futures of their own. */
export async function driversByRuns(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
  subject: Subject,
  method: 'oneAtATime' | 'total',
): Promise<ByRuns> {
  const outcome = market.outcomes.find(({ id }) => id === subject.outcome)
  if (outcome?.kind !== 'number') return { text: '', bars: [] }
  if (outcome.onlyIf !== undefined) {
    throw new Error(`--method ${method} takes an outcome that every future has, got ${outcome.id}`)
  }
  const labelOf = (id: string) => study.strategies.find((one) => one.id === id)?.label ?? id
  const explained = [subject.a, ...(subject.b ? [subject.b] : [])]
    .map(({ strategy }) => labelOf(strategy))
    .join(' less ')
  const bySwing = await runner.ask('tornado', results, { subject, method: 'swing' })
  const leading = bySwing.bars.flatMap(({ id, isTold }) => (isTold ? [id] : [])).slice(0, MOST)
  if (method === 'oneAtATime') {
    const found = await runner.ask('oneAtATime', results, { subject })
    const { title, measure, caption, table } = oneAtATimeFinding({
      outcome,
      explained,
      isDifference: subject.b !== null,
      found,
    })
    const { correlations } = results.plan
    const shown = found.bars.filter(({ isTold }) => isTold).slice(0, MOST)
    const unseen = unseenInMiddle(
      leading,
      found.bars,
      shown.map(({ id }) => id),
      { unit: outcome.unit, correlations },
    )
    const notes = [togetherWords(leading, correlations, method), ...unseen].filter(Boolean)
    return { text: wordsOf(title, measure, [caption, ...notes], table()), bars: found.bars }
  }
  const factors = factorsOf(results.plan)
  const points = pointsFor(results.trials).at(-1)
  if (points === undefined) {
    throw new Error(`--method total takes ${FEWEST_FUTURES} futures or more, got ${results.trials}`)
  }
  const asked = sobolAsked(subject, factors, points, runner.workers)
  const answers = await Promise.all(
    asked.map((request) => runner.ask('sobolIndices', results, request)),
  )
  const indices = answers.flat()
  const facts = {
    outcome,
    explained,
    factors,
    indices,
    points,
    runs: runsOf(factors, points, runner.workers),
  }
  const { title, measure, caption, table, marks } = sobolFinding(facts)
  const unseen = unseenInTotal(
    leading,
    factors,
    indices,
    marks.map(({ id }) => id),
  )
  return {
    text: wordsOf(title, measure, [caption, ...unseen], table()),
    bars: indices.map(barOf),
    factors,
    split: splitOf(indices),
  }
}

function barOf({ id, total }: FactorIndex): DriverBar {
  const { value, error } = total
  const share = Math.min(1, Math.max(0, value))
  return { id, low: null, high: null, size: value, error, share, isTold: value > 3 * error }
}

function wordsOf(
  title: string,
  measure: string,
  under: readonly string[],
  table: Parameters<typeof printed>[0],
): string {
  const rows = table.rows.slice(0, MOST)
  if (rows.length === 0) return `${title}.\n`
  return [`${title}.`, measure, '', ...printed({ ...table, rows }), '', ...under, ''].join('\n')
}
