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
  /** Pages as they are found. */
  #pages = $state.raw<Readonly<Partial<Record<PageId, Page>>>>({})
  questions = $state.raw<readonly LikelyQuestion[]>([])
  /** What the pages are made from; null before there are results. */
  dossier = $state.raw<Dossier | null>(null)
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
  /** The pages of the talk; null of one that is still being made. */
  readonly slides = $derived.by((): readonly (Presented | null)[] =>
    this.shown.map((entry) => {
      const page = this.#pages[pageIdOf(entry.id) ?? 'question']
      return page ? presentedAs(page, entry) : null
    }),
  )
  /** The page in sight as the study has it. */
  readonly slide = $derived.by(() => this.slides.at(this.at) ?? null)
  /** What figures depend on, so that words alone change none. */
  readonly #key = $derived.by(() => {
    const { studies, view } = this.app
    const study = withoutPresentation(studies.study)
    return JSON.stringify([study, studies.scenario, view.outcome.id, view.chosen, view.rival])
  })
  /** Whether the run has finished, so that pages can be made. */
  readonly isReady = $derived.by(() => {
    const { results, current } = this.app.run
    return current && results !== null && results.digest !== null
  })
  /** Whether every page is of the figures there are now. */
  readonly isCurrent = $derived.by(() => this.#of === this.#key)
  /** The part of the pages that is made, 0 to 1. */
  readonly part = $derived.by(() => Object.keys(this.#pages).length / pageIds.length)

  constructor(readonly app: Seen) {
    this.whatIf = new PresentWhatIf(this)
  }

  /** Makes the pages; depends on the results, the study and what is in sight. */
  request(): void {
    const { isOpen, isReady } = this
    const key = this.#key
    if (!isOpen || !isReady || key === untrack(() => this.#of)) return
    untrack(() => void this.#make(key))
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
    try {
      const dossier = this.dossierOf(this.app.studies.study, signal)
      this.dossier = dossier
      for (const id of this.#order()) {
        const page = await pageOf(dossier, id)
        if (signal.aborted) return
        this.#pages = { ...this.#pages, [id]: page }
      }
      const questions = await likelyQuestions(dossier)
      if (!signal.aborted) this.questions = questions
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
