import { madeOnce } from '../state/made-once.svelte.ts'
import { type Distribution, distributionKey, quantile } from '../../engine/distributions/index.ts'
import {
  assumptions,
  basisOf,
  isJudgement,
  type MarketAssumption,
  modules,
  titleOf,
} from '../../study/model.ts'
import { commas } from '../../words/index.ts'
import { type Influences, influencesOf } from './influences.svelte.ts'
import type { AssumptionNote } from '../../study/index.ts'
import { noteOn } from '../../study/edits/notes.ts'
import { OfStudy } from '../state/of-study.svelte.ts'
import { beliefOf, defaultBelief, inheritedBelief } from '../../study/edits/beliefs.ts'
import type { StudyState } from '../state/study.svelte.ts'
import { questionOf, questionsOf, type VantageQuestion } from '../../study/edits/vantage.ts'

export type BeliefFilter =
  | 'all'
  | 'changed'
  | 'scenario'
  | 'differ'
  | 'asked'
  | 'noted'
  | 'judgement'
  | 'events'
export type BeliefOrder = 'mechanism' | 'influence'

/** What filters are called. */
export const FILTERS: Readonly<Record<BeliefFilter, string>> = {
  all: 'All',
  changed: 'Changed',
  scenario: 'By the scenario',
  differ: 'Different there',
  asked: 'To decide',
  noted: 'With a note',
  judgement: 'Judgement only',
  events: 'Events',
}

/** One row of the catalogue. */
export interface BeliefRow {
  readonly assumption: MarketAssumption
  readonly belief: Distribution
  /** Differs from the catalogue's default at this vantage. */
  readonly differs: boolean
  /** Changed by the study rather than by the scenario. */
  readonly changed: boolean
  /** What holds in the scenario compared with, where that is something else. */
  readonly other: Distribution | null
  /** What is to be decided since the vantage was changed. */
  readonly question: VantageQuestion | null
  readonly note: AssumptionNote | null
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
export class BeliefCatalogue {
  search = $state('')
  /** Whether somebody asked to type a search; the field takes it from there. */
  wantsSearch = $state(false)
  #filter = $state<BeliefFilter>('all')
  order = $state<BeliefOrder>('mechanism')
  #source = $state('')
  readonly #against: OfStudy<string>

