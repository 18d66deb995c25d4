import { madeOnce } from '../state/made-once.svelte.ts'
import { untrack } from 'svelte'
import type { Fifth, Together } from '../../analyses/together.ts'
import type { Correlation } from '../../engine/model.ts'
import { correlationsOf, nearestPossible, type Study } from '../../study/index.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import {
  coefficientIn,
  groupsOf,
  membersOf,
  pairKey,
  withCorrelations,
  withGroup,
  withoutPair,
} from '../../study/edits/correlations.ts'
import { labelOf, market } from '../../study/model.ts'
import { listed } from '../../words/index.ts'
import { Asked } from '../state/asked.svelte.ts'
import { OfStudy } from '../state/of-study.svelte.ts'
import type { Run } from '../state/run.svelte.ts'
import type { StudyState } from '../state/study.svelte.ts'

/** Dots of a scatter. */
const DOTS = 400

/** What was asked for and cannot be. */
export interface Refused {
  /** The pair that was changed last, as `pairKey` names it; null for several. */
  readonly at: string | null
  readonly problem: string
  /** The nearest pairs that can be, and which of them differ from what was asked; null where none are known. */
  readonly nearest: {
    readonly all: readonly Correlation[]
    readonly changed: readonly { readonly pair: Correlation; readonly asked: number }[]
  } | null
}

/** How a pair came out in a run, and the coefficient it was drawn with. */
export interface Drawn extends Together {
  readonly coefficient: number
}

/** What the run's draws say of the pairs. */
export interface Seen {
  /** Id of the study that was run. */
  readonly study: string
  readonly results: RunResults
  readonly byPair: ReadonlyMap<string, Drawn>
}

/** What a run's draws say of one pair in more detail. */
interface SeenFifths {
  readonly results: RunResults
  readonly key: string
  readonly fifths: readonly Fifth[]
}

/** Beliefs that move together: the study's pairs, what was refused, and what came of them in the run. */
export class Correlations {
  readonly #together = new Asked<Seen>()
  readonly #fifths = new Asked<SeenFifths>()
  readonly seen = $derived(this.#together.value)
  readonly problem = $derived(this.#together.problem ?? this.#fifths.problem)

  readonly #open: OfStudy<string | null>
  readonly #picked: OfStudy<readonly string[]>
  #refused = $state.raw<(Refused & { readonly study: Study }) | null>(null)

  readonly pairs = $derived.by(() => correlationsOf(this.studies.study))
  readonly groups = $derived(groupsOf(this.pairs))
  readonly isOfModel = $derived.by(() => this.studies.study.correlations === undefined)
  /** Pairs of the model that the study does without. */
  readonly missing = $derived(
    market.correlations.filter(([a, b]) => coefficientIn(this.pairs, a, b) === null),
  )
  /** Until the study is changed otherwise. */
  readonly refused = $derived.by((): Refused | null => {
    const refused = this.#refused
    return refused && refused.study === this.studies.study ? refused : null
  })

  constructor(
    private readonly runner: Runner,
    private readonly studies: StudyState,
    private readonly hand: { readonly holding: boolean },
  ) {
    this.#open = new OfStudy<string | null>(studies, null)
    this.#picked = new OfStudy<readonly string[]>(studies, [])
  }

  /** The pair whose scatter is open, as `pairKey` names it. */
  get open(): string | null {
    return this.#open.value
  }
  set open(key: string | null) {
    this.#open.value = key
  }

  /** Beliefs picked to move together, in their order. */
  get picked(): readonly string[] {
    return this.#picked.value
  }
  set picked(beliefs: readonly string[]) {
    this.#picked.value = beliefs
  }

  /** Lets two beliefs or more move together; says whether it could. */
  link(ids: readonly string[], coefficient: number): boolean {
    const [a, b] = ids
    const name =
      ids.length === 2
        ? `changed how ${labelOf(a)} and ${labelOf(b)} move together`
        : `let ${listed(ids.map(labelOf))} move together`
    const at = ids.length === 2 ? pairKey(a, b) : null
    return this.#change(name, at, (study) => withGroup(study, ids, coefficient))
  }

  /** Lets those picked move together; where it cannot be they stay picked. */
  linkPicked(coefficient: number): void {
    if (this.link(this.picked, coefficient)) this.picked = []
  }

  unlink(a: string, b: string): void {
    const name = `took ${labelOf(a)} and ${labelOf(b)} apart`
    this.#change(name, null, (study) => withoutPair(study, a, b))
  }

  /** Takes the nearest pairs there can be in place of those that were refused. */
  useNearest(): void {
    const nearest = this.refused?.nearest
    if (!nearest) return
    this.picked = []
    this.#change('took the nearest correlations', null, (study) =>
      withCorrelations(study, nearest.all),
    )
  }

  /** The model's pairs again. */
  reset(): void {
    this.#change('put the correlations back', null, (study) =>
      withCorrelations(study, market.correlations),
    )
  }

