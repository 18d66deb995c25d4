import { untrack } from 'svelte'
import type { Dossier } from '../../dossier/dossier.ts'
import type { Page } from '../../dossier/page.ts'
import { pageOf } from '../../dossier/pages/index.ts'
import { type Sliders, slidersFor } from '../../dossier/sliders.ts'
import { beliefOf, withBelief } from '../../study/edits/beliefs.ts'
import { withLever } from '../../study/edits/levers.ts'
import type { Study } from '../../study/index.ts'
import { labelOf, market } from '../../study/model.ts'
import { pageIdOf } from '../../study/presentation.ts'
import { listed, wordsOf } from '../../words/index.ts'
import type { RunResults } from '../../workers/results.ts'
import { movedTo } from '../belief/shift.ts'
import { Asked, type AskHandle } from './asked.svelte.ts'
import { type MovedOnPage, movedFigures } from './present-moved.ts'
import type { Present } from './present.svelte.ts'

/** Trials of the first answers. */
const STAGES = [256, 1024]

/** What is known of a what-if; all of it belongs together. */
interface Tried {
  /** What was put back since is none of it. */
  readonly round: number
  readonly study: Study
  readonly figures: readonly MovedOnPage[]
  /** The page in sight, drawn again; null while it is being made. */
  readonly page: Page | null
  /** The finished run; null before. */
  readonly results: RunResults | null
}

const nothing: Readonly<Record<string, number>> = {}

/** What is tried on a page while people look: it changes no study, unless it is kept. */
export class PresentWhatIf {
  #open = $state(false)
  #sliders = $state.raw<Sliders | null>(null)
  /** Why what was tried was not kept; null where it was. */
  refusal = $state<string | null>(null)
  /** Where the sliders stand that were moved, by id. */
  #beliefs = $state.raw(nothing)
  #levers = $state.raw(nothing)
  readonly #tried = new Asked<Tried>()
  #redrawn = $state.raw<Page | null>(null)
  /** The page and the figures that all of this is tried on. */
  #of = $state('')
  /** Counts how often all was put back. */
  #round = $state(0)

