import { untrack } from 'svelte'
import { Dossier } from '../../dossier/dossier.ts'
import type { Page, PageId } from '../../dossier/page.ts'
import { pageOf } from '../../dossier/pages/index.ts'
import { type Presented, presentedAs } from '../../dossier/presented.ts'
import { type LikelyQuestion, likelyQuestions } from '../../dossier/questions.ts'
import { pagesIn, withoutPresentation } from '../../study/edits/presentation.ts'
import { pageIdOf, pageIds } from '../../study/presentation.ts'
import { wordsOf } from '../../words/index.ts'
import type { AppState } from './app.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { PresentWhatIf } from './present-what-if.svelte.ts'
import { MOST_TRIALS } from './study.svelte.ts'

type Seen = Pick<AppState, 'runner' | 'run' | 'studies' | 'view' | 'route'>

/** A page, and the figures it is of. */
interface Found {
  readonly page: Page
  readonly of: string
}

/** What was made of one study; of another it says nothing. */
interface Made {
  /** The study's name among those kept. */
  readonly id: string
  readonly pages: Readonly<Partial<Record<PageId, Found>>>
  readonly questions: readonly LikelyQuestion[]
  /** The figures that the questions are of. */
  readonly questionsOf: string
  readonly dossier: Dossier | null
}

const nothingOf = (id: string): Made => ({
  id,
  pages: {},
  questions: [],
  questionsOf: '',
  dossier: null,
})

/** The talk: which page is in sight, and what is known of all of them. */
export class Present {
  /** Whether the screen is dark, so that people look at the speaker. */
  blank = $state(false)
  /** Whether pages are being edited. */
  editing = $state(false)
  /** When the talk began, in milliseconds since 1970; null before. */
  began = $state<number | null>(null)
  /** Why a page could not be made, in words; null where all could. */
  problem = $state<string | null>(null)
  /** What was made last, as it is found. */
  #last = $state.raw<Made>(nothingOf(''))
  #stop: AbortController | null = null
  #of = $state('')

  readonly whatIf: PresentWhatIf

