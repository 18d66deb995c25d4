import { byLength } from '../analyses/tornado-bars.ts'
import type { DriverBar } from '../analyses/driver-bars.ts'
import { labelOf } from '../study/model.ts'
import type { TornadoFacts } from './tornado.ts'

/** A bar by its name, and what opens below it. */
export interface NamedBar {
  readonly bar: DriverBar
  readonly label: string
  readonly kind: 'belief' | 'group'
  /** Assumptions it is of. */
  readonly members: readonly string[]
  /** Bars of its members, longest first; none of a belief. */
  readonly parts: readonly DriverBar[]
}

type Bars = Pick<TornadoFacts, 'bars' | 'groups' | 'groupBars' | 'base'>

/** Bars that are drawn. */
const MOST = 10
/** Beliefs in no group that are drawn in any case. */
const LEAST_ALONE = 3

/** Every bar there may be: groups that have one, and beliefs that are in none of these; told ones first, then by length. */
export function rankedBars({ bars, groups, groupBars, base }: Bars): NamedBar[] {
  const named = groupBars.flatMap((bar): NamedBar[] => {
    const group = groups.find(({ id }) => id === bar.id)
    if (!group) return []
    const { label, members } = group
    const parts = bars.filter(({ id }) => members.includes(id))
    return [{ bar, label, kind: 'group', members, parts }]
  })
  const grouped = new Set(named.flatMap(({ members }) => members))
  for (const bar of bars) {
    const { id } = bar
    if (grouped.has(id)) continue
    named.push({ bar, label: labelOf(id), kind: 'belief', members: [id], parts: [] })
  }
  const order = byLength(
    named.map(({ bar }) => bar),
    base?.mean ?? 0,
  )
  return named.toSorted((a, b) => order.indexOf(a.bar) - order.indexOf(b.bar))
}

/** Those of them that are drawn, in their order: all groups, and the longest of the others. */
export function shownBars(facts: Bars): NamedBar[] {
  const ranked = rankedBars(facts)
  const groups = ranked.filter(({ kind }) => kind === 'group').length
  const alone = ranked
    .filter(({ kind }) => kind === 'belief')
    .slice(0, Math.max(LEAST_ALONE, MOST - groups))
  return ranked
    .filter((one) => one.kind === 'group' || alone.includes(one))
    .map((one) => ({ ...one, parts: one.parts.slice(0, MOST) }))
}
