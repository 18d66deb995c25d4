import { untrack } from 'svelte'
import { canonicalJson } from '../../engine/cases.ts'
import { beliefsBridged, diffEffects } from '../../dossier/study-diff.ts'
import type { DiffFacts } from '../../findings/study-diff-facts.ts'
import { studyDiffFinding } from '../../findings/study-diff.ts'
import { studyDiff } from '../../study/diff.ts'
import type { BeliefEntry, DiffEntry } from '../../study/diff-entry.ts'
import { withBeliefThere, withTaken } from '../../study/diff-take.ts'
import { inScenario } from '../../study/edits/resolved.ts'
import { canDelete } from '../../study/edits/strategies.ts'
import { MOST_STRATEGIES, NEGLIGIBLE, resolveStudy, type Study } from '../../study/index.ts'
import { mixtureOf } from '../../study/mixture.ts'
import { assumptions, HEADLINE } from '../../study/model.ts'
import { wordsOf } from '../../words/index.ts'
import { bridge } from '../../workers/bridge.ts'
import { reader } from '../keep/reader.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import type { NoticeAction } from './notices.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { firstScenario, MOST_TRIALS } from './study.svelte.ts'

/** What is known of what differs, and of which question. */
interface Known extends Pick<DiffFacts, 'effects' | 'bridge'> {
  readonly key: string
}

/** The study in view beside another one, which is only read: what differs, and what of it is taken. */
export class Disagree {
  /** The other study; null before one was opened. */
  other = $state.raw<{ readonly study: Study; readonly file: string } | null>(null)
  /** Ids of the entries that are ticked. */
  ticked = $state.raw<ReadonlySet<string>>(new Set())
  /** How much one's own belief counts in a mixture, 0 to 1. */
  share = $state(0.5)
  /** Why the last thing was not done, in a sentence. */
  problem = $state<string | null>(null)

  readonly #asked = new Asked<Known>()
  readonly status = $derived(this.#asked.status)
  readonly slow = $derived(this.#asked.slow)
  readonly progress = $derived(this.#asked.progress)
  readonly failure = $derived(this.#asked.problem)

  readonly entries = $derived.by(() => {
    const { other } = this
    return other ? studyDiff(this.app.studies.study, other.study) : []
  })
  /** What both are called: by their names where those differ. */
  readonly names = $derived.by((): DiffFacts['names'] => {
    const mine = this.app.studies.study.name
    const theirs = this.other?.study.name ?? ''
    return mine === theirs
      ? { mine: 'This study', theirs: this.other?.file ?? '' }
      : { mine, theirs }
  })
  readonly #key = $derived.by(() => {
    const { studies } = this.app
    return canonicalJson([studies.study, studies.scenario, this.other?.study ?? null])
  })
  readonly finding = $derived.by(() => {
    const known = this.#asked.value
    const isOf = known?.key === this.#key
    return studyDiffFinding({
      names: this.names,
      entries: this.entries,
      effects: isOf ? known.effects : null,
      bridge: isOf ? known.bridge : null,
      isOneDate: this.app.studies.study.vantage === this.other?.study.vantage,
    })
  })
  /** Those ticked that still differ. */
  readonly chosen = $derived(this.entries.filter(({ id }) => this.ticked.has(id)))
  /** Those of them that are single beliefs, of which a mixture can be made. */
  readonly mixable = $derived(
    this.chosen.filter((one): one is BeliefEntry => one.kind === 'belief'),
  )

  constructor(private readonly app: AppState) {}

  /** Shows what differs from another study. */
  show(study: Study, file: string): void {
    this.other = { study, file: file.replace(/\.json$/i, '') || 'The other study' }
    this.ticked = new Set()
    this.problem = null
    this.app.view.dialog = { kind: 'disagree' }
  }

  /** Whoever opened a colleague’s study may want to know what it says otherwise than the one before. */
  offer(before: Study): NoticeAction | null {
    const { study } = this.app.studies
    return studyDiff(study, before).some(({ side }) => side !== 'setting')
      ? { label: 'Compare with the study before', act: () => this.show(before, '') }
      : null
  }

  /** Reads a file beside the study in view, which stays as it is. */
  async openFile(file: File): Promise<void> {
    try {
      const { checkSize, fileText, readFile } = await reader.load()
      checkSize(file.size)
      const { study } = readFile(fileText(new Uint8Array(await file.arrayBuffer())))
      checkRuns(study)
      this.show(study, file.name)
    } catch (error) {
      this.app.notices.fail(
        `“${file.name}” was not compared and nothing was changed. ${wordsOf(error)}.`,
      )
    }
  }

  /** Asks what entries do once the run in view has ended; depends on both studies and the scenario. */
  request(): void {
    const { other, entries } = this
    const key = this.#key
    const { results, status } = this.app.run
    const isAtRest = results?.digest !== null && status === 'done'
    const { study: mine, scenario } = this.app.studies
    untrack(() => {
      if (!other || !isAtRest) return
      const of = { mine, theirs: other.study, entries, scenario, maxTrials: MOST_TRIALS }
      this.#asked.ask([key], async ({ signal, onProgress, onUpdate }) => {
        const effects = await diffEffects(this.app.runner, of, {
          signal,
          onProgress: (part) => onProgress(part / 2),
        })
        onUpdate({ key, effects, bridge: null })
        const best = effects.on?.id
        const between = best === undefined ? null : beliefsBridged(of, best)
        if (!between) return { key, effects, bridge: null }
        const found = await bridge(this.app.runner, between, {
          outcome: HEADLINE,
          negligible: mine.negligible ?? NEGLIGIBLE,
          signal,
          onProgress: (part) => onProgress((1 + part) / 2),
        })
        return { key, effects, bridge: found }
      })
    })
  }

