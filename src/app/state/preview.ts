import { blockCount } from '../../engine/blocks.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { own } from '../../engine/own.ts'
import { ALL } from '../../engine/selection.ts'
import {
  changedEstimate,
  changedEstimates,
  changedSummary,
  type Known,
} from '../../findings/preview.ts'
import { selectionOf } from '../../findings/where.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { Split } from '../../findings/split.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import type { AskOptions, Runner } from '../../workers/runner.ts'
import { refOf } from './agreeing.ts'
import { changesOf, wasOf, withBefore } from './changes.ts'
import { type Over, type Picture, pictureOf } from './pictures.ts'

/** What a preview is made from. */
interface Before {
  /** Finished, of the same futures and of more of them. */
  readonly base: RunResults
  /** A first stage of what comes. */
  readonly results: RunResults
}

/** A picture of a run that is on its way: the last finished one, changed by what the first futures tell. */
export async function previewOf(
  runner: Runner,
  { base, results }: Before,
  outcome: NumberOutcome,
  over: Over,
  options: AskOptions,
): Promise<Picture> {
  const head = headOf(base, results.trials)
  const both = results.cases.flatMap((now) => {
    const before = base.cases.find(({ strategy }) => strategy === now.strategy)
    return before ? [{ now, before }] : []
  })
  const cases = base.cases.map(refOf)
  const [full, first, now, changes, heads, shapes] = await Promise.all([
    pictureOf(runner, base, outcome, over, options),
    pictureOf(runner, head, outcome, over, options),
    pictureOf(runner, results, outcome, over, options),
    changesOf(runner, both, { results, before: base, outcome }, options),
    runner.ask('summaries', head, { cases, outcomes: [], selection: ALL }, options),
    changedShapesOf(runner, { base, results }, both, outcome, over, options),
  ])
  /** By case: where it is in the finished run; −1 for one that is new. */
  const places = results.cases.map(({ strategy }) =>
    base.cases.findIndex((one) => one.strategy === strategy),
  )
  return {
    ...now,
    base,
    cases: results.cases.map((one, i) => {
      const { summary } = base.cases[places[i]] ?? {}
      const head = heads[places[i]]
      const change = own(changes, one.strategy)
      if (!summary || !head || !change) return one
      const known = { full: summary, first: head, now: one.summary }
      return { ...one, summary: changedSummary(known, outcome.id, change) }
    }),
    shapes: results.cases.map(
      ({ strategy }, i) => own(shapes, strategy) ?? full.shapes[places[i]] ?? now.shapes[i],
    ),
    figures: changedBy(
      { full: full.figures, first: first.figures, now: now.figures },
      changedEstimates,
    ),
    splits: changedBy({ full: full.splits, first: first.splits, now: now.splits }, changedSplit),
    against: changedBy(
      { full: full.against, first: first.against, now: now.against },
      changedEstimate,
    ),
  }
}

/** The distributions of the cases that have changed, by strategy. */
async function changedShapesOf(
  runner: Runner,
  { base, results }: Before,
  both: readonly { readonly now: CaseResults; readonly before: CaseResults }[],
  outcome: NumberOutcome,
  { where }: Over,
  options: AskOptions,
): Promise<Readonly<Record<string, Shape>>> {
  const changed = both.filter(({ now, before }) => now.key !== before.key)
  if (changed.length === 0) return {}
  const request = {
    now: changed.map(({ now }) => refOf(now)),
    before: changed.map(({ before }) => refOf(wasOf(before))),
    outcome: outcome.id,
    selection: selectionOf(where),
  }
  const found = await runner.ask('changedShapes', withBefore(results, base), request, options)
  return Object.fromEntries(changed.map(({ now }, i) => [now.strategy, found[i]]))
}

/** The first trials of finished results. */
function headOf(results: RunResults, trials: number): RunResults {
  const head = ({ columns, ...one }: CaseResults) => ({
    ...one,
    columns: { trials, outcomes: columns.outcomes.slice(0, blockCount(trials)) },
  })
  return { ...results, trials, digest: null, cases: results.cases.map(head) }
}

type By<T> = Readonly<Record<string, T>>

/** What is known by strategy, changed; of a new one what is. */
function changedBy<T>({ full, first, now }: Known<By<T>>, change: (known: Known<T>) => T): By<T> {
  return Object.fromEntries(
    Object.entries(now).map(([id, is]) => {
      const isNew = !Object.hasOwn(full, id) || !Object.hasOwn(first, id)
      return [id, isNew ? is : change({ full: full[id], first: first[id], now: is })]
    }),
  )
}

function changedSplit({ full, first, now }: Known<Split>): Split {
  return {
    cloud: changedEstimate({ full: full.cloud, first: first.cloud, now: now.cloud }),
    stake: changedEstimate({ full: full.stake, first: first.stake, now: now.stake }),
  }
}
