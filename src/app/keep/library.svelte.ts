import { reader } from './reader.ts'
import { madeOnce } from '../state/made-once.svelte.ts'
import { defaultStudy, writeStudy } from '../../study/index.ts'
import type { Autosave } from './autosave.svelte.ts'
import { copyName } from './study-words.ts'
import type { Kept, KeptStudy } from './database.ts'
import { type Notices } from '../state/notices.svelte.ts'
import { wordsOf } from '../../words/index.ts'
import { newId, type StudyState } from '../state/study.svelte.ts'

const elsewhere = 'This study is open in another tab: close it there first'

/** A study that was deleted and can still be put back. */
interface Removed {
  readonly kept: Kept
  /** Whether it was in view. */
  readonly wasOpen: boolean
  readonly notice: number
}

/** The studies kept in this browser: what can be done with them. Problems are told, not thrown. */
export class Library {
  #all = $state.raw<readonly KeptStudy[]>([])
  /** Deleted since the page was opened, the last first. */
  removed = $state.raw<readonly Removed[]>([])
  /** All but the one in view, the newest first. */
  readonly others = $derived(this.#all.filter(({ id }) => id !== this.studies.id))

  constructor(
    private readonly studies: StudyState,
    private readonly autosave: Autosave,
    private readonly notices: Notices,
  ) {}

  /** Looks again at what is kept. */
  async refresh(): Promise<void> {
    await this.#try(() => Promise.resolve())
  }

  async open(id: string): Promise<void> {
    await this.#try(async () => {
      await this.autosave.reopen(id)
    })
  }

  /** Keeps a copy beside a study; the one in view stays in view. */
  async duplicate(id: string): Promise<void> {
    await this.#try(async () => {
      const { study } = await this.#get(id)
      const copy = { ...(await reader.load()).readStudy(study.text), name: copyName(study.name) }
      await this.#put({ ...study, id: newId() }, copy.name, writeStudy(copy), null)
    })
  }

  async rename(id: string, name: string): Promise<void> {
    if (id === this.studies.id) {
      const problem = this.studies.change('renamed the study', (study) => ({ ...study, name }))
      if (problem) this.notices.warn(problem)
      return
    }
    await this.#try(() =>
      this.#unlessElsewhere(id, async () => {
        const { study, history } = await this.#get(id)
        const text = writeStudy({ ...(await reader.load()).readStudy(study.text), name })
        await this.#put(study, name, text, history)
      }),
    )
  }

  /** Deletes a study; until the page is closed it can be put back. */
  async remove(id: string): Promise<void> {
    await this.#try(async () => {
      await this.autosave.now()
      const wasOpen = id === this.studies.id
      if (wasOpen && this.studies.readOnly) throw new Error(elsewhere)
      const kept = await this.#get(id)
      if (wasOpen) await this.#openAnother()
      await this.#unlessElsewhere(id, async () => {
        await this.autosave.storage.remove(id)
        const notice = this.notices.tell(`Deleted “${kept.study.name}”.`, [], {
          label: 'Undo',
          act: () => void this.putBack(id),
        })
        this.removed = [{ kept, wasOpen, notice }, ...this.removed]
      })
    })
  }

  /** Brings a deleted study back, and into view if it was. */
  async putBack(id: string): Promise<void> {
    await this.#try(async () => {
      const found = this.removed.find(({ kept }) => kept.study.id === id)
      if (!found) return
      await this.autosave.storage.keep(found.kept)
      this.removed = this.removed.filter((one) => one !== found)
      this.notices.dismiss(found.notice)
      if (found.wasOpen) await this.autosave.reopen(id)
    })
  }

  async #openAnother(): Promise<void> {
    const all = await this.autosave.storage.all()
    for (const { id } of all.filter((one) => one.id !== this.studies.id)) {
      if (await this.autosave.reopen(id)) return
    }
    await this.autosave.openNew(defaultStudy())
  }

  async #get(id: string): Promise<Kept> {
    if (id === this.studies.id) await this.autosave.keepAnyway()
    const kept = await this.autosave.storage.get(id)
    if (!kept) throw new Error('this study is no longer kept in this browser')
    return kept
  }

  #put(before: KeptStudy, name: string, text: string, history: string | null): Promise<void> {
    const study = { ...before, name, text, saved: Date.now() }
    return this.autosave.storage.keep({ study, history })
  }

  async #unlessElsewhere(id: string, act: () => Promise<void>): Promise<void> {
    if (!(await this.autosave.lock.during(id, act))) throw new Error(elsewhere)
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      this.notices.warn(wordsOf(error))
    }
    try {
      this.#all = await this.autosave.storage.all()
    } catch {
      // The autosave says what is wrong with the store.
      this.#all = []
    }
  }
}

export const libraryOf = madeOnce((app) => new Library(app.studies, app.autosave, app.notices))