  /** The scenario whose values are marked; null where the defaults are. */
  readonly against = $derived.by(() => {
    const { scenario, scenarios } = this.studies
    const id = this.#against.value
    return scenarios.find((one) => one.id === id && id !== scenario) ?? null
  })
  readonly rows = $derived.by(() => {
    const { study, scenario } = this.studies
    const against = this.against?.id ?? null
    return assumptions
      .filter(({ role }) => role !== 'luck')
      .map((assumption) => rowOf(assumption, study, scenario, against))
  })
  readonly shown = $derived(this.rows.filter((row) => this.#passes(row)))
  readonly groups = $derived<BeliefGroup[]>(
    this.order === 'influence' ? this.#byInfluence() : this.#byMechanism(),
  )
  readonly changedCount = $derived(this.rows.filter(({ changed }) => changed).length)
  /** Changed by the scenario in view, not by hand. */
  readonly scenarioCount = $derived(
    this.rows.filter(({ changed, differs }) => differs && !changed).length,
  )
  /** Of all scenarios. */
  readonly questions = $derived.by(() => questionsOf(this.studies.study))

  constructor(
    private readonly studies: StudyState,
    private readonly influences: Influences,
  ) {
    this.#against = new OfStudy(studies, '')
  }

  /** What is different there is asked for only while there is something to compare with. */
  get filter(): BeliefFilter {
    return this.#filter === 'differ' && this.against === null ? 'all' : this.#filter
  }
  set filter(filter: BeliefFilter) {
    this.#filter = filter
  }

  /** Id of a source that some belief rests on at this vantage; empty for any. */
  get source(): string {
    const isUsed = assumptions.some((one) => this.#restsOn(one, this.#source))
    return isUsed ? this.#source : ''
  }
  set source(source: string) {
    this.#source = source
  }

  /** Marks what is different in another scenario; an empty id, what differs from the defaults. */
  compareWith(scenario: string): void {
    this.#against.value = scenario
    if (scenario === '' && this.#filter === 'differ') this.#filter = 'all'
  }

  /** What hides rows, in words; empty where nothing does. */
  get hiding(): string {
    const search = this.search.trim()
    return commas([
      search ? `the search “${search}”` : '',
      this.filter === 'all' ? '' : `“${FILTERS[this.filter]}”`,
      this.source ? 'those that rest on one source' : '',
    ])
  }

  /** Whether a belief stands in the list as it is searched and filtered. */
  isShown(id: string): boolean {
    return this.shown.some(({ assumption }) => assumption.id === id)
  }

  clear(): void {
    this.search = ''
    this.filter = 'all'
    this.source = ''
  }

  #byMechanism(): BeliefGroup[] {
    return modules
      .map(({ id, label }) => ({
        id,
        label,
        rows: this.shown.filter(({ assumption }) => assumption.module === id),
      }))
      .filter(({ rows }) => rows.length > 0)
  }

  /** The strongest first; those without an influence to speak of as they come. */
  #byInfluence(): BeliefGroup[] {
    const shareOf = ({ assumption }: BeliefRow) => this.influences.of(assumption.id)?.share ?? 0
    const strong = this.shown.filter((row) => shareOf(row) > 0)
    const rest = this.shown.filter((row) => shareOf(row) === 0)
    const sorted = strong.toSorted((a, b) => shareOf(b) - shareOf(a))
    return [
      { id: 'strong', label: 'Strongest influence first', rows: sorted },
      { id: 'rest', label: 'Too little influence to rank', rows: rest },
    ].filter(({ rows }) => rows.length > 0)
  }

  #passes({ assumption, changed, differs, other, question, note }: BeliefRow): boolean {
    const { id, label, role } = assumption
    const { source } = this
    if (source && !this.#restsOn(assumption, source)) return false
    if (this.filter === 'changed' && !changed) return false
    if (this.filter === 'scenario' && (changed || !differs)) return false
    if (this.filter === 'differ' && other === null) return false
    if (this.filter === 'asked' && question === null) return false
    if (this.filter === 'noted' && note === null) return false
    if (this.filter === 'events' && role !== 'event') return false
    const basis = basisOf(assumption, this.studies.study.vantage)
    if (this.filter === 'judgement' && !isJudgement(basis)) return false
    const said = `${note?.owner ?? ''} ${note?.note ?? ''}`
    const text = `${label} ${titleOf(id)} ${assumption.question} ${id} ${said}`.toLowerCase()
    const words = this.search.toLowerCase().split(/\s+/)
    return words.every((word) => text.includes(word))
  }

  #restsOn(assumption: MarketAssumption, source: string): boolean {
    return basisOf(assumption, this.studies.study.vantage).sources.some((id) => id === source)
  }
}

function rowOf(
  assumption: MarketAssumption,
  study: StudyState['study'],
  scenario: string,
  against: string | null,
): BeliefRow {
  const { id } = assumption
  const belief = beliefOf(study, scenario, id)
  const key = distributionKey(belief)
  const other = against === null ? null : beliefOf(study, against, id)
  // A draw outside what is possible counts as the bound, and so do its percentiles.
  const [min, max] = assumption.domain
  const [p10, p50, p90] = quantilesOf(belief, key).map((x) => Math.min(max, Math.max(min, x)))
  return {
    assumption,
    belief,
    differs: key !== distributionKey(defaultBelief(study, id)),
    changed: key !== distributionKey(inheritedBelief(study, scenario, id)),
    other: other && distributionKey(other) !== key ? other : null,
    question: questionOf(study, scenario, id),
    note: noteOn(study, id),
    p10,
    p50,
    p90,
  }
}

// Exact quantiles are asked for with every change of any belief; most are as before.
const quantilesByKey = new Map<string, readonly [number, number, number]>()

function quantilesOf(belief: Distribution, key: string): readonly [number, number, number] {
  const before = quantilesByKey.get(key)
  if (before) return before
  const at = quantile(belief)
  const found = [at(0.1), at(0.5), at(0.9)] as const
  if (quantilesByKey.size > 2000) quantilesByKey.clear()
  quantilesByKey.set(key, found)
  return found
}

export const beliefsOf = madeOnce((app) => new BeliefCatalogue(app.studies, influencesOf(app)))
