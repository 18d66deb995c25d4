import { catalogue as market } from '../../models/index.ts'
import { canonicalJson } from '../engine/cases.ts'
import type { Catalogue, Correlation } from '../engine/model.ts'
import { ContradictionError, mixtures } from '../engine/sampling/correlate.ts'
import { hint, isRetired } from './names.ts'
import type { Study } from './study.ts'

const model: Catalogue = market
/** Luck decides events whose chance depends on the terms: it is nobody's belief. */
const beliefs = model.assumptions.filter(({ role }) => role !== 'luck')
const known: ReadonlySet<string> = new Set(beliefs.map(({ id }) => id))

/** As many pairs as a study may name. */
export const MOST_PAIRS = 500

/**
 * The pairs of beliefs that move together: the study's own, else the model's; without those of a
 * belief that the model has no longer.
 */
export function correlationsOf({
  correlations,
}: Pick<Study, 'correlations'>): readonly Correlation[] {
  return correlations ? present(correlations) : model.correlations
}

/** The study's pairs of beliefs of which the model has one no longer. */
export function retiredPairs({ correlations = [] }: Pick<Study, 'correlations'>): Correlation[] {
  return correlations.filter(isOfRetired)
}

function isOfRetired([first, second]: Correlation): boolean {
  return isRetired('assumptions', first) || isRetired('assumptions', second)
}

/** The same list where all are there: what is known of a list is known by the list itself. */
function present(correlations: readonly Correlation[]): readonly Correlation[] {
  return correlations.some(isOfRetired)
    ? correlations.filter((pair) => !isOfRetired(pair))
    : correlations
}

/** Whether these pairs are the model's own, in its order, which is part of what a draw is. */
export function areOfModel(correlations: readonly Correlation[]): boolean {
  return canonicalJson(correlations) === canonicalJson(model.correlations)
}

/** A study that names its pairs only where they are not the model's own. */
export function withoutModelPairs<S extends Pick<Study, 'correlations'>>(study: S): S {
  if (study.correlations && !areOfModel(study.correlations)) return study
  const { correlations: _usual, ...rest } = study
  return rest as S
}

/**
 * Refuses pairs that cannot be.
 *
 * @throws in a sentence that says what was expected and what came, with the nearest that can be
 */
export function checkCorrelations(correlations: readonly Correlation[]): void {
  if (correlations.length > MOST_PAIRS) {
    throw new Error(`correlations: at most ${MOST_PAIRS} pairs, got ${correlations.length}`)
  }
  for (const id of correlations.flatMap(([first, second]) => [first, second])) {
    if (known.has(id) || isRetired('assumptions', id)) continue
    const isLuck = model.assumptions.some((one) => one.id === id)
    throw new Error(
      isLuck
        ? `correlations: ${id} is luck, which moves with no belief`
        : `correlations: no assumption is called ${id}${hint(id, beliefs)}`,
    )
  }
  const pairs = present(correlations)
  let contradiction: ContradictionError | null
  try {
    contradiction = contradictionIn(pairs)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Error(`correlations: ${words}`, { cause: error })
  }
  if (!contradiction) return
  throw new Error(`correlations: ${contradiction.message}${offered(pairs)}`, {
    cause: contradiction,
  })
}

/**
 * The nearest pairs that do not contradict each other, to two decimals, for pairs that do.
 *
 * @returns null where they do not contradict each other, where their group is too large, or where
 * they would be more than a study may name
 */
export function nearestPossible(correlations: readonly Correlation[]): Correlation[] | null {
  const mended = mend(correlations)
  return mended && [...mended.kept, ...mended.changed]
}

interface Mended {
  /** Pairs of groups that do not contradict themselves, as they are. */
  readonly kept: readonly Correlation[]
  /** Every pair of the others but for those at 0. */
  readonly changed: readonly Correlation[]
}

function mend(correlations: readonly Correlation[]): Mended | null {
  let kept = correlations
  const changed: Correlation[] = []
  // One group at a time says that it contradicts itself.
  for (;;) {
    const error = contradictionIn(kept)
    if (!error) break
    if (error.nearest.length === 0) return null
    const ids = new Set(error.nearest.flatMap(([first, second]) => [first, second]))
    kept = kept.filter(([first]) => !ids.has(first))
    changed.push(...rounded(error.nearest))
  }
  const isMended = kept !== correlations && kept.length + changed.length <= MOST_PAIRS
  return isMended ? { kept, changed } : null
}

/** Two decimals; what rounding would make contradict again is drawn towards 0 first. */
function rounded(nearest: readonly Correlation[]): Correlation[] {
  for (let percent = 100; percent > 0; percent--) {
    const pairs = nearest
      .map(([a, b, r]): Correlation => [a, b, Math.round(r * percent) / 100])
      .filter(([, , r]) => r !== 0)
    if (!contradictionIn(pairs)) return pairs
  }
  return []
}

/** By the list itself: who is told of a contradiction asks for the nearest of the same list next. */
const contradictions = new WeakMap<readonly Correlation[], ContradictionError>()

function contradictionIn(correlations: readonly Correlation[]): ContradictionError | null {
  const told = contradictions.get(correlations)
  if (told) return told
  try {
    mixtures(correlations, known)
    return null
  } catch (error) {
    if (!(error instanceof ContradictionError)) throw error
    contradictions.set(correlations, error)
    return error
  }
}

/** All pairs that must change or be named too, so that what is offered is not refused again. */
function offered(given: readonly Correlation[]): string {
  const mended = mend(given)
  if (!mended) return ''
  const named = new Set([...mended.kept, ...mended.changed].map(keyOf))
  const gone = given.filter((pair) => !named.has(keyOf(pair)))
  const pairs = [...mended.changed, ...gone.map(([a, b]) => [a, b, 0] as const)]
  const words = pairs.map(([a, b, coefficient]) => `${a} and ${b} ${coefficient}`)
  return `; the nearest that can be: ${words.join(', ')}`
}

function keyOf([a, b]: Correlation): string {
  return [a, b].sort().join(' ')
}
