import { untrack } from 'svelte'
import type { MoreRules, RulesAnswer } from '../../analyses/rules.ts'
import { ALL, type Selection } from '../../engine/selection.ts'
import type { Box } from '../../engine/sensitivity/prim-box.ts'
import type { Rule } from '../../engine/sensitivity/prim-measured.ts'
import type { Ends } from '../../findings/brush.ts'
import { hopedFor } from '../../findings/hoped-for.ts'
import type { RulesFacts } from '../../findings/rules.ts'
import type { TargetStands } from '../../findings/rule-words.ts'
import { assumptions, market } from '../../study/model.ts'
import type { Good } from '../../study/rules.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { type Brush, brushOfRanges, isOfSame, type MetBrush } from './brush.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { OfStudy } from './of-study.svelte.ts'
import { type Why, type WhyFacts, whyOf } from './why.svelte.ts'

/** Which futures are looked for: those that reach the target, or those that miss it. */
export type Looked = 'reach' | 'miss'

interface FoundRules {
  readonly of: WhyFacts
  readonly good: Good
  readonly found: RulesAnswer
}

interface FoundMore {
  readonly rule: Rule
  readonly more: MoreRules
}

/** Futures in which a rule holds, as they can be counted anywhere. */
export function selectionOfRule({ box }: { readonly box: Box }): Selection {
  const parts = box.map(({ id, low, high }): Selection => {
    // A draw never lies outside its domain: an open side reaches to it.
    const [least, most] = assumptions.find((one) => one.id === id)?.domain ?? [-1e300, 1e300]
    return { kind: 'between', of: { input: id }, low: low ?? least, high: high ?? most }
  })
  return parts.length === 0 ? ALL : { kind: 'and', parts }
}

/** A range with one open end is a side of the other. */
function goodWithin({ low, high }: Ends): Good | null {
  if (low !== null && high !== null) return { side: 'between', low, high }
  if (low !== null) return { side: 'atLeast', at: low }
  return high === null ? null : { side: 'atMost', at: high }
}

/** Whether two brushes make out the same futures, and say so alike. */
function isAlike(one: Brush | undefined, other: Brush): boolean {
  return one?.words === other.words && JSON.stringify(one) === JSON.stringify(other)
}

/** What would have to be true for a target: what is typed, and the rules that are found. */
export class WhyRules {
  looked = $state<Looked>('reach')
  /** The rule that was picked on the curve, of the answer it is of. */
  #pick = $state.raw<{ readonly of: FoundRules; readonly at: number } | null>(null)
  /** Targets of differences in what is no gain by itself, as a share is: there a level is no difference. */
  readonly #leads: OfStudy<Readonly<Record<string, number>>>

  readonly #asked = new Asked<FoundRules>()
  readonly #more = new Asked<FoundMore>()
  readonly #met = new Asked<MetBrush>()

