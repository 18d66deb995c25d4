import { untrack } from 'svelte'
import type { Rule } from '../../engine/sensitivity/prim-measured.ts'
import { keptRuleAsked, keptRuleMarks } from '../../findings/kept-rules.ts'
import { ruleKey } from '../../study/edits/rules.ts'
import type { KeptRule } from '../../study/rules.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, whyOf } from './why.svelte.ts'

interface Counted {
  readonly results: RunResults
  readonly key: string
  readonly found: readonly (Rule | null)[]
}

/** Rules that are kept with the study as lines of its report, counted anew in the run at hand. */
export class WhyKeptRules {
  readonly #asked = new Asked<Counted>()

  readonly kept = $derived.by((): readonly KeptRule[] => this.page.studies.study.rules ?? [])
  readonly marks = $derived.by(() => {
    const { whole, facts } = this.why
    const counted = this.#asked.value
    const { cases } = (whole ?? counted)?.results ?? { cases: [] }
    if (cases.length === 0) return []
    const isOf = counted?.key === keyOf(this.kept) && counted.results.cases === cases
    return keptRuleMarks(this.kept, isOf ? counted.found : null, {
      cases,
      labelOf: (id) => this.page.studies.strategies.find((one) => one.id === id)?.label ?? id,
      around: facts?.brushed ? 'some' : (whole?.where ?? 'all'),
    })
  })
  readonly isOld = $derived.by(
    () => this.kept.length > 0 && this.#asked.value?.results !== this.why.whole?.results,
  )
  readonly problem = $derived(this.#asked.problem)

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'studies'>,
    private readonly why: Why,
  ) {}

  /** Has them counted; depends on the run and on the rules. */
  request(): void {
    const { whole } = this.why
    const { kept } = this
    if (!whole || kept.length === 0) return
    const { results } = whole
    const key = keyOf(kept)
    untrack(() =>
      this.#asked.ask([results, key], async (handle) => {
        const of = { cases: results.cases, labelOf: (id: string) => id }
        const found = await Promise.all(
          kept.map(async (one) => {
            const request = keptRuleAsked(one, of)
            return request && this.page.runner.ask('ruleFigures', results, request, handle)
          }),
        )
        return { results, key, found }
      }),
    )
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    if (this.#asked.status === 'asking') this.#asked.drop()
  }
}

function keyOf(kept: readonly KeptRule[]): string {
  return kept.map((one) => ruleKey(one)).join()
}

export const whyKeptRulesOf = madeOnce((app) => new WhyKeptRules(app, whyOf(app)))
