import { type Kept, type KeptStudy, StudyDatabase, type Store } from './database.ts'

/** How long the store may take, in milliseconds. */
const PATIENCE = 3000
const UNSAVED = 'stakes-unsaved-'

/** What takes a text at once, without being waited for. */
type InstantStorage = Pick<Storage, 'setItem' | 'getItem' | 'removeItem'> & {
  readonly [key: string]: unknown
}

/**
 * Where studies are kept, with a place beside it for those the browser did not take: they can be
 * opened again until the page is closed, and go to the store as soon as it takes something. What a
 * page leaves behind that is closed in the middle of saving is gathered by the next one.
 */
export class StudyStorage implements Store {
  readonly #beside = new Map<string, Kept>()

  constructor(
    private readonly store: Store = new StudyDatabase(),
    private readonly instant: InstantStorage | null = browserStorage(),
  ) {}

  /** Leaves a study where the next page finds it, at once: a page that closes cannot wait. */
  leave(kept: Kept): void {
    for (const history of [kept.history, null]) {
      try {
        this.instant?.setItem(UNSAVED + kept.study.id, JSON.stringify({ ...kept, history }))
        return
      } catch {
        // No room with its steps: once more without.
      }
    }
  }

  /** @throws where the browser did not take it; it lies beside the store then */
  async keep(kept: Kept): Promise<void> {
    try {
      await soon(this.#keepWhole(kept))
    } catch (error) {
      this.#beside.set(kept.study.id, kept)
      throw error
    }
    this.#beside.delete(kept.study.id)
    for (const [id, other] of this.#beside) {
      await soon(this.#keepWhole(other))
        .then(() => this.#beside.delete(id))
        .catch(() => {})
    }
  }

  async get(id: string): Promise<Kept | null> {
    await this.#gather()
    return this.#beside.get(id) ?? soon(this.store.get(id))
  }

  async all(): Promise<KeptStudy[]> {
    const beside = [...this.#beside.values()].map(({ study }) => study)
    try {
      const kept = await soon(this.store.all())
      const rest = kept.filter(({ id }) => !this.#beside.has(id))
      return [...beside, ...rest].sort((a, b) => b.saved - a.saved)
    } catch (error) {
      if (beside.length === 0) throw error
      return beside
    }
  }

  async remove(id: string): Promise<void> {
    const wasBeside = this.#beside.delete(id)
    this.instant?.removeItem(UNSAVED + id)
    try {
      await soon(this.store.remove(id))
    } catch (error) {
      if (!wasBeside) throw error
    }
  }

  async presentId(): Promise<string | null> {
    return (await this.#gather()) ?? soon(this.store.presentId())
  }

  setPresent(id: string): Promise<void> {
    return soon(this.store.setPresent(id))
  }

  /** Keeps what a page left behind; gives the study that was left last. */
  async #gather(): Promise<string | null> {
    const { instant } = this
    const keys = Object.keys(instant ?? {}).filter((key) => key.startsWith(UNSAVED))
    let newest: KeptStudy | null = null
    for (const key of keys) {
      const left = readLeft(instant?.getItem(key) ?? '')
      if (left) {
        const { study } = left
        const kept = await soon(this.store.get(study.id)).catch(() => null)
        if (!kept || kept.study.saved < study.saved) {
          // What is not taken stays where it lies, and can be opened from beside the store.
          await this.keep(left).catch(() => {})
          if (!newest || newest.saved < study.saved) newest = study
          if (this.#beside.has(study.id)) continue
          await soon(this.store.setPresent(newest.id))
        }
      }
      instant?.removeItem(key)
    }
    return newest?.id ?? null
  }

  /** Where a study has no room with its steps, without them. */
  async #keepWhole(kept: Kept): Promise<void> {
    try {
      await this.store.keep(kept)
    } catch (error) {
      if (kept.history === null || !isFull(error)) throw error
      await this.store.keep({ ...kept, history: null })
    }
  }
}

function browserStorage(): InstantStorage | null {
  try {
    return typeof window === 'undefined' ? null : localStorage
  } catch {
    // Forbidden, like the store: then a page can leave nothing behind.
    return null
  }
}

function readLeft(text: string): Kept | null {
  try {
    const { study, history } = JSON.parse(text) as Partial<Kept>
    if (typeof study?.id !== 'string' || typeof study.saved !== 'number') return null
    return { study, history: history ?? null }
  } catch {
    return null
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}

function soon<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new DOMException('its store does not answer', 'TimeoutError')),
      PATIENCE,
    )
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
