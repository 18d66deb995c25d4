import { untrack } from 'svelte'
import { createBrowserRunner } from '../../workers/browser-pool.ts'
import type { Runner } from '../../workers/runner.ts'
import { count, wordsOf } from '../../words/index.ts'
import { BeliefsStore } from './beliefs-store.svelte.ts'
import { CorrelationsStore } from './correlations-store.svelte.ts'
import { DecideStore } from './decide-store.svelte.ts'
import { Files } from './files.ts'
import { FuturesStore } from './futures-store.svelte.ts'
import type { Late } from './late.svelte.ts'
import { Autosave } from '../keep/autosave.svelte.ts'
import { Library } from '../keep/library.svelte.ts'
import { Notices } from './notices.svelte.ts'
import { PrecisionStore } from './precision-store.svelte.ts'
import { Route } from './route.svelte.ts'
import { RunStore } from './run-store.svelte.ts'
import { StudyStore, type Travel } from './study-store.svelte.ts'
import { Theme } from './theme.svelte.ts'
import { TrustStore } from './trust-store.svelte.ts'
import { answered, type VantageQuestion, withVantage } from '../../study/edits/vantage.ts'
import { subjectsWords, vantageWords } from '../../findings/vantage-words.ts'
import { Workbench } from './workbench.ts'

/** All of the page's state, joined. */
export class AppState {
  readonly route = new Route()
  readonly theme = new Theme()
  readonly notices = new Notices()
  readonly studies = new StudyStore()
  readonly autosave = new Autosave(this.studies, this.notices)
  readonly library = new Library(this.studies, this.autosave, this.notices)
  readonly run: RunStore
  readonly decide: DecideStore
  readonly beliefs: BeliefsStore
  readonly correlations: CorrelationsStore
  readonly precision: PrecisionStore
  readonly futures: FuturesStore
  readonly trust: TrustStore
  readonly workbench: Workbench
  readonly files: Files

  /** Spoken by screen readers, once when a run ends. */
  announcement = $state('')
  /** Whether the study kept last is in view: what is typed before would begin another one. */
  restored = $state(false)
  #announced: unknown = null
  #toldAlone = false

  constructor(private readonly runner: Runner = createBrowserRunner()) {
    this.run = new RunStore(runner)
    this.decide = new DecideStore(runner, this.run, this.studies)
    this.beliefs = new BeliefsStore(this.studies)
    this.correlations = new CorrelationsStore(runner, this.studies)
    this.precision = new PrecisionStore(runner, this.run, this.studies, this.decide)
    this.futures = new FuturesStore(runner, this.run, this.studies, this.decide)
    this.trust = new TrustStore(runner)
    this.workbench = new Workbench(this.studies, this.decide, this.notices)
    this.files = new Files(this.studies, this.autosave, this.notices, runner)
  }

  async start(): Promise<void> {
    await this.autosave.restore()
    this.restored = true
  }

  end(): void {
    this.runner.dispose()
  }

  /** Runs what is in view now; depends on the plan. */
  follow(): void {
    if (!this.restored) return
    const { plan } = this.studies
    untrack(() => this.run.request(plan))
  }

  /** Tells everyone of new results; depends on the results. */
  followResults(): void {
    const { results } = this.run
    if (!results) return
    untrack(() => {
      if (this.runner.alone && !this.#toldAlone) {
        this.#toldAlone = true
        this.notices.warn(
          'This browser could not load the calculation’s workers. The page computes on its own: every figure is the same, and takes longer.',
        )
      }
      if (results.digest === null || this.#announced === results) return
      this.#announced = results
      this.announcement = `${count(results.trials)} futures simulated. ${this.decide.verdict}`
    })
  }

  /** Asks the workers for what the screens draw; depends on results and on what is in view. */
  followQuestions(): void {
    this.decide.follow()
    this.precision.follow()
    if (this.route.screen === 'futures') this.futures.follow()
    if (this.route.screen === 'beliefs') this.correlations.follow(this.run)
    if (this.route.screen === 'trust') this.trust.follow(this.run)
  }

  /** Keeps the study; depends on its changes. */
  save(): void {
    if (!this.restored || this.studies.version < 0) return
    untrack(() => this.autosave.later())
  }

  leave(): void {
    this.autosave.leave()
  }

  /** Loads the page again, with what was changed last. */
  async reload(): Promise<void> {
    await this.autosave.now()
    location.reload()
  }

  /** Loads a part of the page that was asked for; what does not come is said, and `null` given back. */
  async need<T>(part: Late<T>): Promise<T | null> {
    try {
      return await part.load()
    } catch (error) {
      const reload = { label: 'Reload the page', act: () => void this.reload() }
      this.notices.warn(`${wordsOf(error)}.`, [], reload)
      return null
    }
  }

  undo(): void {
    this.#mention('Undone', this.studies.undo())
  }

  redo(): void {
    this.#mention('Done again', this.studies.redo())
  }

  /** Sees the study from another vantage; where a changed belief has another default there, it is asked. */
  pickVantage(vantage: string): void {
    const name = `saw the study from ${vantageWords(vantage)}`
    const problem = this.studies.change(name, (study) => withVantage(study, vantage))
    if (problem) this.notices.warn(problem)
  }

  /** Settles what is asked since the vantage was changed: some of it, or all. */
  answer(questions: readonly VantageQuestion[], answer: 'mine' | 'default'): void {
    if (questions.length === 0) return
    const what = subjectsWords(questions)
    const name =
      answer === 'mine' ? `kept ${what} as changed` : `took the default of ${what} instead`
    const problem = this.studies.change(name, (study) =>
      questions.reduce((now, question) => answered(now, question, answer), study),
    )
    if (problem) this.notices.warn(problem)
  }

  #mention(what: string, travel: Travel | null): void {
    if (!travel) return
    const { name, problem } = travel
    if (problem) this.notices.warn(problem)
    else this.notices.mention(`${what}: ${name}`)
  }
}
