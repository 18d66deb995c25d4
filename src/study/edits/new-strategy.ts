import type { Levers } from '../../engine/model.ts'
import { MOST_STRATEGIES, type Study, type StudyStrategy } from '../index.ts'
import { LONGEST_NAME } from './entries.ts'
import { resolvedStrategies } from './resolved.ts'

/** A new strategy with its own terms, after all others. */
export function withNewStrategy(
  study: Study,
  entry: Required<Pick<StudyStrategy, 'id' | 'label' | 'story' | 'levers'>>,
): Study {
  if (resolvedStrategies(study).length >= MOST_STRATEGIES) return study
  return { ...study, strategies: [...study.strategies, entry] }
}

/** A name that no strategy has yet, no longer than names are typed: the stem, or with a number. */
export function freeName(stem: string, taken: readonly { readonly label: string }[]): string {
  const isTaken = (name: string) => taken.some(({ label }) => label === name)
  const cut = stem.slice(0, LONGEST_NAME).trim()
  if (!isTaken(cut)) return cut
  let number = 2
  const counted = () => `${stem.slice(0, LONGEST_NAME - 4).trim()} ${number}`
  while (isTaken(counted())) number++
  return counted()
}

/** The strategy with exactly these terms; undefined where there is none. */
export function strategyWith(study: Study, levers: Levers): { readonly label: string } | undefined {
  return resolvedStrategies(study).find((one) =>
    Object.keys(levers).every((id) => one.levers[id] === levers[id]),
  )
}
