import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** A study as it is kept in the browser: as text, so that it is checked like any file when opened. */
export interface KeptStudy {
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly saved: number
  readonly text: string
  /** The scenario in view. */
  readonly scenario: string
}

interface Shelves extends DBSchema {
  studies: { key: string; value: KeptStudy }
  settings: { key: string; value: string }
}

/** Studies kept in this browser. Every method throws in words if the browser does not let it. */
export class Library {
  private database: Promise<IDBPDatabase<Shelves>> | null = null

  async keep(study: KeptStudy): Promise<void> {
    const database = await this.open()
    const change = database.transaction(['studies', 'settings'], 'readwrite')
    await Promise.all([
      change.objectStore('studies').put(study),
      change.objectStore('settings').put(study.id, 'present'),
      change.done,
    ])
  }

  /** The study that was open last. */
  async present(): Promise<KeptStudy | undefined> {
    const database = await this.open()
    const id = await database.get('settings', 'present')
    return id === undefined ? undefined : database.get('studies', id)
  }

  /** All kept studies, the newest first. */
  async all(): Promise<KeptStudy[]> {
    const database = await this.open()
    const studies = await database.getAll('studies')
    return studies.sort((a, b) => b.saved - a.saved)
  }

  async remove(id: string): Promise<void> {
    const database = await this.open()
    await database.delete('studies', id)
  }

  private open(): Promise<IDBPDatabase<Shelves>> {
    this.database ??= openDB<Shelves>('stakes', 1, {
      upgrade(database) {
        database.createObjectStore('studies', { keyPath: 'id' })
        database.createObjectStore('settings')
      },
    })
    this.database.catch(() => {
      this.database = null
    })
    return this.database
  }
}
