import { expect, test } from 'vitest'
import { Saving } from '../../../src/app/state/saving.svelte.ts'
import { Task, type TaskOptions } from '../../../src/app/state/task.svelte.ts'

/** Work that ends when told to, and what it was handed once it began. */
function work() {
  let end = (_: string) => {}
  let begun = (_: TaskOptions) => {}
  const done = new Promise<string>((resolve) => (end = resolve))
  const handed = new Promise<TaskOptions>((resolve) => (begun = resolve))
  const start = (options: TaskOptions) => {
    begun(options)
    return done
  }
  return { start, end, handed }
}

test('a second file waits for the first, and both are written', async () => {
  const saving = new Saving(new Task())
  const [one, two] = [work(), work()]
  const first = saving.run('Slides', one.start)
  const second = saving.run('Workbook', two.start)
  expect(saving.label).toBe('Writing “Slides”, then “Workbook”')
  one.end('slides')
  expect(await first).toBe('slides')
  await two.handed
  expect(saving.label).toBe('Writing “Workbook”')
  two.end('workbook')
  expect(await second).toBe('workbook')
})

test('stopped, only the one being written goes; the next begins at once, as after a failure', async () => {
  const task = new Task()
  const saving = new Saving(task)
  const [one, two] = [work(), work()]
  const first = saving.run('Slides', one.start)
  const failing = saving.run('Report', () => Promise.reject(new Error('no room')))
  const last = saving.run('Workbook', two.start)
  const { signal } = await one.handed
  task.cancel()
  expect(signal.aborted).toBe(true)
  await expect(failing).rejects.toThrow('no room')
  await two.handed
  expect(saving.names).toEqual(['Workbook'])
  two.end('workbook')
  expect(await last).toBe('workbook')
  one.end('too late')
  expect(await first).toBeUndefined()
})
