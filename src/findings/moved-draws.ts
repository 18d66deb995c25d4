import type { Distribution } from '../engine/distributions/index.ts'
import { labelOf, market } from '../study/model.ts'
import { alternatives, count, counted, value } from '../words/index.ts'
import type { Moved, RunResults } from '../workers/results.ts'
import { amount, type Finding } from './finding.ts'

/** As many are named; of the rest it is said how many there are. */
const NAMED = 3

/**
 * What was drawn outside what is possible and counted at the bound, a sentence a belief; empty where
 * nothing was.
 *
 * @param trials of the run
 */
export function movedWords(moved: readonly Moved[], trials: number): string[] {
  const most = new Map<string, number>()
  for (const { id, count: times } of moved) most.set(id, Math.max(times, most.get(id) ?? 0))
  const all = [...most].toSorted((a, b) => b[1] - a[1])
  const rest = all.length - NAMED
  return [
    ...all
      .slice(0, NAMED)
      .map(
        ([id, times]) =>
          `“${labelOf(id)}” was drawn outside what is possible in ${count(times)} of ${counted(trials, 'future')} and counts there as ${boundsOf(id)}.`,
      ),
    ...(rest > 0 ? [`So were ${counted(rest, 'other belief')}.`] : []),
  ]
}

/** The same of one belief, in the results that belong to what is asked for now. */
export function movedOf(
  run: { readonly current: boolean; readonly results: Pick<RunResults, 'moved' | 'trials'> | null },
  id: string,
): string[] {
  if (!run.current || !run.results) return []
  const { moved, trials } = run.results
  return movedWords(
    moved.filter((one) => one.id === id),
    trials,
  )
}

/** The ends of what is possible. */
function boundsOf(id: string): string {
  const found = market.assumptions.find((one) => one.id === id)
  if (!found) return 'the bound'
  return alternatives(found.domain.map((end) => value(end, found.unit)))
}

/**
 * The same belief cut off at what is possible, without a draw that is moved; null for a shape that has
 * none like it.
 */
export function truncatedAt(
  belief: Distribution,
  [min, max]: readonly [number, number],
): Distribution | null {
  return belief.kind === 'normal' ? { ...belief, kind: 'truncatedNormal', min, max } : null
}

/**
 * Beliefs with draws outside what is possible.
 *
 * @param trials of the run
 */
export function movedDrawsFinding(
  moved: readonly Moved[],
  trials: number,
): Finding<readonly string[]> {
  return {
    id: 'moved-draws',
    title: `${count(moved.length)} beliefs had draws outside what is possible; they were moved to the bound`,
    measure: 'Futures in which a draw was moved, by belief.',
    caption: `Of ${counted(trials, 'future')}.`,
    table: () => ({
      columns: ['Belief', 'Futures'],
      rows: moved.map((one) => [labelOf(one.id), amount(count(one.count), one.count)]),
    }),
    marks: moved.map(
      (one) => `${labelOf(one.id)}: ${count(one.count)} of ${counted(trials, 'future')}`,
    ),
  }
}
