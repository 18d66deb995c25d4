import type { DriverMethod } from '../analyses/driver-bars.ts'
import type { Correlation } from '../engine/model.ts'
import { linkedAmong } from '../study/driver-groups.ts'
import { labelOf } from '../study/model.ts'
import { count, listed, sentences } from '../words/index.ts'

/** Beliefs that are named of those that move together. */
const MOST = 5

/** What follows for bars that stand beside each other. */
const FOLLOWS: Readonly<Partial<Record<DriverMethod, string>>> = {
  regression:
    'each bar is what the others leave, and how what they share is split between them is uncertain',
  oneAtATime: 'here each is moved alone all the same',
}
const SHARED = 'part of each bar can be the others’ doing'

/**
 * That some of the beliefs told of move together because the study says so, in a sentence or two;
 * empty where none do.
 *
 * @param ids beliefs whose bars are beyond chance, longest first
 * @param correlations of the study
 */
export function togetherWords(
  ids: readonly string[],
  correlations: readonly Correlation[],
  method: DriverMethod,
): string {
  const [first, ...others] = linkedAmong(ids, correlations).map(namesOf)
  if (!first) return ''
  return sentences([
    `${first} tend to move together in this study: ${FOLLOWS[method] ?? SHARED}.`,
    others.length > 0 ? `So do ${others.join('; and so do ')}.` : '',
  ])
}

/** That they stand as one bar, where bars are of beliefs that move together; empty where none do. */
export function asOneWords(ids: readonly string[], correlations: readonly Correlation[]): string {
  const [first] = linkedAmong(ids, correlations)
  return first ? `${namesOf(first)} stand in one bar here, as they tend to move together.` : ''
}

function namesOf(ids: readonly string[]): string {
  const names = ids.map(labelOf)
  const rest = names.length - MOST
  return listed(rest > 0 ? [...names.slice(0, MOST), `${count(rest)} more`] : names)
}
