import type { Kept, Store } from '../../../src/app/keep/database.ts'

/** A store for tests, as several tabs share it; it throws what `failure` is set to. */
export class MemoryStore implements Store {
  readonly kept = new Map<string, Kept>()
  present: string | null = null
  failure: Error | null = null

  async keep(kept: Kept): Promise<void> {
    await this.#answer()
    this.kept.set(kept.study.id, kept)
  }
  async get(id: string): Promise<Kept | null> {
    await this.#answer()
    return this.kept.get(id) ?? null
  }
  async all(): Promise<Kept['study'][]> {
    await this.#answer()
    return [...this.kept.values()].map(({ study }) => study)
  }
  async remove(id: string): Promise<void> {
    await this.#answer()
    this.kept.delete(id)
  }
  async presentId(): Promise<string | null> {
    await this.#answer()
    return this.present
  }
  async setPresent(id: string): Promise<void> {
    await this.#answer()
    this.present = id
  }

  async #answer(): Promise<void> {
    await Promise.resolve()
    if (this.failure) throw this.failure
  }
}

/** The browser's locks, as several tabs share them. */
export function fakeLocks(): LockManager {
  type Waiting = { grant: () => void; steal: boolean }
  const held = new Map<string, { lose: (error: Error) => void }>()
  const queues = new Map<string, Waiting[]>()

  const next = (name: string) => {
    const queue = queues.get(name) ?? []
    if (!held.has(name)) queue.shift()?.grant()
  }
  const request = (
    name: string,
    options: { signal?: AbortSignal; steal?: boolean },
    act: () => unknown,
  ) =>
    new Promise<unknown>((resolve, reject) => {
      const grant = () => {
        const mine = { lose: reject }
        held.set(name, mine)
        const end = async () => {
          await Promise.resolve()
          resolve(await act())
          if (held.get(name) === mine) held.delete(name)
          next(name)
        }
        end().catch(reject)
      }
      if (options.steal) {
        held.get(name)?.lose(new DOMException('stolen', 'AbortError'))
        // Whoever had it and lets go just now frees nothing: it is another's already.
        grant()
        return
      }
      const waiting = { grant, steal: false }
      const queue = queues.get(name) ?? []
      queues.set(name, [...queue, waiting])
      options.signal?.addEventListener('abort', () => {
        const rest = queues.get(name) ?? []
        if (!rest.includes(waiting)) return
        queues.set(
          name,
          rest.filter((one) => one !== waiting),
        )
        reject(new DOMException('aborted', 'AbortError'))
      })
      queueMicrotask(() => next(name))
    })
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager
}
