import type { Weighed } from '../analyses/contrasts.ts'
import type { Estimate } from '../analyses/estimates.ts'
import type { Parts } from '../analyses/parts.ts'
import type { Coalition } from '../analyses/shapley.ts'
import { canonicalJson } from '../engine/cases.ts'
import type { CaseRef, PlannedCase, RunPlan, World } from '../engine/plan.ts'
import { beliefsWith, type Bridged, entriesOf, leversWith } from '../study/bridge.ts'
import type { Asked, AskedCase } from './asked.ts'
import type { AskOptions, Runner } from './runner.ts'

/** Worlds that are named by all they depend on at once: more would hold the page's thread. */
const MOST_WORLDS = 12

/** A case between two others: which of the terms and beliefs that differ are as at the second. */
export interface BridgeCase {
  readonly terms: Coalition
  readonly beliefs: Coalition
}

/** Cases added up, each with its weight. */
export type BridgeSum = readonly (readonly [BridgeCase, number])[]

/** Cases between two others on so many of their futures: each is run once, when it is first asked about. */
export class BridgeCases {
  private readonly known = new Map<string, AskedCase>()
  private readonly terms: readonly string[]
  private readonly beliefs: readonly string[]

  /** @param outcome the only one that is looked at */
  constructor(
    private readonly runner: Runner,
    private readonly between: Bridged,
    private readonly outcome: string,
    readonly trials: number,
  ) {
    this.terms = entriesOf(between.decide)
    this.beliefs = entriesOf(between.believe)
  }

  /** How many of some cases have to be run, since they are not the same terms and beliefs. */
  differentOf(cases: readonly BridgeCase[]): number {
    const names = cases.map(({ terms, beliefs }) => canonicalJson(this.leversOf(terms)) + beliefs)
    return new Set(names).size
  }

  /** Means of sums of cases and their errors, future by future. */
  async contrasts(sums: readonly BridgeSum[], options: AskOptions = {}): Promise<Estimate[]> {
    const of = await this.run(sums, options)
    return this.runner.ask('contrasts', of, { sums: this.weighed(sums) }, options)
  }

  /** What parts of a whole are; see the analysis. */
  async parts(
    sums: readonly BridgeSum[],
    groups: readonly (readonly number[])[],
    whole: Estimate | null,
    options: AskOptions = {},
  ): Promise<Parts> {
    const of = await this.run(sums, options)
    const request = { parts: this.weighed(sums), groups, whole }
    return this.runner.ask('parts', of, request, options)
  }

  private async run(sums: readonly BridgeSum[], options: AskOptions): Promise<Asked> {
    const { signal, onProgress } = options
    const { plan, from, to } = this.between
    const wanted = new Map(sums.flat().map(([one]) => [nameOf(one), one]))
    const missing = [...wanted.values()].filter((one) => !this.known.has(nameOf(one)))
    const parts = [from.correlations, to.correlations]
      .filter((one, at, all) => all.indexOf(one) === at)
      .flatMap((correlations) => inPieces(this.planOf(missing, correlations)))
    for (const [at, part] of parts.entries()) {
      const asked = await this.runner.columns(part, [this.outcome], {
        signal,
        onProgress: (done, total) => onProgress?.((at + done / total) / parts.length),
      })
      for (const one of asked.cases) this.known.set(nameOf(caseNamed(one)), one)
    }
    const cases = [...wanted.keys()].flatMap((name) => this.known.get(name) ?? [])
    return { plan: { ...plan, trials: this.trials }, trials: this.trials, cases }
  }

  /** A plan of those cases in which beliefs move together like this. */
  private planOf(cases: readonly BridgeCase[], correlations: RunPlan['correlations']): RunPlan {
    const { plan } = this.between
    const worlds = new Map<Coalition, World>()
    const planned: PlannedCase[] = []
    for (const one of cases) {
      const believed = beliefsWith(this.between, moved(one.beliefs, this.beliefs))
      if (believed.correlations !== correlations) continue
      const { distributions } = believed
      worlds.set(one.beliefs, { id: one.beliefs, label: one.beliefs, distributions })
      planned.push({ ...refOf(one), label: one.terms, levers: this.leversOf(one.terms) })
    }
    return {
      ...plan,
      trials: this.trials,
      correlations,
      worlds: [...worlds.values()],
      cases: planned,
    }
  }

  private leversOf(terms: Coalition) {
    return leversWith(this.between, moved(terms, this.terms))
  }

  private weighed(sums: readonly BridgeSum[]): Weighed[][] {
    return sums.map((sum) =>
      sum.map(([one, weight]) => ({ case: refOf(one), outcome: this.outcome, weight })),
    )
  }
}

/** A plan of some worlds after the other. */
function inPieces(plan: RunPlan): RunPlan[] {
  const pieces = Math.ceil(plan.worlds.length / MOST_WORLDS)
  return Array.from({ length: pieces }, (_, at) => {
    const worlds = plan.worlds.slice(at * MOST_WORLDS, (at + 1) * MOST_WORLDS)
    const ids = new Set(worlds.map(({ id }) => id))
    return { ...plan, worlds, cases: plan.cases.filter(({ scenario }) => ids.has(scenario)) }
  })
}

function moved(coalition: Coalition, ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids.filter((_, at) => coalition[at] === '1'))
}

function refOf({ terms, beliefs }: BridgeCase): CaseRef {
  return { strategy: terms, scenario: beliefs }
}

function caseNamed({ strategy, scenario }: CaseRef): BridgeCase {
  return { terms: strategy, beliefs: scenario }
}

function nameOf({ terms, beliefs }: BridgeCase): string {
  return `${terms} ${beliefs}`
}
