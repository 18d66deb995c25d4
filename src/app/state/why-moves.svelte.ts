import { untrack } from 'svelte'
import type { DriverDisagreement } from '../../analyses/driver-disagreements.ts'
import type { DriverBar, DriverMethod } from '../../analyses/driver-bars.ts'
import type { GivenMethod } from '../../analyses/tornado-bars.ts'
import type { TornadoAnswer } from '../../analyses/tornado.ts'
import { type BeliefGroup, driverGroups, type Grouping } from '../../study/driver-groups.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, type WhyFacts, whyOf } from './why.svelte.ts'

/** What moves it, of one set of facts. */
interface Moved {
  readonly facts: WhyFacts
  readonly method: GivenMethod
  readonly answer: TornadoAnswer
}

interface Grouped {
  readonly facts: WhyFacts
  readonly method: GivenMethod
  readonly grouping: Grouping
  readonly groups: readonly BeliefGroup[]
  readonly bars: readonly DriverBar[]
}

/** Whether a method reads the futures at hand, rather than run more. */
export function isGiven(method: DriverMethod): method is GivenMethod {
  return method !== 'oneAtATime' && method !== 'total'
}

/** The section “What moves it” of Why, from the futures at hand. */
export class WhyMoves {
  method = $state<DriverMethod>('swing')
  grouping = $state<Grouping>('none')
  /** Groups whose parts are shown, by id. */
  open = $state.raw<ReadonlySet<string>>(new Set())
  /** The method whose bars are worked out from the futures at hand: beside one that runs its own, the swing. */
  readonly given = $derived.by(() => (isGiven(this.method) ? this.method : 'swing'))
  readonly #moved = new Asked<Moved>()
  readonly #grouped = new Asked<Grouped>()
  readonly #disagreements = new Asked<{
    readonly facts: WhyFacts
    readonly found: readonly DriverDisagreement[]
  }>()

  readonly moved = $derived(this.#moved.value)
  /** Groups of what is in sight; none until they are there. */
  readonly grouped = $derived.by(() => {
    const { moved } = this
    const grouped = this.#grouped.value
    const isOf = grouped?.facts === moved?.facts && grouped?.method === moved?.method
    return isOf && this.grouping !== 'none' ? grouped : null
  })
  readonly disagreements = $derived.by(() => {
    const found = this.#disagreements.value
    return found && found.facts === this.moved?.facts ? found.found : null
  })
  /** Whether what is in sight is of something else than what is asked for. */
  readonly isOld = $derived.by(
    () =>
      this.moved === null ||
      this.moved.facts !== this.why.facts ||
      this.moved.method !== this.given ||
      (this.grouping !== 'none' && this.grouped?.grouping !== this.grouping),
  )

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'view'>,
    private readonly why: Pick<Why, 'facts'>,
  ) {}

  /** Whether bars by the method are being worked out. */
  get isAsking(): boolean {
    return this.#moved.status === 'asking'
  }

  get problem(): string | null {
    return this.#moved.problem ?? this.#grouped.problem ?? this.#disagreements.problem
  }

  /** Asks for what is shown; depends on what is explained, the method and groups. */
  request(): void {
    const { facts } = this.why
    const { given: method, grouping } = this
    if (!facts) return
    const { results, subject } = facts
    untrack(() => {
      this.#moved.ask([facts, method], async (handle) => ({
        facts,
        method,
        answer: await this.page.runner.ask('tornado', results, { subject, method }, handle),
      }))
      if (grouping !== 'none' && isGiven(this.method)) this.#requestGroups(facts, method, grouping)
    })
    // Worked out when the bars are there: nobody waits for it.
    if (this.#moved.status !== 'done') return
    untrack(() =>
      this.#disagreements.ask([facts], async (handle) => ({
        facts,
        found: await this.page.runner.ask(
          'driverDisagreements',
          results,
          { subject },
          { ...handle, priority: -1 },
        ),
      })),
    )
  }

  /** Beliefs that the bars by the method say surely move it, longest first; none until they are there. */
  readonly leading = $derived.by(
    () => this.moved?.answer.bars.flatMap(({ id, isTold }) => (isTold ? [id] : [])) ?? [],
  )

  /** The same where they are by the swing and of what is explained now; else none. */
  readonly leadingBySwing = $derived.by(() => {
    const { moved } = this
    return moved?.method === 'swing' && moved.facts === this.why.facts ? this.leading : []
  })
  /** Whether the method can answer: futures run anew might not have an outcome that only some have. */
  readonly applies = $derived.by(
    () => isGiven(this.method) || this.page.view.outcome.onlyIf === undefined,
  )

  /** Those of some beliefs that have bars of their own: none where the method does not apply. */
  alone(ids: readonly string[]): string[] {
    if (!this.applies) return []
    const grouped = isGiven(this.method) ? this.grouped : null
    const has = (group: BeliefGroup) => grouped?.bars.some(({ id }) => id === group.id)
    const inside = new Set(grouped?.groups.filter(has).flatMap(({ members }) => members))
    return ids.filter((id) => !inside.has(id))
  }

  /** Puts beliefs that move together in one bar each and opens that of one of them; or takes them apart. */
  putTogether(id: string | null): void {
    this.grouping = id === null ? 'none' : 'correlated'
    const correlations = this.why.facts?.results.plan.correlations ?? []
    const groups = id === null ? [] : driverGroups('correlated', correlations)
    this.open = new Set(groups.flatMap((one) => (one.members.includes(id ?? '') ? [one.id] : [])))
  }

  toggle(id: string): void {
    const open = new Set(this.open)
    if (!open.delete(id)) open.add(id)
    this.open = open
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    for (const one of [this.#moved, this.#grouped, this.#disagreements]) {
      if (one.status === 'asking') one.drop()
    }
  }

  #requestGroups(facts: WhyFacts, method: GivenMethod, grouping: Grouping): void {
    const { results, subject } = facts
    const groups = driverGroups(grouping, results.plan.correlations)
    this.#grouped.ask([facts, method, grouping], async (handle) => ({
      facts,
      method,
      grouping,
      groups,
      bars: await this.page.runner.ask(
        'tornadoGroups',
        results,
        { subject, method, groups: groups.map(({ id, members }) => ({ id, members })) },
        handle,
      ),
    }))
  }
}

export const whyMovesOf = madeOnce((app) => new WhyMoves(app, whyOf(app)))
