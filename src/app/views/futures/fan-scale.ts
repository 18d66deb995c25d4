import { type Domain, niceDomain, reachOf } from '../../charts/fan.ts'
import { quarterNumber } from '../../../words/index.ts'
import { observedOf } from '../../../findings/observed.ts'
import { seriesProvider, seriesThresholds } from '../../../study/model.ts'
import type { FanPanel } from '../../state/futures.svelte.ts'

/** History that is shown before the start, in quarters. */
export const BEFORE = 16

/** The colour of the provider a series is about; none where it is about no one. */
export function colourOf(series: string): string | undefined {
  const provider = seriesProvider[series]
  return provider && `var(--${provider})`
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
  const values = panels.flatMap(({ id, fans, reach }) => [
    ...reachOf(fans, reach, observedFrom(observedOf(id), start)),
    ...(seriesThresholds[id] ? [seriesThresholds[id].value] : []),
  ])
  const fromZero = panels.every(({ unit }) => unit !== 'points')
  return niceDomain(values, fromZero)
}
