import { type Study, writeStudy } from '../../study/index.ts'
import { readHistory, writeHistory } from '../../study/history.ts'
import type * as Reading from '../../study/read.ts'
import type { Kept } from './database.ts'
import { reader } from './reader.ts'
import type { Notices } from '../state/notices.svelte.ts'
import { Late } from '../state/late.svelte.ts'
import { wordsOf } from '../../words/index.ts'
import { copyName, notReadWords } from './study-words.ts'
import { StudyStorage } from './study-storage.ts'
import { StudyLock, type LockOwner } from './lock.ts'
import type { StudyState } from '../state/study.svelte.ts'

/** How long the store may take before the page opens without it, in milliseconds. */
const PATIENCE = 600
/** How long a study that is there may take to be read. */
const LONG_PATIENCE = 10_000
/** The least time between two savings, in milliseconds. */
const PAUSE = 250
const NOTE = 280

const storage = new Late('What a browser’s store says', () => import('./storage-words.ts'))

/** Keeps the study in the browser after every change, in one tab at a time, and says so where it cannot. */
export class Autosave {
  /** Whether the browser did not take the last change. */
  failing = $state(false)
  /** Whether another tab took the study from this one. */
  taken = $state(false)

  readonly lock: StudyLock
  #saved = 0
  #savedAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving = Promise.resolve()
  #turn: Promise<unknown> = Promise.resolve()
  #present: string | null = null
  #told = false
  /** What says that nothing is kept, while it is in sight. */
  #notice = 0

  constructor(
    private readonly studies: StudyState,
    private readonly notices: Notices,
    readonly storage = new StudyStorage(),
    lockFor = (owner: LockOwner) => new StudyLock(owner),
  ) {
    this.lock = lockFor({
      keep: () => this.now(),
      lost: (id) => this.#lost(id),
      free: (id) => void this.#free(id),
    })
  }

  /** Opens the study that was open last, if there is one and it can be read. */
  async restore(): Promise<void> {
    // On its way while the store is asked: a kept study cannot be read without.
    void reader.ahead()
    const untouched = this.studies.version
    let isKept = false
    const opening = this.storage.presentId().then(async (id) => {
      // A store that answers late opens nothing over what was begun meanwhile.
      if (this.studies.version !== untouched) return
      isKept = id !== null
      if (id === null) this.#claim()
      else await this.reopen(id, () => this.studies.version === untouched)
    })
    const opened = opening.catch((error: unknown) => {
      this.#claim()
      void this.#tell(error)
    })
    await Promise.race([opened, pause(PATIENCE)])
    // What is begun meanwhile would take the place of a study that is known to be there.
    if (isKept) await Promise.race([opened, pause(LONG_PATIENCE)])
  }

  /** Puts a kept study in view, with its steps; says whether it could. */
  reopen(id: string, wanted: () => boolean = () => true): Promise<boolean> {
    return this.#inTurn(() => this.#reopen(id, wanted))
  }