  /** How a pair came out in the run that was asked last; null where it was not in it. */
  togetherOf(a: string, b: string): Drawn | null {
    if (this.seen?.study !== this.studies.id) return null
    return this.seen.byPair.get(pairKey(a, b)) ?? null
  }

  /** Of the pair whose scatter is open, by its first belief; null before the run was asked. */
  fifthsOf(a: string, b: string): readonly Fifth[] | null {
    const fifths = this.#fifths.value
    const isNow = fifths?.results === this.seen?.results && fifths?.key === pairKey(a, b)
    return isNow ? (fifths?.fifths ?? null) : null
  }

  /** The screen is left: nothing waits for its figures. */
  leave(): void {
    this.#together.drop()
    this.#fifths.drop()
  }

  /** Asks how the pairs came out in the run that has ended; depends on its results, on what is open and on held controls. */
  request({ results, current }: Run): void {
    const { open } = this
    const { holding } = this.hand
    // Results of another plan may be those of another study.
    if (!results || results.digest === null || !current || holding) return
    untrack(() => {
      this.#ask(results)
      if (open !== null) this.#askFifths(results, open)
    })
  }

  #ask(results: RunResults): void {
    const { correlations, worlds } = results.plan
    const { id: study } = this.studies
    this.#together.ask([results.plan], async (handle) => {
      const found = await this.runner.ask(
        'together',
        results,
        {
          scenario: worlds[0].id,
          pairs: correlations.map(([a, b]) => [a, b] as const),
          shown: DOTS,
        },
        handle,
      )
      const byPair = new Map(
        correlations.map(([a, b, coefficient], i) => [pairKey(a, b), { ...found[i], coefficient }]),
      )
      return { study, results, byPair }
    })
  }

  #askFifths(results: RunResults, key: string): void {
    const { plan } = results
    const [{ id: scenario }] = plan.worlds
    const found = plan.correlations.find(([a, b]) => pairKey(a, b) === key)
    if (!found) return
    const [a, b] = found
    this.#fifths.ask([plan, key], async (handle) => {
      const fifths = await this.runner.ask('fifths', results, { scenario, pair: [a, b] }, handle)
      return { results, key, fifths }
    })
  }

  #change(name: string, at: string | null, edit: (study: Study) => Study): boolean {
    const { study } = this.studies
    const wanted = edit(study)
    const problem = this.studies.change(name, () => wanted)
    this.#refused = problem === null ? null : { study, at, ...refusalOf(wanted, problem) }
    return problem === null
  }
}

function refusalOf(wanted: Study, problem: string): Omit<Refused, 'at'> {
  const asked = correlationsOf(wanted)
  const possible = safely(() => nearestPossible(asked))
  if (!possible) return { problem, nearest: null }
  const now = correlationsOf(withCorrelations(wanted, possible))
  const changed = now.flatMap((pair) => {
    const before = coefficientIn(asked, pair[0], pair[1]) ?? 0
    return before === pair[2] ? [] : [{ pair, asked: before }]
  })
  const gone = asked
    .filter(([a, b, r]) => r !== 0 && coefficientIn(now, a, b) === null)
    .map(([a, b, r]) => ({ pair: [a, b, 0] as const, asked: r }))
  const all = [...changed, ...gone]
  const names = membersOf(all.map(({ pair }) => pair)).map(labelOf)
  return {
    problem: `No futures can let ${listed(names)} move together in all these ways.`,
    nearest: { all: now, changed: all },
  }
}

/** Other reasons to refuse are in the problem already. */
function safely<T>(find: () => T): T | null {
  try {
    return find()
  } catch {
    return null
  }
}

export const correlationsStateOf = madeOnce(
  (app) => new Correlations(app.runner, app.studies, app.hand),
)
