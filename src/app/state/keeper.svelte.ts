import { readStudy, writeStudy } from '../../snapshot/index.ts'
import { type KeptStudy, Library } from './library.ts'
import type { Notices } from './notices.svelte.ts'
import { wordsOf } from './notices.svelte.ts'
import type { StudyStore } from './study-store.svelte.ts'

/** How long the store may take before the page opens without it, in milliseconds. */
const PATIENCE = 600
const PAUSE = 250

/** Keeps the study in the browser after every change, and says so where it cannot. */
export class Keeper {
  /** Other studies kept in this browser, the newest first. */
  others = $state.raw<readonly KeptStudy[]>([])

  #saved = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #told = false

  constructor(
    private readonly studies: StudyStore,
    private readonly notices: Notices,
    private readonly library = new Library(),
  ) {}

  /** Opens the study that was open last, if there is one and it can be read. */
  async restore(): Promise<void> {
    try {
      const kept = await soon(this.library.present())
      if (kept) this.reopen(kept)
      this.#saved = this.studies.version
      void this.refresh()
    } catch (error) {
      this.#tell(error)
    }
  }

  /** Puts a kept study in view. */
  reopen(kept: KeptStudy): void {
    try {
      const problem = this.studies.open(readStudy(kept.text), kept)
      if (problem) throw new Error(problem)
    } catch (error) {
      this.notices.warn(
        `The study “${kept.name}” kept in this browser cannot be opened and stays as it is: ${wordsOf(error)}`,
      )
    }
  }

  /** Saves soon; call after every change. */
  later(): void {
    clearTimeout(this.#timer)
    if (this.studies.version === this.#saved) return
    this.#timer = setTimeout(() => void this.now(), PAUSE)
  }

  /** Saves what is not saved yet. */
  async now(): Promise<void> {
    clearTimeout(this.#timer)
    const { version } = this.studies
    if (version === this.#saved) return
    const { id, study, scenario } = this.studies
    const kept = { id, name: study.name, saved: Date.now(), text: writeStudy(study), scenario }
    try {
      await this.library.keep(kept)
      this.#saved = version
    } catch (error) {
      this.#tell(error)
    }
  }

  async refresh(): Promise<void> {
    try {
      const all = await this.library.all()
      this.others = all.filter(({ id }) => id !== this.studies.id)
    } catch (error) {
      this.#tell(error)
    }
  }

  #tell(error: unknown): void {
    if (this.#told) return
    this.#told = true
    this.notices.warn(
      `This browser does not let Stakes keep your study (${wordsOf(error)}). It lasts until the page is closed: export it as a file before you leave.`,
    )
  }
}

function soon<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('its store does not answer')), PATIENCE)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
