import type { FactorAsked, SobolRequest } from '../analyses/sobol-indices.ts'
import type { Subject } from '../analyses/subject.ts'
import type { RunPlan } from '../engine/plan.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { driverGroups } from '../study/driver-groups.ts'

/** What is drawn anew on its own, and what it is called. */
export type NamedFactor = FactorAsked & { readonly label: string }

/** Base points of a first answer, of one that is worth reading, and the most there may be. */
const FIRST = 256
const FINE = 1024
const MOST = 16_384
/** From fewer futures nothing is worked out. */
export const FEWEST_FUTURES = 256
/** Parts of the factors for each worker: each part runs the base points anew, and few would end at different times. */
const PARTS = 2
/** Factors that are nobody’s belief: draws of luck, shocks, and all luck together. */
const LUCK = 'luck'
const SHOCKS = 'shocks'
export const ALL_LUCK = 'all-luck'

/** Whether a factor is beliefs. */
export function isBelief({ id }: { readonly id: string }): boolean {
  return id !== LUCK && id !== SHOCKS && id !== ALL_LUCK
}

/** Independent factors: every belief alone, those that move together as one, draws of luck, shocks, and all luck together. */
export function factorsOf({ correlations }: Pick<RunPlan, 'correlations'>): NamedFactor[] {
  const blocks = driverGroups('correlated', correlations)
  const inBlocks = new Set(blocks.flatMap(({ members }) => members))
  const alone = assumptions.filter(({ id, role }) => role !== 'luck' && !inBlocks.has(id))
  const luck = assumptions.filter(({ role }) => role === 'luck').map(({ id }) => id)
  return [
    ...blocks.map(({ id, label, members }) => ({ id, label, inputs: members })),
    ...alone.map(({ id }) => ({ id, label: labelOf(id), inputs: [id] })),
    { id: LUCK, label: 'Luck of talks and regulator', inputs: luck },
    { id: SHOCKS, label: 'Luck from quarter to quarter', inputs: [], shocks: true as const },
    { id: ALL_LUCK, label: 'All luck together', inputs: luck, shocks: true as const },
  ]
}

/** Base points of each answer in turn, of a run of so many trials; none where there are too few. */
export function pointsFor(trials: number): number[] {
  return trials < FEWEST_FUTURES
    ? []
    : [...new Set([Math.min(FIRST, trials), Math.min(FINE, trials)])]
}

/** Twice as many, as far as there are; the same where there are no more. */
export function morePoints(points: number, trials: number): number {
  return Math.min(2 * points, MOST, trials)
}

/** How many futures that simulates: each part of the factors runs the base points of both kinds anew. */
export function runsOf(factors: readonly NamedFactor[], points: number, workers: number): number {
  const parts = Math.ceil(factors.length / sizeOfPart(factors.length, workers))
  return points * (factors.length + 2 * parts)
}

function sizeOfPart(factors: number, workers: number): number {
  return Math.ceil(factors / (PARTS * workers))
}

/** The questions, some factors each, so that all workers have a part. */
export function sobolAsked(
  subject: Subject,
  factors: readonly NamedFactor[],
  points: number,
  workers: number,
): SobolRequest[] {
  const asked = factors.map(({ label: _label, ...factor }): FactorAsked => factor)
  const size = sizeOfPart(asked.length, workers)
  return Array.from({ length: Math.ceil(asked.length / size) }, (_, at) => ({
    subject,
    factors: asked.slice(at * size, (at + 1) * size),
    points,
  }))
}
