import { expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { certify } from '../../../src/engine/certificate/index.ts'
import { references } from '../../../src/engine/certificate/references.ts'
import { createNodeRunner } from '../../../src/workers/node-pool.ts'
import { watchedRunner } from './links.ts'

function made() {
  const steps = certify(references)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const here = made()

test('the certificate is made by a worker, and is the one made here', async () => {
  const script = new URL('../../../build/node-worker.js', import.meta.url)
  const runner = createNodeRunner({ workers: 1, script })
  try {
    expect(await runner.ask('certificate', null, { references })).toEqual(here)
  } finally {
    runner.dispose()
  }
})

test('it is asked of another worker if one dies', async () => {
  const { runner, watch } = watchedRunner(market, 2)
  watch.before = (method, call) => (method === 'ask' && call === 0 ? 'die' : undefined)
  expect(await runner.ask('certificate', null, { references })).toEqual(here)
  expect(watch.calls.ask).toBe(2)
})
