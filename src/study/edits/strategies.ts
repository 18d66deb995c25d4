import { offeredAt } from '../../../models/index.ts'
import type { Strategy } from '../../engine/model.ts'
import {
  idOf,
  MOST_STRATEGIES,
  simplifiedStrategy,
  type Study,
  type StudyStrategy,
} from '../index.ts'
import { copyName, freshId, moved, placeOf } from './entries.ts'
import { market } from '../model.ts'
import { type ResolvedStrategy, resolvedStrategies } from './resolved.ts'

/** An id for one more strategy, which neither the study nor the model has. */
export function freshStrategyId(study: Study): string {
  return freshId('strategy', [...resolvedStrategies(study), ...market.strategies])
}

/** A copy of a strategy under an id of its own, right after it. */
export function withStrategyCopy(study: Study, from: string, id: string): Study {
  const all = resolvedStrategies(study)
  const original = all.find((one) => one.id === from)
  if (!original || all.length >= MOST_STRATEGIES) return study
  const { story, levers } = original
  const copy: StudyStrategy = { id, label: copyName(original.label, all), story, levers }
  const at = study.strategies.findIndex((one) => idOf(one) === from)
  return { ...study, strategies: study.strategies.toSpliced(at + 1, 0, copy) }
}

/** Gives a strategy a name and a description. */
export function withStrategyWords(
  study: Study,
  id: string,
  { label, story }: { readonly label: string; readonly story: string },
): Study {
  return withStrategy(study, id, (entry) => ({ ...entry, label, story }))
}

/** Moves a strategy so many places down, or up where `by` is negative. */
export function withStrategyMoved(study: Study, id: string, by: number): Study {
  const from = study.strategies.findIndex((one) => idOf(one) === id)
  return { ...study, strategies: moved(study.strategies, from, by) }
}

/** Whether a strategy may go: what the others are compared with may not. */
export function canDelete(study: Study, id: string): boolean {
  return id !== market.reference && resolvedStrategies(study).length > 1
}

/** The study without a strategy. */
export function withoutStrategy(study: Study, id: string): Study {
  if (!canDelete(study, id)) return study
  return { ...study, strategies: study.strategies.filter((one) => idOf(one) !== id) }
}

/** Strategies that the model offers at the study's vantage and the study does not have. */
export function deletedStrategies(study: Study): readonly Strategy[] {
  return offeredAt(study.vantage).filter(
    ({ id }) => !study.strategies.some((one) => idOf(one) === id),
  )
}

/** One of the model's strategies as the model has it: put back if it was deleted, else as it was. */
export function withStrategyRestored(study: Study, id: string): Study {
  if (study.strategies.some((one) => idOf(one) === id)) {
    const strategies = study.strategies.map((one) => (idOf(one) === id ? id : one))
    return { ...study, strategies }
  }
  if (study.strategies.length >= MOST_STRATEGIES) return study
  const ofModel = market.strategies.map((one) => one.id)
  const place = placeOf(id, ofModel, study.strategies.map(idOf))
  return { ...study, strategies: study.strategies.toSpliced(place, 0, id) }
}

/** Whether one of the model's strategies differs from what the model says of it, in words or terms. */
export function isChanged({ label, story, levers, inherited, words }: ResolvedStrategy): boolean {
  if (!inherited || !words) return false
  const isSame = market.levers.every(({ id }) => levers[id] === inherited[id])
  return !isSame || label !== words.label || story !== words.story
}

function withStrategy(
  study: Study,
  id: string,
  change: (entry: StudyStrategy) => StudyStrategy,
): Study {
  const strategies = study.strategies.map((one) =>
    idOf(one) === id
      ? simplifiedStrategy(change(typeof one === 'string' ? { id } : one), study.vantage)
      : one,
  )
  return { ...study, strategies }
}
