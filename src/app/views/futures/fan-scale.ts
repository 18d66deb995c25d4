import { type Domain, niceDomain, reachOf } from '../../charts/fan.ts'
import { quarterNumber } from '../../../words/index.ts'
import { observedOf } from '../../../findings/observed.ts'
import type { FanPanel } from '../../state/futures.svelte.ts'

/** History that is shown before the start, in quarters. */
export const BEFORE = 16

/** Where a series alone decides how it is drawn. */
export const colourOf: Readonly<Record<string, string>> = {
  awsShare: 'var(--aws)',
  azureShare: 'var(--azure)',
  googleShare: 'var(--google)',
  specialistsShare: 'var(--specialists)',
  othersShare: 'var(--others)',
  awsAiShare: 'var(--aws)',
  awsChipAdvantage: 'var(--aws)',
}

export const referenceOf: Readonly<Record<string, { value: number; label: string }>> = {
  hhi: { value: 1800, label: '1,800: highly concentrated' },
}

/** What was observed and is shown: some years before the start, and all after it. */
export function observedFrom<Dot extends { readonly quarter: string }>(
  observed: readonly Dot[],
  start: string,
): Dot[] {
  const earliest = quarterNumber(start) - BEFORE
  return observed.filter(({ quarter }) => quarterNumber(quarter) >= earliest)
}

/** One scale for series that are compared. */
export function scaleOf(panels: readonly FanPanel[], start: string): Domain {
  const values = panels.flatMap(({ id, fans, singles }) => [
    ...reachOf(fans, singles, observedFrom(observedOf(id), start)),
    ...(referenceOf[id] ? [referenceOf[id].value] : []),
  ])
  const fromZero = panels.every(({ unit }) => unit !== 'points')
  return niceDomain(values, fromZero)
}
