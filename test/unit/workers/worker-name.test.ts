import { expect, test } from 'vitest'
import { sharesItsCore, workerName } from '../../../src/workers/worker-name.ts'

test('a worker knows by its name whether it has the only core, and no two have one name', () => {
  const cores = [1, 2, 8, 10, 16]
  expect(cores.map((count) => sharesItsCore(workerName(count)))).toEqual(
    cores.map((count) => count === 1),
  )
  const names = Array.from({ length: 100 }, () => workerName(1))
  expect(new Set(names).size).toBe(100)
})
