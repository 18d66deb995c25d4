import { expect, it, vi } from 'vitest'
import { counted } from '../../../src/words/index.ts'
import { Correlations } from '../../../src/app/belief/correlations.svelte.ts'
import { Answers } from '../../../src/app/state/answers.svelte.ts'
import { Hand } from '../../../src/app/state/hand.svelte.ts'
import { runNote } from '../../../src/findings/run-note.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { withoutStrategy, withStrategyCopy } from '../../../src/study/edits/strategies.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { Trust } from '../../../src/app/state/trust.svelte.ts'
import { View } from '../../../src/app/state/view.svelte.ts'
import { marketRunner } from '../models/bundled.ts'

const inline = marketRunner()

function page() {
  const studies = new StudyState()
  studies.open({ ...studies.study, trials: 256, strategies: ['none', 'deepTechnical'] })
  const run = new Run(inline)
  const finish = async () => {
    run.request(studies.plan)
    await expect.poll(() => run.status).toBe('done')
  }
  const view = new View(run, studies)
  const hand = new Hand(studies, view, () => null)
  return { studies, run, view, answers: new Answers(inline, run, studies, view, hand), finish }
}

it('the pair compared stays until the run has the copy that takes its place', async () => {
  const { studies, view, answers, finish } = page()
  await finish()
  answers.request()
  await expect.poll(() => answers.pair?.request.a.strategy).toBe('deepTechnical')
  studies.change('duplicated', (old) => withStrategyCopy(old, 'deepTechnical', 'copy'))
  view.choose('copy')
  answers.request()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(answers.pair?.request.a.strategy).toBe('deepTechnical')
  await finish()
  answers.request()
  await expect.poll(() => answers.pair?.request.a.strategy).toBe('copy')
  studies.change('deleted', (old) => withoutStrategy(old, 'copy'))
  view.choose('missing')
  view.compareWith('deepTechnical')
  await finish()
  answers.request()
  await expect.poll(() => answers.pair?.request.a.strategy).not.toBe('copy')
})

it('what the best hangs on is said once it is known that nothing flips the choice, and not before', async () => {
  const { studies, run, view, finish } = page()
  const runner = marketRunner()
  const ask = runner.ask.bind(runner)
  let tell = () => {}
  const told = new Promise<void>((resolve) => (tell = resolve))
  vi.spyOn(runner, 'ask').mockImplementation(async (id, ...rest) => {
    if (id === 'choiceFlips') await told
    return ask(id, ...rest)
  })
  const answers = new Answers(runner, run, studies, view, new Hand(studies, view, () => null))
  const said = () => answers.verdict.rest.join(' ')
  await finish()
  answers.request()
  await expect.poll(() => answers.verdict.headline).not.toBe('')
  answers.headline.requestFlip()
  await expect.poll(() => answers.hasDrivers).toBe(true)
  expect(said()).not.toContain('Most hangs on')
  tell()
  await expect.poll(said).toContain('Most hangs on “Return on OpenAI shares”')
})

it('pairs are asked for only once a control is let go', async () => {
  const { studies, run, finish } = page()
  const runner = marketRunner()
  const hand = { holding: true }
  const asked = vi.spyOn(runner, 'ask')
  const correlations = new Correlations(runner, studies, hand)
  await finish()
  correlations.request(run)
  expect(asked).toHaveBeenCalledTimes(0)
  hand.holding = false
  correlations.request(run)
  expect(asked.mock.calls.map(([id]) => id)).toEqual(['together'])
})

it('the certificate waits for the checks of the run in view', async () => {
  const events: string[] = []
  const { run, finish } = page()
  const runner = marketRunner()
  vi.spyOn(runner, 'run').mockImplementation(async (plan, options) => {
    const results = await inline.run(plan, options)
    if (!plan.check) return results
    await new Promise((resolve) => setTimeout(resolve, 300))
    events.push('checked')
    return results
  })
  vi.spyOn(runner, 'ask').mockImplementation((id) => {
    events.push(id)
    return Promise.resolve([]) as never
  })
  await import('../../../src/engine/certificate/references.ts')
  const trust = new Trust(runner)
  await finish()
  trust.request(run)
  trust.request(run)
  await expect.poll(() => events.length).toBe(2)
  expect(events).toEqual(['checked', 'certificate'])
})

it('one of a kind is said as one', async () => {
  expect([0, 1, 2, 1000].map((n) => counted(n, 'trial'))).toEqual([
    '0 trials',
    '1 trial',
    '2 trials',
    '1,000 trials',
  ])
  const { run, finish } = page()
  await finish()
  if (!run.results) throw new Error('expected results, got none')
  expect(runNote({ ...run.results, trials: 1 })).toMatch(/^1 future ·/)
  expect(runNote(run.results)).toMatch(/^256 futures ·/)
})
