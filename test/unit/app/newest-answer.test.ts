import { expect, test } from 'vitest'
import { NewestAnswer } from '../../../src/app/state/newest-answer.ts'

/** Questions that are answered when the test says so. */
function asker() {
  const latest = new NewestAnswer()
  const taken: string[] = []
  let asked = 0
  const ask = (about: string) => {
    let answer: (text: string) => void = () => undefined
    let fail: (error: Error) => void = () => undefined
    const done = latest.ask(
      [about],
      () => {
        asked++
        return new Promise<string>((resolve, reject) => {
          answer = resolve
          fail = reject
        })
      },
      (text) => taken.push(text),
    )
    return { answer: () => answer(about), fail: () => fail(new Error(about)), done }
  }
  return { ask, taken, asked: () => asked }
}

test('the same question is not asked twice in a row', () => {
  const { ask, asked } = asker()
  ask('a')
  ask('a')
  expect(asked()).toBe(1)
  ask('b')
  ask('a')
  expect(asked()).toBe(3)
})

test('an answer after a newer one is dropped, one before it is taken', async () => {
  const { ask, taken } = asker()
  const [a, b, c] = [ask('a'), ask('b'), ask('c')]
  b.answer()
  await b.done
  a.answer()
  await a.done
  c.answer()
  await c.done
  expect(taken).toEqual(['b', 'c'])
})

test('a failure is told unless something newer was asked, and may be asked again', async () => {
  const { ask, asked } = asker()
  const old = ask('a')
  const now = ask('b')
  old.fail()
  await expect(old.done).resolves.toBeUndefined()
  now.fail()
  await expect(now.done).rejects.toThrow('b')
  ask('b')
  expect(asked()).toBe(3)
})
