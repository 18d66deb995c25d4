import { untrack } from 'svelte'
import { createBrowserRunner } from '../../workers/browser-pool.ts'
import type { Runner } from '../../workers/runner.ts'
import { counted, wordsOf } from '../../words/index.ts'
import { Answers } from './answers.svelte.ts'
import { Autosave } from '../keep/autosave.svelte.ts'
import { Hand } from './hand.svelte.ts'
import { Late } from './late.svelte.ts'
import { Notices } from './notices.svelte.ts'
import { driversOf } from './pictures.ts'
import { Route } from './route.svelte.ts'
import { Run } from './run.svelte.ts'
import { SingleKeys } from './single-keys.svelte.ts'
import { StudyState } from './study.svelte.ts'
import { Task } from './task.svelte.ts'
import { Theme } from './theme.svelte.ts'
import { View } from './view.svelte.ts'

const opener = new Late('What opens files', () => import('../keep/file-opener.ts'))
const links = new Late('What opens links', () => import('../keep/link-opener.ts'))

/** All of the page's state, joined. */
export class AppState {
  readonly route = new Route()
  readonly theme = new Theme()
  readonly notices = new Notices()
  readonly singleKeys = new SingleKeys()
  /** A results file being run again. */
  readonly verifying = new Task()
  /** A file being written. */
  readonly saving = new Task()
  readonly autosave: Autosave
  readonly run: Run
  readonly view: View
  readonly hand: Hand
  readonly answers: Answers
  /** For who asks later: the page has it from the start. */
  readonly driversOf = driversOf

  /** Spoken by screen readers, once when a run ends. */
  announcement = $state('')
  /** Whether the study kept last is in view: what is typed before would begin another one. */
  restored = $state(false)
  #announced: unknown = null
  #toldAlone = false

  constructor(
    readonly runner: Runner = createBrowserRunner(),
    readonly studies = new StudyState(),
  ) {
    this.autosave = new Autosave(studies, this.notices)
    this.run = new Run(runner)
    this.view = new View(this.run, this.studies)
    this.hand = new Hand(this.studies, this.view, () => this.answers.picture)
    this.answers = new Answers(runner, this.run, this.studies, this.view, this.hand)
  }

  async start(): Promise<void> {
    await this.autosave.restore()
    await this.openLink()
    this.restored = true
  }

  /** Opens the study that the address holds, where it holds one. */
  async openLink(): Promise<void> {
    const { hash } = location
    if (!/^#study(=|%3D)/i.test(hash)) return
    const before = this.route.address(this.route.screen, this.route.detail)
    await (await this.need(links))?.openLink(this, hash, before)
  }

  end(): void {
    this.runner.dispose()
  }

  /** Runs what is in view now; depends on the plan. */
  requestRun(): void {
    if (!this.restored) return
    const { plan } = this.studies
    untrack(() => this.run.request(plan))
  }

  /** Tells everyone of new results; depends on the results and their verdict. */
  tellResults(): void {
    const { results } = this.run
    const judged = this.answers.headline.results
    if (!results) return
    untrack(() => {
      if (this.runner.alone && !this.#toldAlone) {
        this.#toldAlone = true
        this.notices.warn(
          'This browser could not start the calculation’s workers. The page computes on its own: every figure is the same, and takes longer.',
        )
      }
      if (judged !== results) return
      if (results.digest === null || this.#announced === results) return
      // A study begins with the best of its first full run; from then on they are changed by hand alone.
      if (this.run.current) this.view.keepStrategies()
      this.#announced = results
      const { headline, rest } = this.answers.verdict
      const said = [`${counted(results.trials, 'future')} simulated.`, headline, ...rest]
      this.announcement = said.join(' ')
    })
  }

  /** Asks the workers for what the screens draw; depends on results and on what is in view. */
  requestAnswers(): void {
    this.answers.request()
    this.answers.requestMoved()
    this.answers.headline.requestFlip()
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

  /** Opens a study or a results file. */
  async openFile(file: File): Promise<void> {
    const found = await this.need(opener)
    await found?.fileOpenerOf(this).open(file)
  }

  /** Puts a strategy in focus. */
  chooseStrategy(strategy: string): void {
    this.view.choose(strategy)
    this.hand.forget()
  }
}
