import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Asked, type AskHandle } from '../../../src/app/state/asked.svelte.ts'
import { SLOW } from '../../../src/app/state/task.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Questions that are answered when the test says so. */
function asker() {
  const asked = new Asked<string>()
  const begun: string[] = []
  const ask = (about: string) => {
    let answer: (text: string) => void = () => undefined
    let fail: (error: Error) => void = () => undefined
    const handles: AskHandle<string>[] = []
    const promise = new Promise<string>((resolve, reject) => {
      answer = resolve
      fail = reject
    })
    asked.ask([about], (handle) => {
      begun.push(about)
      handles.push(handle)
      return promise
    })
    const settle = (act: () => void) => (act(), vi.advanceTimersByTimeAsync(0))
    return {
      answer: () => settle(() => answer(about)),
      fail: () => settle(() => fail(new Error(about))),
      handle: () => handles[handles.length - 1],
    }
  }
  return { asked, ask, begun }
}

test('an answer is held, and the same question is not asked twice', async () => {
  const { asked, ask, begun } = asker()
  const a = ask('a')
  ask('a')
  expect([asked.status, asked.value, asked.current]).toEqual(['asking', null, false])
  await a.answer()
  ask('a')
  expect(begun).toEqual(['a'])
  expect([asked.status, asked.value, asked.current]).toEqual(['done', 'a', true])
})

test('the newest waits for the answer under way, those in between are never asked', async () => {
  const { asked, ask, begun } = asker()
  const [a, , c] = ['a', 'b', 'c'].map(ask)
  expect(begun).toEqual(['a'])
  await a.answer()
  expect([asked.value, asked.current, begun]).toEqual(['a', false, ['a', 'c']])
  await c.answer()
  expect([asked.value, asked.current]).toEqual(['c', true])
})

test('a fast drag shows answers as they come, and ends with the last', async () => {
  const { asked, ask } = asker()
  const shown = new Set<string | null>()
  let last = ask('0')
  let first = last
  for (let at = 1; at <= 60; at++) {
    last = ask(String(at))
    if (at % 7 !== 0) continue
    await first.answer()
    first = last
    shown.add(asked.value)
  }
  await first.answer()
  await last.answer()
  expect(shown.size).toBe(8)
  expect([asked.value, asked.current]).toEqual(['60', true])
})

test('a first answer counts: what waits is asked then, and the older one is stopped', async () => {
  const { asked, ask, begun } = asker()
  const a = ask('a')
  a.handle().onUpdate('some of a')
  expect([asked.value, asked.status]).toEqual(['some of a', 'asking'])
  const b = ask('b')
  expect(begun).toEqual(['a', 'b'])
  expect(a.handle().signal.aborted).toBe(true)
  a.handle().onUpdate('more of a')
  await a.answer()
  expect([asked.value, asked.current]).toEqual(['some of a', false])
  await b.answer()
  expect(asked.value).toBe('b')
})

test('what takes long shows its progress, and is not waited for', async () => {
  const { asked, ask, begun } = asker()
  const a = ask('a')
  a.handle().onProgress(0.25)
  expect(asked.slow).toBe(false)
  vi.advanceTimersByTime(SLOW)
  expect([asked.slow, asked.progress]).toEqual([true, 0.25])
  const b = ask('b')
  expect([begun, a.handle().signal.aborted, asked.slow]).toEqual([['a', 'b'], true, false])
  ask('c')
  vi.advanceTimersByTime(SLOW)
  expect([begun, b.handle().signal.aborted]).toEqual([['a', 'b', 'c'], true])
})

test('dropped it stops without a word, keeps what it has, and may be asked again', async () => {
  const { asked, ask, begun } = asker()
  await ask('a').answer()
  const b = ask('b')
  asked.drop()
  await b.fail()
  expect(b.handle().signal.aborted).toBe(true)
  expect([asked.value, asked.current, asked.problem, asked.status]).toEqual([
    'a',
    false,
    null,
    'idle',
  ])
  ask('b')
  expect(begun).toEqual(['a', 'b', 'b'])
})

test('cancelled it says so and is asked again only when told to', async () => {
  const { asked, ask, begun } = asker()
  const a = ask('a')
  asked.cancel()
  expect([asked.status, a.handle().signal.aborted]).toEqual(['cancelled', true])
  asked.again()
  await a.answer()
  expect([begun, asked.value, asked.status]).toEqual([['a', 'a'], 'a', 'done'])
})

test('a failure is told in words, unless something newer was asked', async () => {
  const { asked, ask, begun } = asker()
  const a = ask('a')
  const b = ask('b')
  await a.fail()
  expect([asked.problem, asked.status, begun]).toEqual([null, 'asking', ['a', 'b']])
  await b.fail()
  expect([asked.problem, asked.status]).toEqual(['B', 'failed'])
  const again = ask('b')
  expect(asked.problem).toBeNull()
  await again.answer()
  expect(asked.value).toBe('b')
  expect(vi.getTimerCount()).toBe(0)
})