  readonly isOpen = $derived.by(() => this.app.route.present > 0)
  /** Every page in its order, hidden ones among them. */
  readonly entries = $derived.by(() => pagesIn(this.app.studies.study))
  readonly shown = $derived.by(() => this.entries.filter(({ hidden }) => hidden !== true))
  /** The place of the page in sight, counted from 0. */
  readonly at = $derived.by(() =>
    Math.max(0, Math.min(this.app.route.present, this.shown.length) - 1),
  )
  readonly entry = $derived.by(() => this.shown.at(this.at) ?? null)
  readonly #made = $derived.by(() => {
    const { id } = this.app.studies
    return this.#last.id === id ? this.#last : nothingOf(id)
  })
  readonly questions = $derived.by(() => this.#made.questions)
  /** What the pages are made from; null before there are results. */
  readonly dossier = $derived.by(() => this.#made.dossier)
  /** The pages of the talk; null of one that is still being made. */
  readonly slides = $derived.by((): readonly (Presented | null)[] =>
    this.shown.map((entry) => {
      const found = this.#made.pages[pageIdOf(entry.id) ?? 'question']
      return found ? presentedAs(found.page, entry) : null
    }),
  )
  /** The page in sight as the study has it. */
  readonly slide = $derived.by(() => this.slides.at(this.at) ?? null)
  /** What figures depend on, so that words alone change none. */
  readonly key = $derived.by(() => {
    const { studies, view } = this.app
    const study = withoutPresentation(studies.study)
    const { id, scenario } = studies
    const { id: outcome } = view.outcome
    return JSON.stringify([id, study, scenario, outcome, view.chosen, view.rival])
  })
  /** Whether the run has finished, so that pages can be made. */
  readonly isReady = $derived.by(() => {
    const { results, current, plan } = this.app.run
    const isOfStudy = current && plan === this.app.studies.plan
    return isOfStudy && results !== null && results.digest !== null
  })
  /** What the figures there are now come from; null until they are asked for. */
  readonly dossierNow = $derived.by(() => (this.#of === this.key ? this.dossier : null))
  /** The part of the pages that is of the figures there are now, 0 to 1. */
  readonly part = $derived.by(
    () => pageIds.filter((id) => this.#made.pages[id]?.of === this.key).length / pageIds.length,
  )
  /** How far the run is, 0 to 1; 0 before it begins. */
  readonly runPart = $derived.by(() => {
    const { plan, done, total, status } = this.app.run
    const isOn = plan === this.app.studies.plan && status === 'running' && total > 0
    return isOn ? done / total : 0
  })
  readonly hasOldQuestions = $derived.by(() => this.#made.questionsOf !== this.key)

  constructor(readonly app: Seen) {
    this.whatIf = new PresentWhatIf(this)
  }

  /** Makes the pages; depends on the results, the study and what is in sight. */
  request(): void {
    const { isOpen, isReady } = this
    const { key } = this
    if (!isOpen || !isReady || key === untrack(() => this.#of)) return
    untrack(() => void this.#make(key))
  }

  /** Whether a page that is shown is still of the figures before. */
  isOfBefore({ id }: Page): boolean {
    return this.#made.pages[id]?.of !== this.key
  }

  /** Goes to a page, counted from 0; beyond the ends it stays. What was tried on another is put back. */
  go(at: number): void {
    const to = Math.max(0, Math.min(this.shown.length - 1, at))
    this.blank = false
    if (to === this.at) return
    this.whatIf.restore()
    location.replace(`#/present/${to + 1}`)
    // The next key may come before the browser tells of the address.
    this.app.route.read()
  }

  /** Goes to a page by what it is; to its first copy that is shown. */
  goTo(page: PageId): void {
    const at = this.shown.findIndex(({ id }) => pageIdOf(id) === page)
    if (at >= 0) this.go(at)
  }

  /** Back to the screen beneath. */
  leave(): void {
    const { route } = this.app
    this.whatIf.restore()
    this.editing = false
    this.blank = false
    location.hash = route.address(route.screen, route.detail)
    route.read()
  }

  async #make(key: string): Promise<void> {
    this.#stop?.abort()
    const stop = new AbortController()
    this.#stop = stop
    this.#of = key
    this.problem = null
    const { signal } = stop
    const { id } = this.app.studies
    try {
      const dossier = this.dossierOf(this.app.studies.study, signal)
      this.#last = { ...this.#made, dossier }
      void this.whatIf.seek()
      // How the decision goes with other scenarios is said once these are run.
      const order = this.#order()
      for (const [at, page] of [...order, 'decision' as const].entries()) {
        const depth = at < order.length ? 'brief' : 'whole'
        const found = { page: await pageOf(dossier, page, depth), of: key }
        if (signal.aborted || this.#last.id !== id) return
        this.#last = { ...this.#last, pages: { ...this.#last.pages, [page]: found } }
      }
      const questions = await likelyQuestions(dossier)
      if (!signal.aborted) this.#last = { ...this.#last, questions, questionsOf: key }
    } catch (error) {
      if (!signal.aborted) this.problem = wordsOf(error)
    }
  }

  /** The dossier of a study, of what is in sight. */
  dossierOf(study: Dossier['study'], signal: AbortSignal): Dossier {
    const { runner, studies, view } = this.app
    const { scenario } = studies
    const sight = { scenario, outcome: view.outcome.id, chosen: view.chosen, rival: view.rival }
    return new Dossier(runner, study, sight, { signal, maxTrials: MOST_TRIALS })
  }

  /** The page in sight before the others; that of all scenarios, which takes longest, at the end. */
  #order(): readonly PageId[] {
    const first = pageIdOf(this.entry?.id ?? '')
    const last = 'scenarios'
    const rest = pageIds.filter((id) => id !== first && id !== last)
    const ordered = [...(first ? [first] : []), ...rest]
    return first === last ? ordered : [...ordered, last]
  }
}

export const presentOf = madeOnce((app) => new Present(app))
