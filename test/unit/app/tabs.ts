import { Keeper } from '../../../src/app/state/keeper.svelte.ts'
import { LibraryStore } from '../../../src/app/state/library-store.svelte.ts'
import { Notices } from '../../../src/app/state/notices.svelte.ts'
import { Shelf } from '../../../src/app/state/shelf.ts'
import { StudyLock } from '../../../src/app/state/study-lock.ts'
import { StudyStore } from '../../../src/app/state/study-store.svelte.ts'
import type { MemoryStore } from './memory-store.ts'

/** A tab of the page without its screens. */
export class Tab {
  readonly studies = new StudyStore()
  readonly notices = new Notices()
  readonly channel = new BroadcastChannel('stakes')
  readonly keeper: Keeper
  readonly library: LibraryStore

  constructor(store: MemoryStore, locks?: LockManager) {
    this.keeper = new Keeper(
      this.studies,
      this.notices,
      new Shelf(store),
      (tenant) => new StudyLock(tenant, locks, this.channel),
    )
    this.library = new LibraryStore(this.studies, this.keeper, this.notices)
  }

  /** Changes the trials, as a person would. */
  edit(trials: number): string | null {
    const problem = this.studies.change(`set ${trials}`, (study) => ({ ...study, trials }))
    this.keeper.later()
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
