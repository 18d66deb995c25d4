import { expect, test } from 'vitest'
import { ticksWithRoom } from '../../../src/app/charts/choice-map.ts'

const ticks = (count: number, room: number, long: number) =>
  Array.from({ length: count }, (_, at) => ({ at, from: at * room, to: at * room + long }))

test('ticks of a map are even: all of them, every second, every third …', () => {
  for (const [room, step] of [
    [40, 1],
    [37, 2],
    [18, 3],
    [7, 6],
    [1, 7],
  ]) {
    const named = ticksWithRoom(ticks(7, room, 30)).map(({ at }) => at)
    expect(named).toEqual([0, 1, 2, 3, 4, 5, 6].filter((at) => at % step === 0))
  }
  // Upwards they come from below.
  const up = ticks(5, -12, 10)
  expect(ticksWithRoom(up).map(({ at }) => at)).toEqual([0, 2, 4])
})
