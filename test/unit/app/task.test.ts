import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SLOW, Task, type TaskOptions } from '../../../src/app/state/task.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work that ends when told to, and what it was handed. */
function work() {
  let resolve: (value: number) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<number>((yes, no) => {
    resolve = yes
    reject = no
  })
  const handed: TaskOptions[] = []
  const start = (options: TaskOptions) => {
    handed.push(options)
    return promise
  }
  return { start, resolve, reject, options: () => handed[0] }
}

test('says nothing of short work, and shows the progress of long work', async () => {
  const task = new Task()
  const one = work()
  const answer = task.run(one.start)
  expect(task).toMatchObject({ running: true, slow: false })
  vi.advanceTimersByTime(SLOW)
  one.options()?.onProgress(3, 8)
  expect(task).toMatchObject({ slow: true, done: 3, total: 8 })
  one.resolve(7)
  expect(await answer).toBe(7)
  expect(task).toMatchObject({ running: false, slow: false, cancelled: false })
})

test('cancelled, it stops the work, gives nothing, and says so until it runs again', async () => {
  const task = new Task()
  const one = work()
  const answer = task.run(one.start)
  task.cancel()
  expect(one.options()?.signal.aborted).toBe(true)
  expect(task).toMatchObject({ running: false, cancelled: true })
  one.reject(new Error('stopped'))
  expect(await answer).toBeUndefined()
  const two = work()
  const again = task.run(two.start)
  expect(task.cancelled).toBe(false)
  two.resolve(2)
  expect(await again).toBe(2)
})

test('a newer one takes the place of an older, whose answer and progress no longer count', async () => {
  const task = new Task()
  const [one, two] = [work(), work()]
  const first = task.run(one.start)
  const second = task.run(two.start)
  one.options()?.onProgress(5, 5)
  one.resolve(1)
  expect(await first).toBeUndefined()
  expect(task).toMatchObject({ running: true, done: 0, total: 0, cancelled: false })
  two.reject(new Error('broken'))
  await expect(second).rejects.toThrow('broken')
  expect(task.running).toBe(false)
})