  readonly target = $derived.by(() => {
    const { view } = this.page
    const { outcome } = view
    if (this.#isLead) return this.#leads.value[outcome.id] ?? 0
    // Somebody aims at something, here or on Answer.
    const set = view.targets[outcome.id]
    if (set !== undefined) return set
    if (this.why.isPair) return 0
    const { whole } = this.why
    const of = whole?.results.cases.find(
      (one) => one.strategy === whole.whole.a.strategy && one.scenario === whole.whole.a.scenario,
    )
    if (!of) return view.targetOf(outcome).at
    const summary = of.summary.outcomes[outcome.id]
    const closed = of.summary.condition.outcomes[outcome.id]
    return hopedFor(outcome, outcome.onlyIf === 'met' && closed ? closed : summary)
  })
  /** The range that is explained in place of a target, as long as what is explained is what it was drawn of. */
  readonly drawn = $derived.by((): Good | null => {
    const { whole, brushing } = this.why
    const { explained } = brushing
    if (!whole || !explained || explained.outcome !== whole.outcome.id) return null
    return isOfSame(explained.of, whole.whole) ? goodWithin(explained.ends) : null
  })
  /** What is made out beside it: within the range itself all would be good. */
  readonly #beside = $derived.by((): Brush | null => {
    const { brushing } = this.why
    const { outcome, of } = brushing.explained ?? {}
    return outcome === undefined || !of
      ? null
      : brushOfRanges(brushing.beside(outcome, of), of, brushing.whose(of))
  })
  /** What is explained, and the futures in which; null while these are counted. */
  readonly within = $derived.by((): WhyFacts | null => {
    const { why } = this
    if (!this.drawn) return why.facts
    const beside = this.#beside
    if (!beside) return why.plainly
    const { whole } = why
    const met = this.#met.value
    const isOfThis =
      met?.results === whole?.results && met?.within === whole?.whole && isAlike(met?.brush, beside)
    return met && isOfThis ? why.over(met) : null
  })
  readonly good = $derived.by((): Good => {
    const { drawn, target, looked } = this
    if (drawn) return drawn
    const isCeiling = this.page.view.outcome.better === 'lower'
    if (looked === 'reach') return { side: isCeiling ? 'atMost' : 'atLeast', at: target }
    return { side: isCeiling ? 'above' : 'below', at: target }
  })
  readonly facts = $derived.by((): RulesFacts | null => {
    const asked = this.#asked.value
    if (!asked) return null
    const { of, good, found } = asked
    const at = this.#pick?.of === asked ? this.#pick.at : found.rules.picked
    const known = this.#more.value
    const more = known && known.rule === found.rules.curve[at] ? known.more : null
    const { a, b } = of.subject
    const named = (id: string) =>
      this.page.studies.strategies.find((one) => one.id === id)?.label ?? id
    return {
      outcome: of.outcome,
      a: named(a.strategy),
      b: b && named(b.strategy),
      good,
      found,
      more,
      at,
      where: of.where,
      brushed: of.brushed?.brush.words ?? null,
    }
  })
  /** What the rules in sight are of; null where they are over futures made out by hand, and so of no report. */
  readonly reported = $derived.by(() => {
    const asked = this.#asked.value
    return asked && !asked.of.brushed ? { ...asked.of.subject, good: asked.good } : null
  })
  /** The results that the rules in sight are of. */
  readonly results = $derived.by(() => this.#asked.value?.of.results ?? null)
  /** Whether they are of something else than what is asked for now. */
  readonly isOld = $derived.by(() => !this.#asked.current || this.within === null)
  readonly problem = $derived(
    (this.#beside ? this.#met.problem : null) ?? this.#asked.problem ?? this.#more.problem,
  )

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'view' | 'studies'>,
    private readonly why: Why,
  ) {
    this.#leads = new OfStudy(page.studies, {})
  }

  /** Whether a target is one of a difference alone: not of a gain, which is a difference by itself. */
  get #isLead(): boolean {
    const { cases = [] } = this.why.whole?.results ?? {}
    const without = cases.find(({ strategy }) => strategy === market.reference)
    return this.why.isPair && without?.summary.outcomes[this.page.view.outcome.id].mean !== 0
  }

  /** What the target is, and where else it holds. */
  readonly aboutTarget = $derived.by((): TargetStands => {
    if (this.#isLead) return 'lead'
    const { outcome, targets } = this.page.view
    if (targets[outcome.id] !== undefined) return 'set'
    return this.why.isPair ? 'even' : 'unset'
  })

  /** Puts another target, for Answer too where it is not of a difference alone; null leaves it unset. */
  moveTarget(to: number | null): void {
    const { view } = this.page
    this.backToTarget()
    if (this.#isLead && to !== null)
      this.#leads.value = { ...this.#leads.value, [view.outcome.id]: to }
    else view.moveTarget(to)
  }

  /** Explains the target again. */
  backToTarget(): void {
    this.why.brushing.explainTarget()
  }

  /** Takes another rule of the curve. */
  pick(at: number): void {
    const of = this.#asked.value
    if (of) this.#pick = { of, at }
  }

  /** Asks for rules and, when they are there, for more about the one at hand; depends on what Why explains. */
  request(): void {
    this.#count()
    const of = this.within
    const { good } = this
    if (!of) return
    const { results, outcome, subject } = of
    const request = { subject, good }
    untrack(() =>
      this.#asked.ask([results, outcome, JSON.stringify(request)], async (handle) => ({
        of,
        good,
        found: await this.page.runner.ask('rules', results, request, handle),
      })),
    )
  }

  #count(): void {
    const { whole, brushing } = this.why
    const beside = this.drawn && this.#beside
    if (!whole || !beside) return
    const { results, whole: within } = whole
    untrack(() =>
      this.#met.ask([results, within, JSON.stringify(beside.selection)], (handle) =>
        brushing.count(beside, results, within, handle),
      ),
    )
  }

  /** Asks how well the rule at hand stands, once there is one. */
  requestMore(): void {
    const asked = this.#asked.value
    const rule = this.facts && asked?.found.rules.curve[this.facts.at]
    if (!asked || !rule || this.isOld) return
    const { of, good } = asked
    const request = { subject: of.subject, good, rule }
    untrack(() =>
      this.#more.ask([rule], async (handle) => ({
        rule,
        more: await this.page.runner.ask('moreRules', of.results, request, {
          ...handle,
          priority: -1,
        }),
      })),
    )
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    for (const one of [this.#asked, this.#more, this.#met]) if (one.status === 'asking') one.drop()
  }
}

export const whyRulesOf = madeOnce((app) => new WhyRules(app, whyOf(app)))
