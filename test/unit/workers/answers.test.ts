import { expect, test } from 'vitest'
import { Answers } from '../../../src/workers/answers.ts'
import { bytesIn } from '../../../src/workers/buffers.ts'

function kept(room: number) {
  const answers = new Answers(room)
  const asked: string[] = []
  const get = (key: string, bytes = 1000) =>
    answers.get(
      key,
      () => {
        asked.push(key)
        return Promise.resolve(new Uint8Array(bytes))
      },
      {},
    )
  return { get, asked }
}

test('answers are kept up to the room there is, the newest used longest', async () => {
  const { get, asked } = kept(3500)
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'c', 'b']) await get(key)
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'b'])
})

test('one that is larger than the room is not kept, and drives nothing out', async () => {
  const { get, asked } = kept(3500)
  await get('a')
  await get('huge', 4000)
  await get('a')
  await get('huge', 4000)
  expect(asked).toEqual(['a', 'huge', 'huge'])
})

test('a failure is told to all who wait, and is not kept', async () => {
  const answers = new Answers()
  let asked = 0
  const ask = () => Promise.reject(new Error(`no ${++asked}`))
  const both = await Promise.allSettled([answers.get('a', ask, {}), answers.get('a', ask, {})])
  expect(both.map((one) => one.status === 'rejected' && String(one.reason))).toEqual([
    'Error: no 1',
    'Error: no 1',
  ])
  await expect(answers.get('a', ask, {})).rejects.toThrow('no 2')
})

test('bytes are those of the numbers and texts inside', () => {
  expect(bytesIn(new Float64Array(100))).toBe(800)
  expect(bytesIn({ a: new Float64Array(100), b: ['xy', 1, null] })).toBeGreaterThan(820)
  expect(bytesIn({ a: new Float64Array(100), b: ['xy', 1, null] })).toBeLessThan(900)
})