  async #reopen(id: string, wanted: () => boolean): Promise<boolean> {
    await this.now()
    const before = this.studies.id
    try {
      await this.lock.hold(id)
      const kept = await this.storage.get(id)
      const reading = kept && (await reader.load())
      if (kept && reading && wanted()) {
        // Something may have been changed while the browser was asked.
        await this.now()
        this.#show(kept, reading)
        this.studies.readOnly = this.lock.elsewhere
        this.taken = false
        await this.#setPresent(id).catch((error: unknown) => void this.#tell(error))
        return true
      }
      if (!kept && wanted()) {
        this.notices.warn(
          'That study is no longer kept in this browser: it was deleted in another tab, or with the site’s data.',
        )
      }
    } catch (error) {
      this.notices.fail(wordsOf(error))
    }
    await this.lock.hold(before)
    this.studies.readOnly = this.lock.elsewhere
    return false
  }

  /** Puts a study in view that is not kept yet; gives back what is wrong with it, or null. */
  openNew(study: Study, scenario?: string): Promise<string | null> {
    return this.#inTurn(async () => {
      await this.now()
      const problem = this.studies.open(study, { scenario })
      if (!problem) this.#claim()
      return problem
    })
  }

  /** Goes on with a copy, where another tab holds the study itself. */
  async openCopy(): Promise<void> {
    const { study, scenario } = this.studies
    await this.openNew({ ...study, name: copyName(study.name) }, scenario)
  }

  /** Takes the study from the tab that holds it, as that tab kept it last. */
  takeOver(): Promise<void> {
    return this.#inTurn(async () => {
      await this.lock.takeOver()
      await this.#again()
    })
  }

  /** Saves soon; call after every change. */
  later(): void {
    if (!this.#isNew() || this.#timer !== undefined) return
    const wait = Math.max(0, this.#savedAt + PAUSE - performance.now())
    this.#timer = setTimeout(() => void this.now(), wait)
  }

  /** Saves what is not saved yet. */
  now(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#isNew()) this.#saving = this.#saving.then(() => this.#save())
    return this.#saving
  }

  /** The page is being closed, perhaps before a saving has ended. */
  leave(): void {
    if (this.#isNew()) this.storage.leave(this.#kept())
    void this.now()
  }

  /** Keeps the study also where nothing was changed since it was opened. */
  keepAnyway(): Promise<void> {
    this.#saved = -1
    return this.now()
  }

  /** One study comes into view after the other: the lock is that of the one in view. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(act)
    this.#turn = done.catch(() => {})
    return done
  }

  #isNew(): boolean {
    return this.studies.version !== this.#saved && !this.studies.readOnly
  }

  async #save(): Promise<void> {
    if (!this.#isNew()) return
    const { version, id } = this.studies
    this.#savedAt = performance.now()
    try {
      await this.storage.keep(this.#kept())
      await this.#setPresent(id)
      this.#saved = version
      if (this.failing) this.notices.tell('This browser keeps your study again.')
      this.notices.dismiss(this.#notice)
      this.failing = false
      this.#told = false
    } catch (error) {
      this.failing = true
      void this.#tell(error)
    }
  }

  #kept(): Kept {
    const { id, study, scenario, history } = this.studies
    const note = study.notes.slice(0, NOTE)
    return {
      study: { id, name: study.name, note, saved: Date.now(), text: writeStudy(study), scenario },
      history: writeHistory(history),
    }
  }

  async #setPresent(id: string): Promise<void> {
    if (this.#present === id) return
    await this.storage.setPresent(id)
    this.#present = id
  }

  /** @throws in words, where the study cannot be opened */
  #show(
    { study: { id, name, text, scenario }, history }: Kept,
    { readFile, renewed }: typeof Reading,
  ): void {
    try {
      const { study, notRead } = readFile(text)
      const problem = this.studies.open(study, {
        id,
        scenario,
        history: (now) => readHistory(history, now, renewed),
      })
      if (problem) throw new Error(problem)
      this.#saved = this.studies.version
      if (notRead.length > 0) this.notices.warn(notReadWords(name), notRead)
    } catch (error) {
      throw new Error(
        `The study “${name}” kept in this browser cannot be opened and stays as it is: ${wordsOf(error)}`,
        { cause: error },
      )
    }
  }

  /** The study in view is this tab's own: nobody else knows it. */
  #claim(): void {
    this.studies.readOnly = false
    this.taken = false
    void this.lock.hold(this.studies.id)
  }

  #lost(id: string): void {
    const { study } = this.studies
    // One that is on its way into view is looked at when it is there.
    if (this.studies.id !== id) return
    const isKept = !this.#isNew()
    if (isKept) {
      this.studies.readOnly = true
      this.taken = true
      return
    }
    this.studies.becomeCopy(copyName(study.name))
    this.#claim()
    this.later()
    this.notices.warn(
      `Another tab has taken over “${study.name}”. What was not kept yet goes on here as “${copyName(study.name)}”.`,
    )
  }

  async #free(id: string): Promise<void> {
    if (this.studies.id !== id || !(await this.#again())) return
    this.notices.tell(
      `The other tab has let go of “${this.studies.study.name}”: it can be changed here now.`,
    )
  }

  /** What the other tab kept, in view here and free to be changed; says whether it is. */
  async #again(): Promise<boolean> {
    const { id } = this.studies
    try {
      const [kept, reading] = await Promise.all([this.storage.get(id), reader.load()])
      // Meanwhile another study may have come into view, or a tab have taken this one.
      if (this.studies.id !== id || !this.lock.holds) return false
      if (kept) this.#show(kept, reading)
    } catch (error) {
      // What the other tab kept is not in view: it must not be written over.
      void this.#tell(error)
      return false
    }
    this.studies.readOnly = false
    this.taken = false
    return true
  }

  async #tell(error: unknown): Promise<void> {
    if (this.#told) return
    this.#told = true
    const words = await storage.load().then(
      ({ storageWords }) => storageWords(error),
      () => `This browser does not keep your study (${wordsOf(error)}): export it as a file.`,
    )
    // It may have been kept since.
    if (this.#told) this.#notice = this.notices.fail(words)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
