import { expect, it } from 'vitest'
import type { Future } from '../../../src/engine/replay.ts'
import { Play } from '../../../src/app/state/play.svelte.ts'
import type { RunResults } from '../../../src/workers/results.ts'

/** Replays that come when they are told to. */
function stage() {
  const asked: { trial: number; come: () => void; fail: () => void }[] = []
  const replay = (_plan: unknown, trial: number) =>
    new Promise<Future>((resolve, reject) => {
      const future = { scenarios: [{ cases: [] }] } as unknown as Future
      asked.push({ trial, come: () => resolve(future), fail: () => reject(new Error('gone')) })
    })
  const results = { plan: {}, trials: 10 } as unknown as RunResults
  const play = new Play({ replay }, { results, isPart: false, singleTrials: [] })
  return { asked, play }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

it('however often it is paused and played on, one loop runs', async () => {
  const { asked, play } = stage()
  for (let times = 0; times < 3; times++) {
    play.play()
    play.pause()
  }
  play.play()
  const before = asked.length
  for (const one of asked) one.come()
  await settled()
  expect(play.trial).toBe(0)
  await expect.poll(() => asked.length).toBe(before + 1)
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(asked.length).toBe(before + 1)
  play.stop()
})

it('a pause cancels what is on its way', async () => {
  const { asked, play } = stage()
  play.play()
  play.pause()
  asked[0].come()
  await settled()
  expect(play.trial).toBeNull()
  play.step(-1)
  asked[1].come()
  await settled()
  expect(play.trial).toBe(9)
  expect(play.playing).toBe(false)
})

it('a future that does not come ends playing, and says why', async () => {
  const { asked, play } = stage()
  play.play()
  asked[0].fail()
  await settled()
  expect({ playing: play.playing, problem: play.problem }).toEqual({
    playing: false,
    problem: 'Gone',
  })
  play.play()
  expect(play.problem).toBeNull()
  play.stop()
})

it('steps asked for faster than futures come add up', async () => {
  const { asked, play } = stage()
  play.step(1)
  play.step(1)
  play.step(1)
  play.step(-1)
  expect(asked.map(({ trial }) => trial)).toEqual([0, 1, 2, 1])
  for (const one of asked) one.come()
  await settled()
  expect(play.trial).toBe(1)
})
