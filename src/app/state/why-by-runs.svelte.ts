import { untrack } from 'svelte'
import type { OneAtATime } from '../../analyses/one-at-a-time.ts'
import type { FactorIndex } from '../../analyses/sobol-indices.ts'
import {
  factorsOf,
  morePoints,
  type NamedFactor,
  pointsFor,
  runsOf,
  sobolAsked,
} from '../../findings/drivers-by-runs-asked.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, type WhyFacts, whyOf } from './why.svelte.ts'

interface Middle {
  readonly facts: WhyFacts
  readonly found: OneAtATime
}

interface Indices {
  readonly facts: WhyFacts
  readonly factors: readonly NamedFactor[]
  readonly points: number
  /** Futures that were simulated for it, those of an answer before it too. */
  readonly runs: number
  readonly found: readonly FactorIndex[]
}

/** What moves it, by methods that run futures of their own: total indices are asked for by hand. */
export class WhyByRuns {
  readonly #middle = new Asked<Middle>()
  readonly #indices = new Asked<Indices>()
  /** What indices were asked of last. */
  #workedOn: WhyFacts | null = null

  readonly middle = $derived(this.#middle.value)
  readonly indices = $derived(this.#indices.value)
  readonly status = $derived(this.#indices.status)
  readonly progress = $derived(this.#indices.progress)
  readonly problem = $derived(this.#indices.problem ?? this.#middle.problem)
  /** Base points of a next answer, and the futures that simulates; null where there is none to be had. */
  readonly next = $derived.by(() => {
    const { facts } = this.why
    if (!facts) return null
    const { trials, plan } = facts.results
    const before = this.isCurrent ? (this.indices?.points ?? 0) : 0
    const steps = before === 0 ? pointsFor(trials) : [morePoints(before, trials)]
    const most = steps.at(-1) ?? 0
    if (most <= before) return null
    const factors = factorsOf(plan)
    const { workers } = this.page.runner
    return { steps, runs: steps.reduce((sum, points) => sum + runsOf(factors, points, workers), 0) }
  })
  readonly isCurrent = $derived.by(() => isSame(this.indices?.facts, this.why.facts))
  readonly isMiddleCurrent = $derived.by(() => isSame(this.middle?.facts, this.why.facts))

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'run'>,
    private readonly why: Why,
  ) {}

  /** Asks for the middle future, which takes no time; depends on what is explained. */
  requestMiddle(): void {
    const { facts } = this.why
    if (!facts) return
    const { results, whole: subject } = facts
    untrack(() =>
      this.#middle.ask([facts], async (handle) => ({
        facts,
        found: await this.page.runner.ask('oneAtATime', results, { subject }, handle),
      })),
    )
  }

  /** Works out total indices, or the same on twice as many points. */
  work(): void {
    const { facts } = this.why
    const { next } = this
    if (!facts || !next) return
    const { results } = facts
    const { steps } = next
    this.#workedOn = facts
    const factors = factorsOf(results.plan)
    const whole = steps.reduce((sum, one) => sum + one, 0)
    this.#indices.ask([facts, steps.at(-1)], async ({ signal, onProgress, onUpdate }) => {
      let before = 0
      let last: Indices = { facts, factors, points: 0, runs: 0, found: [] }
      for (const points of steps) {
        const onPart = (part: number) => onProgress((before + part * points) / whole)
        const found = await this.#indicesOn(facts, factors, points, { signal, onProgress: onPart })
        const { workers } = this.page.runner
        const runs = last.runs + runsOf(factors, points, workers)
        last = { facts, factors, points, runs, found }
        onUpdate(last)
        before += points
      }
      return last
    })
  }

  cancel(): void {
    this.#indices.cancel()
  }

  /** Gives up what is worked out of something else than what is explained now, or of another run; depends on both. */
  dropOld(): void {
    const { whole } = this.why
    const { plan } = this.page.run
    const of = this.#workedOn
    if (of?.results.plan === plan && (!whole || isSame(of, whole))) return
    untrack(() => {
      if (this.#indices.status === 'asking') this.#indices.drop()
    })
  }

  /** All workers have a part of the factors. */
  async #indicesOn(
    { results, whole: subject }: WhyFacts,
    factors: readonly NamedFactor[],
    points: number,
    { signal, onProgress }: { readonly signal: AbortSignal; onProgress: (part: number) => void },
  ): Promise<readonly FactorIndex[]> {
    const asked = sobolAsked(subject, factors, points, this.page.runner.workers)
    const done = asked.map(() => 0)
    const all = asked.map(async (request, at) => {
      const tell = (part: number) => {
        done[at] = part
        onProgress(done.reduce((sum, one) => sum + one, 0) / done.length)
      }
      const handle = { signal, onProgress: tell }
      const found = await this.page.runner.ask('sobolIndices', results, request, handle)
      tell(1)
      return found
    })
    return (await Promise.all(all)).flat()
  }

  /** The section is left: nothing waits for it. */
  leave(): void {
    for (const one of [this.#middle, this.#indices]) if (one.status === 'asking') one.drop()
  }
}

type Explained = Pick<WhyFacts, 'results' | 'whole'>

function isSame(a: Explained | null | undefined, b: Explained | null): boolean {
  return (
    !!a && !!b && a.results === b.results && JSON.stringify(a.whole) === JSON.stringify(b.whole)
  )
}

export const whyByRunsOf = madeOnce((app) => new WhyByRuns(app, whyOf(app)))
