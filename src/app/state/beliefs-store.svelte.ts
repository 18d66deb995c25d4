import { type Distribution, distributionKey, quantile } from '../../engine/distributions/index.ts'
import { assumptions, type MarketAssumption, modules } from './model.ts'
import { beliefOf, defaultOf, usualOf } from './study-edits.ts'
import type { StudyStore } from './study-store.svelte.ts'

export type BeliefFilter = 'all' | 'changed' | 'judgement' | 'events'

/** One row of the catalogue. */
export interface BeliefRow {
  readonly assumption: MarketAssumption
  readonly belief: Distribution
  /** Differs from the catalogue's default at this vantage. */
  readonly differs: boolean
  /** Changed by the study rather than by the scenario. */
  readonly changed: boolean
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

export interface BeliefGroup {
  readonly id: string
  readonly label: string
  readonly rows: readonly BeliefRow[]
}

/** Search, filters and the rows they leave. */
export class BeliefsStore {
  search = $state('')
  filter = $state<BeliefFilter>('all')
  /** Id of a source; empty for any. */
  source = $state('')

  readonly rows = $derived.by(() => {
    const { study, scenario } = this.studies
    return assumptions
      .filter(({ role }) => role !== 'luck')
      .map((assumption) => rowOf(assumption, study, scenario))
  })
  readonly shown = $derived(this.rows.filter((row) => this.#passes(row)))
  readonly groups = $derived<BeliefGroup[]>(
    modules
      .map(({ id, label }) => ({
        id,
        label,
        rows: this.shown.filter(({ assumption }) => assumption.module === id),
      }))
      .filter(({ rows }) => rows.length > 0),
  )
  readonly changedCount = $derived(this.rows.filter(({ changed }) => changed).length)

  constructor(private readonly studies: StudyStore) {}

  clear(): void {
    this.search = ''
    this.filter = 'all'
    this.source = ''
  }

  #passes({ assumption, changed, differs }: BeliefRow): boolean {
    const { label, title, question, sources, role } = assumption
    if (this.source && !sources.some((id) => id === this.source)) return false
    if (this.filter === 'changed' && !changed && !differs) return false
    if (this.filter === 'events' && role !== 'event') return false
    if (this.filter === 'judgement' && !sources.every((id) => id === 'judgement')) return false
    const text = `${label} ${title} ${question} ${assumption.id}`.toLowerCase()
    const words = this.search.toLowerCase().split(/\s+/)
    return words.every((word) => text.includes(word))
  }
}

function rowOf(
  assumption: MarketAssumption,
  study: StudyStore['study'],
  scenario: string,
): BeliefRow {
  const belief = beliefOf(study, scenario, assumption.id)
  const key = distributionKey(belief)
  const [p10, p50, p90] = quantilesOf(belief, key)
  return {
    assumption,
    belief,
    differs: key !== distributionKey(defaultOf(study, assumption.id)),
    changed: key !== distributionKey(usualOf(study, scenario, assumption.id)),
    p10,
    p50,
    p90,
  }
}

// Exact quantiles are asked for with every change of any belief; most are as before.
const known = new Map<string, readonly [number, number, number]>()

function quantilesOf(belief: Distribution, key: string): readonly [number, number, number] {
  const before = known.get(key)
  if (before) return before
  const at = quantile(belief)
  const found = [at(0.1), at(0.5), at(0.9)] as const
  if (known.size > 2000) known.clear()
  known.set(key, found)
  return found
}
