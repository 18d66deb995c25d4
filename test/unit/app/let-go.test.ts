import { expect, it } from 'vitest'
import { exampleStudy } from '../../../src/study/example.ts'
import { fakeLocks, MemoryStore } from './memory-store.ts'
import { Tab } from './tabs.ts'

/** Numbers from 0 to 1 that depend on a seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A store that takes its time. */
class SlowStore extends MemoryStore {
  constructor(private readonly wait: () => number) {
    super()
  }
  override async get(id: string) {
    const kept = await super.get(id)
    await pause(this.wait())
    return kept
  }
}

/** The browser's locks as one tab has them, noting who holds which. */
function noting(locks: LockManager, who: number, holders: Map<string, number>): LockManager {
  const request = (name: string, options: LockOptions, act: (lock: Lock | null) => unknown) =>
    locks.request(name, options, async (lock) => {
      holders.set(name, who)
      await act(lock)
      if (holders.get(name) === who) holders.delete(name)
    })
  return { request, query: () => locks.query() } as unknown as LockManager
}

/** What tabs say that is not so, while they open, leave, change and take over studies as it comes. */
async function untrueWords(seed: number): Promise<string[]> {
  const next = dice(seed)
  const store = new SlowStore(() => next() * 60)
  const locks = fakeLocks()
  const holders = new Map<string, number>()
  const untrue: string[] = []
  const tabs: Tab[] = []
  for (let who = 0; who < 3; who++) {
    const tab = new Tab(store, noting(locks, who, holders))
    const tell = tab.notices.tell.bind(tab.notices)
    tab.notices.tell = (text, ...rest) => {
      const { id } = tab.studies
      const isLetGo = text.includes('has let go')
      if (isLetGo && holders.get(`stakes-study-${id}`) !== who) untrue.push(`${who}: ${text}`)
      if (isLetGo && tab.studies.readOnly) untrue.push(`${who}, who only looks on: ${text}`)
      return tell(text, ...rest)
    }
    tabs.push(tab)
    await tab.autosave.restore()
    if (who > 0) continue
    tab.edit(5000)
    await tab.autosave.now()
  }
  const first = tabs[0].studies.id
  const acts = [
    (tab: Tab) => tab.autosave.takeOver(),
    (tab: Tab) => tab.autosave.takeOver(),
    (tab: Tab) => tab.autosave.openNew(exampleStudy()),
    (tab: Tab) => tab.autosave.reopen(first),
    (tab: Tab) => tab.autosave.reopen(first),
    (tab: Tab) => Promise.resolve(tab.edit(1000 + Math.floor(next() * 1000))),
  ]
  const doing: Promise<unknown>[] = []
  for (let turn = 0; turn < 24; turn++) {
    const tab = tabs[Math.floor(next() * tabs.length)]
    doing.push(acts[Math.floor(next() * acts.length)](tab))
    await pause(next() < 0.2 ? 350 : next() * 40)
  }
  await Promise.all(doing)
  await pause(600)
  const held = tabs.filter(({ studies }) => studies.id === first && !studies.readOnly)
  if (held.length > 1) untrue.push(`${held.length} tabs may change one study`)
  tabs.forEach((one) => one.close())
  return untrue
}

it('“The other tab has let go” is said by the tab that holds the study, and by no other', async () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed)
  const found = await Promise.all(
    seeds.map(async (seed) => (await untrueWords(seed)).map((words) => `${seed}: ${words}`)),
  )
  expect(found.flat()).toEqual([])
})