  tick(id: string, on: boolean): void {
    const ticked = new Set(this.ticked)
    if (on) ticked.add(id)
    else ticked.delete(id)
    this.ticked = ticked
  }

  /** Takes what the other study says, as one step. */
  take(entries: readonly DiffEntry[]): void {
    const { other } = this
    if (!other || entries.length === 0) return
    const what = entries.length === 1 ? entries[0].label : `${entries.length} entries`
    this.problem =
      this.#refusal(entries) ??
      this.app.studies.changeApart(`took ${what} from ${this.names.theirs}`, (study) =>
        withTaken(study, other.study, entries),
      )
    if (!this.problem) this.#untick(entries)
  }

  /** Holds both beliefs at once, each with its weight, as one step. */
  mix(entries: readonly BeliefEntry[]): void {
    if (!this.other || entries.length === 0) return
    const what = entries.length === 1 ? entries[0].label : `${entries.length} beliefs`
    try {
      const mixed = entries.map((entry) => [entry, this.#mixture(entry)] as const)
      this.problem = this.app.studies.changeApart(
        `mixed ${what} with ${this.names.theirs}`,
        (study) => mixed.reduce((now, [entry, to]) => withBeliefThere(now, entry, to), study),
      )
    } catch (error) {
      this.problem = wordsOf(error)
    }
    if (!this.problem) this.#untick(entries)
  }

  /** The sheet is closed: nothing waits for it. */
  leave(): void {
    if (this.status === 'asking') this.#asked.drop()
  }

  cancel(): void {
    this.#asked.cancel()
  }

  again(): void {
    this.#asked.again()
  }

  #mixture({ assumption, mine, theirs }: BeliefEntry) {
    const isEvent = assumptions.find(({ id }) => id === assumption)?.role === 'event'
    const [a, b] = this.#holders(assumption)
    return mixtureOf(
      { by: a, belief: mine },
      { by: b, belief: theirs },
      { share: this.share, isEvent },
    )
  }

  /** Who holds a belief: whoever answers for it in both studies, else the studies. */
  #holders(assumption: string): [string, string] {
    const owners = [this.app.studies.study, this.other?.study].map(
      (study) => study?.assumptionNotes?.[assumption]?.owner ?? '',
    )
    const areTwo = owners.every(Boolean) && owners[0] !== owners[1]
    return areTwo ? [owners[0], owners[1]] : [this.names.mine, this.names.theirs]
  }

  #untick(entries: readonly DiffEntry[]): void {
    const gone = new Set(entries.map(({ id }) => id))
    this.ticked = new Set([...this.ticked].filter((id) => !gone.has(id)))
  }

  /** What cannot be taken on the page, in a sentence. */
  #refusal(entries: readonly DiffEntry[]): string | null {
    const { study, strategies } = this.app.studies
    const kept = entries.find(
      (one) => one.kind === 'strategy' && one.theirs === null && !canDelete(study, one.strategy),
    )
    if (kept) return `“${kept.label}” stays: all others are compared with it.`
    const added = entries.filter((one) => one.kind === 'strategy' && one.mine === null).length
    return added > 0 && strategies.length + added > MOST_STRATEGIES
      ? `A study has at most ${MOST_STRATEGIES} strategies: delete one first.`
      : null
  }
}

/** @throws where it could not be opened either, in the words that opening it gives */
function checkRuns(study: Study): void {
  resolveStudy(inScenario(study, firstScenario(study)), { maxTrials: MOST_TRIALS })
}

export const disagreeOf = madeOnce((app) => new Disagree(app))
