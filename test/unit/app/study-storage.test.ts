import { beforeEach, describe, expect, it } from 'vitest'
import type { Kept } from '../../../src/app/keep/database.ts'
import { StudyStorage } from '../../../src/app/keep/study-storage.ts'
import { MemoryStore } from './memory-store.ts'

const kept = (id: string, saved: number, history: string | null = '[]'): Kept => ({
  study: { id, name: id, saved, text: '{}', scenario: 'base' },
  history,
})

/** What localStorage does of what a storage needs; a text longer than `room` is refused. */
function instant(room = Infinity) {
  const texts: Record<string, string> = {}
  const methods = {
    setItem(key: string, text: string) {
      if (text.length > room) throw new DOMException('', 'QuotaExceededError')
      texts[key] = text
    },
    getItem: (key: string) => texts[key] ?? null,
    removeItem(key: string) {
      delete texts[key]
    },
  }
  return new Proxy(texts, {
    get: (_, key) => Reflect.get(key in methods ? methods : texts, key) as unknown,
  }) as unknown as ConstructorParameters<typeof StudyStorage>[1] & object
}

let store = new MemoryStore()
beforeEach(() => (store = new MemoryStore()))

describe('what a closing page left', () => {
  it('is kept by the next one and open in it, though it was never kept before', async () => {
    const mat = instant()
    new StudyStorage(store, mat).leave(kept('a', 5))
    const next = new StudyStorage(store, mat)
    expect(await next.presentId()).toBe('a')
    expect(store.kept.get('a')).toEqual(kept('a', 5))
    expect(store.present).toBe('a')
    expect(Object.keys(mat)).toEqual([])
  })

  it('never takes the place of something newer, and takes that of something older', async () => {
    for (const [saved, newest] of [
      [4, 5],
      [6, 6],
    ]) {
      const mat = instant()
      store.kept.set('a', kept('a', 5))
      new StudyStorage(store, mat).leave(kept('a', saved))
      expect((await new StudyStorage(store, mat).get('a'))?.study.saved).toBe(newest)
      expect(Object.keys(mat)).toEqual([])
    }
  })

  it('is left without its steps where they have no room, or not at all', async () => {
    const mat = instant(150)
    new StudyStorage(store, mat).leave(kept('a', 5, 'x'.repeat(200)))
    expect(await new StudyStorage(store, mat).get('a')).toEqual(kept('a', 5, null))
    const full = instant(0)
    new StudyStorage(store, full).leave(kept('b', 5))
    expect(Object.keys(full)).toEqual([])
  })

  it('opens and stays where the store takes nothing', async () => {
    const mat = instant()
    store.failure = new Error('forbidden')
    new StudyStorage(store, mat).leave(kept('a', 5))
    const next = new StudyStorage(store, mat)
    expect(await next.presentId()).toBe('a')
    expect(await next.get('a')).toEqual(kept('a', 5))
    expect(Object.keys(mat)).toHaveLength(1)
  })

  it('is passed over where it cannot be read', async () => {
    const mat = instant()
    mat.setItem('stakes-unsaved-a', '{"study":')
    mat.setItem('stakes-unsaved-b', '{"study":{"id":7}}')
    expect(await new StudyStorage(store, mat).presentId()).toBeNull()
    expect(Object.keys(mat)).toEqual([])
  })

  it('goes with a study that is deleted', async () => {
    const mat = instant()
    const storage = new StudyStorage(store, mat)
    storage.leave(kept('a', 5))
    await storage.remove('a')
    expect(await storage.get('a')).toBeNull()
  })
})

describe('what the store does not take', () => {
  it('lies beside it, newest first among the rest', async () => {
    const storage = new StudyStorage(store, null)
    await storage.keep(kept('a', 1))
    store.failure = new Error('full')
    await expect(storage.keep(kept('b', 2))).rejects.toThrow('full')
    expect((await storage.all()).map(({ id }) => id)).toEqual(['b'])
    store.failure = null
    expect((await storage.all()).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(await storage.get('b')).toEqual(kept('b', 2))
    await storage.keep(kept('c', 3))
    expect([...store.kept.keys()].sort()).toEqual(['a', 'b', 'c'])
  })

  it('a store that takes nothing and holds nothing says so', async () => {
    store.failure = new Error('forbidden')
    await expect(new StudyStorage(store, null).all()).rejects.toThrow('forbidden')
  })
})