  readonly #place = $derived.by(() => {
    const { key, entry, isOpen } = this.present
    return JSON.stringify([isOpen, entry?.id, entry?.beliefs, entry?.levers, key])
  })
  readonly #isHere = $derived.by(() => this.#of === this.#place)
  readonly isOpen = $derived.by(() => this.#open && this.#isHere)
  /** What can be moved; null until it is known. */
  readonly sliders = $derived.by(() => (this.#isHere ? this.#sliders : null))
  readonly #wasMoved = $derived.by(() =>
    [this.#beliefs, this.#levers].some((one) => one !== nothing),
  )
  readonly isMoved = $derived.by(() => this.#isHere && this.#wasMoved)
  /** The study as it is tried; as it is where nothing was moved. */
  readonly study = $derived.by(() => this.#edited(this.present.app.studies.study))
  readonly #known = $derived.by(() => {
    const { value } = this.#tried
    return this.isMoved && value?.round === this.#round ? value : null
  })
  /** What it moves; nothing while nothing was tried, or is known yet. */
  readonly figures = $derived.by(() => this.#known?.figures ?? [])
  /** The page in sight under it; null where there is none yet. */
  readonly page = $derived.by(() => (this.isMoved ? this.#redrawn : null))
  readonly results = $derived.by(() => this.#known?.results ?? null)
  readonly busy = $derived.by(() => this.isMoved && this.#tried.status === 'asking')
  readonly problem = $derived.by(() => (this.isMoved ? this.#tried.problem : null))

  constructor(private readonly present: Present) {}

  /** Puts the sliders beside the page; depends on nothing. */
  async open(): Promise<void> {
    if (!this.#isHere) this.restore()
    this.#of = this.#place
    this.refusal = null
    this.#open = true
    await this.seek()
  }

  /** Finds what can be moved, where that is asked for and the figures are there. */
  async seek(): Promise<void> {
    const { dossierNow: dossier, entry } = this.present
    if (!this.isOpen || !dossier || !entry) return
    const of = this.#of
    try {
      const found = await slidersFor(dossier, entry)
      if (this.#of === of) this.#sliders = found
    } catch (error) {
      if (this.#of === of) this.refusal = wordsOf(error)
    }
  }

  /** Puts back what was tried on another page or other figures; depends on both. */
  settle(): void {
    if (this.#isHere) return
    const place = this.#place
    untrack(() => {
      // Nothing of another study is in a panel that still waits for its sliders.
      const waits = this.#open && this.#sliders === null && this.present.isOpen
      if (!waits) return this.restore()
      this.#of = place
      void this.seek()
    })
  }

  /** Where a slider stands that was moved; undefined of one that was not. */
  placeOf(kind: keyof Sliders, id: string): number | undefined {
    return (kind === 'beliefs' ? this.#beliefs : this.#levers)[id]
  }

  move(kind: keyof Sliders, id: string, to: number): void {
    if (!this.isOpen) return
    if (kind === 'beliefs') this.#beliefs = { ...this.#beliefs, [id]: to }
    else this.#levers = { ...this.#levers, [id]: to }
    this.#ask()
  }

  /** Everything as the study has it. */
  restore(): void {
    this.#beliefs = nothing
    this.#levers = nothing
    this.#tried.drop()
    this.#redrawn = null
    this.#sliders = null
    this.refusal = null
    this.#open = false
    this.#of = ''
    this.#round++
  }

  /** Makes what was tried the study, as one step that can be undone; nothing where it was tried on another. */
  keep(): void {
    if (!this.isMoved) return
    const names = [
      ...Object.keys(this.#beliefs).map(labelOf),
      ...Object.keys(this.#levers).map((id) => market.levers.find((one) => one.id === id)?.label),
    ]
    const what = listed(names.map((name) => name ?? ''))
    this.refusal = this.present.app.studies.changeApart(`kept a what-if: ${what}`, (study) =>
      this.#edited(study),
    )
    if (this.refusal === null) this.restore()
  }

  #edited(study: Study): Study {
    const { studies, view } = this.present.app
    const { scenario } = studies
    const believed = Object.entries(this.#beliefs).reduce(
      (now, [id, to]) => withBelief(now, scenario, id, movedTo(beliefOf(study, scenario, id), to)),
      study,
    )
    return Object.entries(this.#levers).reduce(
      (now, [id, to]) => withLever(now, view.chosen, id, to),
      believed,
    )
  }

  #ask(): void {
    const { study } = this
    const { dossierNow: dossier, entry } = this.present
    if (!dossier || !entry) return
    this.#tried.ask([study, entry.id], (handle) => this.#work(dossier, study, entry.id, handle))
  }

  async #work(
    base: Dossier,
    study: Study,
    entry: string,
    { signal, onUpdate }: AskHandle<Tried>,
  ): Promise<Tried> {
    const { runner } = base
    const round = this.#round
    const dossier = this.present.dossierOf(study, signal)
    const before = await base.results()
    let most = 0
    const figuresOf = async (results: RunResults) => {
      const figures = await movedFigures(dossier, before, results, { signal })
      // What fewer futures told comes too late.
      if (results.trials < most || signal.aborted) return figures
      most = results.trials
      const isLast = results.digest !== null
      onUpdate({ round, study, figures, page: null, results: isLast ? results : null })
      return figures
    }
    const results = await runner.run(dossier.plan, {
      signal,
      stages: STAGES,
      onUpdate: (first) => void figuresOf(first).catch(() => {}),
    })
    const figures = await figuresOf(results)
    const page = await pageOf(dossier, pageIdOf(entry) ?? 'question', 'brief')
    if (!signal.aborted) this.#redrawn = page
    return { round, study, figures, page, results }
  }
}
