import { Autosave } from '../../../src/app/keep/autosave.svelte.ts'
import { Library } from '../../../src/app/keep/library.svelte.ts'
import { Notices } from '../../../src/app/state/notices.svelte.ts'
import { StudyStorage } from '../../../src/app/keep/study-storage.ts'
import { StudyLock } from '../../../src/app/keep/lock.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import type { MemoryStore } from './memory-store.ts'

/** A tab of the page without its screens. */
export class Tab {
  readonly studies = new StudyState()
  readonly notices = new Notices()
  readonly channel = new BroadcastChannel('stakes')
  readonly autosave: Autosave
  readonly library: Library

  constructor(store: MemoryStore, locks?: LockManager) {
    this.autosave = new Autosave(
      this.studies,
      this.notices,
      new StudyStorage(store),
      (owner) => new StudyLock(owner, locks, this.channel),
    )
    this.library = new Library(this.studies, this.autosave, this.notices)
  }

  /** Changes the trials, as a person would. */
  edit(trials: number): string | null {
    const problem = this.studies.change(`set ${trials}`, (study) => ({ ...study, trials }))
    this.autosave.later()
    return problem
  }

  get trials(): number {
    return this.studies.study.trials
  }

  get words(): string {
    return this.notices.list.map(({ text }) => text).join('\n')
  }

  close(): void {
    this.channel.close()
  }
}
