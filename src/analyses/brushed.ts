import {
  marked,
  maskOf,
  measuresNamed,
  type Selectable,
  type Selection,
  selectedOf,
} from '../engine/selection.ts'
import type { Catalogue } from '../engine/model.ts'
import { analysis, type Needs } from './analysis.ts'
import { pairMask } from './pair.ts'
import type { Subject } from './subject.ts'

/** Whose outcomes a selection made by hand is of: those of a case, or of one less another. */
export type BrushedCases = Pick<Subject, 'a' | 'b'>

export interface BrushedRequest {
  /** What was marked: ranges of inputs, and of outcomes of `of`. */
  readonly selection: Selection
  readonly of: BrushedCases
  /** What is explained, over all futures that count for it. */
  readonly within: Subject
}

/** Futures made out by hand. */
export interface Brushed {
  /** By their numbers, so that they are the same futures for every case; also those that do not count. */
  readonly selection: Selection
  /** Futures that count for what is explained and are among them. */
  readonly count: number
  /** All futures that count for it. */
  readonly of: number
}

/** What it takes to read a selection made by hand. */
export function brushNeeds(selection: Selection, { a, b }: BrushedCases, model: Catalogue): Needs {
  return { cases: b ? [a, b] : [a], ...measuresNamed(model, selection), scenario: a.scenario }
}

/**
 * 1 for every trial that meets a selection made by hand: an outcome in it is the difference where two
 * cases are given, and else the case's own.
 */
export function brushMask(
  model: Catalogue,
  selection: Selection,
  [one, other]: readonly Selectable[],
): Uint8Array {
  if (!other) return maskOf(model, selection, one)
  const difference: Selectable = {
    trials: one.trials,
    input: (id) => one.input(id),
    outcome(id) {
      const against = other.outcome(id)
      return one.outcome(id).map((value, trial) => value - against[trial])
    },
  }
  return maskOf(model, selection, difference)
}

/** Which futures of a run a selection made by hand counts, and how many. */
export const brushed = analysis({
  needs({ selection, of, within }: BrushedRequest, model) {
    const own = brushNeeds(selection, of, model)
    const { a, b } = within
    const also = measuresNamed(model, within.selection)
    return {
      cases: [...own.cases, ...(b ? [a, b] : [a])],
      outcomes: [...new Set([...own.outcomes, ...also.outcomes])],
      inputs: [...new Set([...own.inputs, ...also.inputs])],
      scenario: a.scenario,
    }
  },
  *steps({ selection, of, within }, { model, cases }): Generator<void, Brushed> {
    const own = of.b ? 2 : 1
    const mask = brushMask(model, selection, cases.slice(0, own))
    yield
    const rest = cases.slice(own)
    const counts = within.b
      ? pairMask(model, within, rest)
      : (selectedOf(model, within.selection, rest[0]).mask ?? undefined)
    let [count, all] = [0, 0]
    for (let trial = 0; trial < mask.length; trial++) {
      if (counts && counts[trial] !== 1) continue
      all++
      count += mask[trial]
    }
    return { selection: marked(mask), count, of: all }
  },
})
