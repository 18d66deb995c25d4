import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exampleStudy } from '../../../src/study/example.ts'
import { fakeLocks, MemoryStore } from './memory-store.ts'
import { Tab } from './tabs.ts'

let store = new MemoryStore()
let locks = fakeLocks()
let tabs: Tab[] = []

async function tab(): Promise<Tab> {
  const made = new Tab(store, locks)
  tabs.push(made)
  await made.autosave.restore()
  return made
}

/** Waits until something holds, however slow the machine. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 120_000 })

beforeEach(() => {
  store = new MemoryStore()
  locks = fakeLocks()
  tabs = []
})
afterEach(() => tabs.forEach((one) => one.close()))

describe('what is kept', () => {
  it('nothing, before anything was changed', async () => {
    const one = await tab()
    await one.autosave.now()
    expect(store.kept.size).toBe(0)
  })

  it('the study comes back with its steps and the scenario in view', async () => {
    const one = await tab()
    one.edit(5000)
    one.studies.choose('regulators')
    one.edit(6000)
    one.studies.undo()
    await one.autosave.now()
    const later = new Tab(store)
    await later.autosave.restore()
    expect(later.trials).toBe(5000)
    expect(later.studies.scenario).toBe('regulators')
    expect([later.studies.undoName, later.studies.redoName]).toEqual([
      'chose the scenario Regulatory challenge',
      'set 6000',
    ])
    later.close()
  })

  it('a change is kept soon without being asked for', async () => {
    const one = await tab()
    one.edit(5000)
    await eventually(() => expect(store.kept.size).toBe(1))
    one.edit(6000)
    await eventually(() => expect([...store.kept.values()][0].study.text).toMatch('"trials": 6000'))
  })

  it('another study is opened beside the present one, each with its own steps', async () => {
    const one = await tab()
    one.edit(5000)
    const first = one.studies.id
    await one.autosave.openNew(exampleStudy())
    expect(one.studies.undoName).toBeNull()
    one.edit(7000)
    await one.autosave.reopen(first)
    expect([one.trials, one.studies.undoName]).toEqual([5000, 'set 5000'])
    expect(store.kept.size).toBe(2)
  })

  it('looking at a kept study does not make it newer', async () => {
    const one = await tab()
    one.edit(5000)
    await one.autosave.now()
    const { saved } = [...store.kept.values()][0].study
    await new Promise((resolve) => setTimeout(resolve, 5))
    await one.autosave.reopen(one.studies.id)
    one.autosave.later()
    await one.autosave.now()
    expect([...store.kept.values()][0].study.saved).toBe(saved)
  })

  it('what cannot be read stays as it is, and the present study in view', async () => {
    const one = await tab()
    one.edit(5000)
    const text = '{"format":"stakes-study","version":99}'
    const broken = { id: 'x', name: 'Broken', saved: 1, text, scenario: 'base' }
    store.kept.set('x', { study: broken, history: null })
    expect(await one.autosave.reopen('x')).toBe(false)
    expect(one.words).toMatch(/“Broken” .* cannot be opened and stays as it is.*newer Stakes/)
    expect([one.trials, one.studies.readOnly]).toEqual([5000, false])
    expect(store.kept.get('x')?.study.text).toBe(text)
  })
})

describe('where the browser keeps nothing', () => {
  it('the page says so once, and opening another study loses none', async () => {
    store.failure = new Error('not allowed here')
    const one = await tab()
    await eventually(() =>
      expect(one.words).toMatch(/does not let Stakes keep your study \(Not allowed here\)/),
    )
    one.edit(5000)
    const first = one.studies.id
    await one.autosave.openNew(exampleStudy())
    expect(one.autosave.failing).toBe(true)
    await one.autosave.reopen(first)
    expect([one.trials, one.studies.undoName]).toEqual([5000, 'set 5000'])
    expect(one.notices.list).toHaveLength(1)
  })

  it('everything is kept as soon as it can be', async () => {
    const one = await tab()
    store.failure = new Error('full')
    one.edit(5000)
    await one.autosave.openNew(exampleStudy())
    store.failure = null
    one.edit(6000)
    await one.autosave.now()
    expect(store.kept.size).toBe(2)
    expect(one.autosave.failing).toBe(false)
    expect(one.words).toMatch(/keeps your study again/)
  })

  it('a study that has no room with its steps is kept without', async () => {
    const one = await tab()
    const keep = store.keep.bind(store)
    store.keep = (kept) => {
      if (kept.history !== null) return Promise.reject(new DOMException('', 'QuotaExceededError'))
      return keep(kept)
    }
    one.edit(5000)
    await one.autosave.now()
    expect(store.kept.size).toBe(1)
    expect(one.autosave.failing).toBe(false)
  })
})

describe('two tabs', () => {
  async function two() {
    const first = await tab()
    first.edit(5000)
    await first.autosave.now()
    return { first, second: await tab() }
  }

  it('the second can look and not change', async () => {
    const { first, second } = await two()
    expect(second.studies.readOnly).toBe(true)
    expect(second.trials).toBe(5000)
    expect(second.edit(6000)).toMatch(/open in another tab/)
    expect(first.edit(7000)).toBeNull()
    await second.autosave.now()
    expect(first.studies.readOnly).toBe(false)
  })

  it('the second can take over, with what the first had not kept yet; the first says so', async () => {
    const { first, second } = await two()
    first.edit(6000)
    await second.autosave.takeOver()
    expect(second.trials).toBe(6000)
    expect(second.edit(7000)).toBeNull()
    await eventually(() => expect(first.studies.readOnly).toBe(true))
    expect(first.autosave.taken).toBe(true)
    expect(first.edit(8000)).toMatch(/open in another tab/)
    // And back again.
    await first.autosave.takeOver()
    expect(first.trials).toBe(7000)
    await eventually(() => expect(second.studies.readOnly).toBe(true))
  })

  it('a tab that did not answer in time goes on with a copy of what it had', async () => {
    const { first, second } = await two()
    first.channel.close()
    first.studies.change('late', (study) => ({ ...study, trials: 6000 }))
    await second.autosave.takeOver()
    await eventually(() => expect(first.words).toMatch(/taken over/))
    expect(first.studies.study.name).toMatch(/, copy$/)
    expect([first.trials, first.studies.readOnly]).toEqual([6000, false])
    expect(first.studies.id).not.toBe(second.studies.id)
    expect(second.trials).toBe(5000)
  })

  it('a copy can be changed, and leaves the first tab its study', async () => {
    const { first, second } = await two()
    await second.autosave.openCopy()
    expect(second.edit(6000)).toBeNull()
    await second.autosave.now()
    expect(second.studies.study.name).toBe('Amazon and OpenAI, copy')
    expect(first.edit(7000)).toBeNull()
    await first.autosave.now()
    expect(store.kept.size).toBe(2)
  })

  it('when the first turns to another study the second gets the newest state of this one', async () => {
    const { first, second } = await two()
    first.edit(6000)
    await first.autosave.openNew(exampleStudy())
    await eventually(() => expect(second.studies.readOnly).toBe(false))
    expect(second.trials).toBe(6000)
    expect(second.words).toMatch(/can be changed here now/)
  })

  it('without locks in the browser both can change', async () => {
    const first = new Tab(store)
    tabs.push(first)
    await first.autosave.restore()
    first.edit(5000)
    await first.autosave.now()
    const second = new Tab(store)
    tabs.push(second)
    await second.autosave.restore()
    expect(second.edit(6000)).toBeNull()
  })
})

describe('the library', () => {
  it('renames, duplicates and deletes a study that is not in view, and puts it back', async () => {
    const one = await tab()
    one.edit(5000)
    const first = one.studies.id
    await one.autosave.openNew(exampleStudy())
    await one.library.rename(first, 'Base')
    expect(one.library.others.map(({ name }) => name)).toEqual(['Base'])
    await one.library.duplicate(first)
    expect(one.library.others.map(({ name }) => name).sort()).toEqual(['Base', 'Base, copy'])
    await one.library.remove(first)
    expect(one.library.others.map(({ name }) => name)).toEqual(['Base, copy'])
    expect(one.words).toMatch(/Deleted “Base”/)
    one.notices.list[0].action?.act()
    await eventually(() => expect(one.library.others).toHaveLength(2))
    await one.library.open(first)
    expect([one.studies.study.name, one.trials]).toEqual(['Base', 5000])
    expect(one.studies.undoName).toBe('set 5000')
  })

  it('deleting the study in view opens another; putting it back opens it again', async () => {
    const one = await tab()
    one.edit(5000)
    await one.autosave.openNew(exampleStudy())
    const id = one.studies.id
    await one.library.remove(id)
    expect([one.trials, store.kept.size]).toEqual([5000, 1])
    await one.library.putBack(id)
    expect(one.studies.study.name).toBe('Trainium disappoints')
    expect(store.kept.size).toBe(2)
  })

  it('deleting the only study leaves a new one, and nothing lost', async () => {
    const one = await tab()
    one.edit(5000)
    const id = one.studies.id
    await one.library.remove(id)
    expect([one.trials, one.studies.readOnly]).toEqual([10_000, false])
    await one.library.putBack(id)
    expect(one.trials).toBe(5000)
  })

  it('a study in another tab is neither renamed nor deleted', async () => {
    const first = await tab()
    first.edit(5000)
    await first.autosave.now()
    const second = await tab()
    await second.autosave.openNew(exampleStudy())
    await second.library.rename(first.studies.id, 'Mine')
    await second.library.remove(first.studies.id)
    expect(second.words).toMatch(/open in another tab: close it there first/)
    expect(store.kept.get(first.studies.id)?.study.name).toBe('Amazon and OpenAI')
  })
})
