import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** A study as it is kept in the browser: as text, so that it is checked like any file when opened. */
export interface KeptStudy {
  readonly id: string
  readonly name: string
  /** The beginning of its notes; absent in studies kept by the first Stakes. */
  readonly note?: string
  /** Milliseconds since 1970. */
  readonly saved: number
  readonly text: string
  /** The scenario in view. */
  readonly scenario: string
}

/** A study with the steps that led to it, as text. */
export interface Kept {
  readonly study: KeptStudy
  readonly history: string | null
}

interface Schema extends DBSchema {
  studies: { key: string; value: KeptStudy }
  histories: { key: string; value: string }
  settings: { key: string; value: string }
}

const stores = ['studies', 'histories', 'settings'] as const

/** What a place must do where studies are kept. */
export type Store = Pick<
  StudyDatabase,
  'keep' | 'get' | 'presentId' | 'setPresent' | 'all' | 'remove'
>

/** Studies kept in this browser. Every method throws in words if the browser does not let it. */
export class StudyDatabase {
  private database: Promise<IDBPDatabase<Schema>> | null = null

  /** Keeps a study with its steps, whole or not at all. */
  keep({ study, history }: Kept): Promise<void> {
    return this.with(async (database) => {
      const change = database.transaction(['studies', 'histories'], 'readwrite')
      const histories = change.objectStore('histories')
      await Promise.all([
        change.objectStore('studies').put(study),
        history === null ? histories.delete(study.id) : histories.put(history, study.id),
        change.done,
      ])
    })
  }

  get(id: string): Promise<Kept | null> {
    return this.with(async (database) => {
      const [study, history] = await Promise.all([
        database.get('studies', id),
        database.get('histories', id),
      ])
      return study ? { study, history: history ?? null } : null
    })
  }

  /** Which study was open last. */
  presentId(): Promise<string | null> {
    return this.with(async (database) => (await database.get('settings', 'present')) ?? null)
  }

  async setPresent(id: string): Promise<void> {
    await this.with((database) => database.put('settings', id, 'present'))
  }

  /** All kept studies, the newest first. */
  all(): Promise<KeptStudy[]> {
    return this.with(async (database) => {
      const studies = await database.getAll('studies')
      return studies.sort((a, b) => b.saved - a.saved)
    })
  }

  remove(id: string): Promise<void> {
    return this.with(async (database) => {
      const change = database.transaction(['studies', 'histories'], 'readwrite')
      await Promise.all([
        change.objectStore('studies').delete(id),
        change.objectStore('histories').delete(id),
        change.done,
      ])
    })
  }

  /** Does something with the store, once more where it was closed meanwhile, as by whoever deleted it. */
  private async with<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const asked = this.open()
    try {
      return await act(await asked)
    } catch (error) {
      const isClosed = error instanceof Error && error.name === 'InvalidStateError'
      if (!isClosed) throw error
      if (this.database === asked) this.database = null
      return act(await this.open())
    }
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    // Absent in some browsers where site data is forbidden; others throw when it is asked for.
    if (typeof indexedDB === 'undefined') {
      return Promise.reject(new DOMException('there is no store', 'SecurityError'))
    }
    this.database ??= openDB<Schema>('stakes', 2, {
      upgrade(database) {
        for (const name of stores) {
          if (database.objectStoreNames.contains(name)) continue
          if (name === 'studies') database.createObjectStore(name, { keyPath: 'id' })
          else database.createObjectStore(name)
        }
      },
      // A tab with a newer Stakes may go on; this one opens the store again when it needs it.
      blocking: (_now, _next, event) => {
        ;(event.target as IDBDatabase).close()
        this.database = null
      },
      terminated: () => {
        this.database = null
      },
    })
    this.database.catch(() => {
      this.database = null
    })
    return this.database
  }
}
