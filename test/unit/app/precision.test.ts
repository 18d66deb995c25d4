import { beforeEach, describe, expect, it, vi } from 'vitest'
import { market } from '../../../models/index.ts'
import { Answers } from '../../../src/app/state/answers.svelte.ts'
import { Hand } from '../../../src/app/state/hand.svelte.ts'
import { Precision } from '../../../src/app/state/precision.svelte.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { View } from '../../../src/app/state/view.svelte.ts'
import type { Study } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()

function page(changes: Partial<Study>) {
  let clock = 0
  const studies = new StudyState(() => (clock += 10_000))
  studies.open({ ...studies.study, ...changes })
  const run = new Run(runner)
  const view = new View(run, studies)
  const hand: Hand = new Hand(studies, view, () => answers.picture)
  const answers = new Answers(runner, run, studies, view, hand)
  const precision = new Precision(runner, run, studies, view, answers.headline)
  /** Has the choice judged that is in view, and tells of it. */
  const judge = async () => {
    answers.request()
    const isJudged = () =>
      answers.headline.judged?.results === run.results &&
      answers.headline.judged?.outcome === view.outcome
    await expect.poll(isJudged).toBe(true)
    precision.request()
  }
  /** What the page's effects do: run what is asked, then ask about it, until nothing is left. */
  const settle = async () => {
    for (let turn = 0; turn < 50; turn++) {
      const { version } = studies
      run.request(studies.plan)
      await expect.poll(() => run.status).toBe('done')
      const { path } = precision
      await judge()
      await expect.poll(() => precision.path !== path || studies.version !== version).toBe(true)
      if (studies.version === version) return
    }
    throw new Error('the trials rise without end')
  }
  return { studies, run, view, answers, precision, judge, settle }
}

/** The next run gives its first picture and is then stopped. */
function stopAtFirstPicture(one: Pick<ReturnType<typeof page>, 'studies' | 'run'>): void {
  vi.spyOn(runner, 'run').mockImplementationOnce((plan, options) => {
    if (one.run.results) options?.onUpdate?.({ ...one.run.results, plan, digest: null })
    return new Promise(() => {})
  })
  one.studies.change('changed the trials', (old) => ({ ...old, trials: 512 }))
  one.run.request(one.studies.plan)
}

let { studies, run, view, answers, precision, judge, settle } = page({})

/** Two that so small a run cannot tell apart. */
const close: Partial<Study> = { trials: 256, strategies: ['none', 'deepTechnical'] }

describe('what is said is of what is in view', () => {
  beforeEach(() => {
    ;({ studies, run, view, answers, precision, judge, settle } = page({ ...close, negligible: 0 }))
  })

  it('is the lead of the outcome, however often it is asked while it is on its way', async () => {
    await settle()
    view.outcomeId = 'awsShare'
    await judge()
    await judge()
    await expect.poll(() => precision.drawn?.isBusy).toBe(false)
    const points = precision.path?.points ?? []
    expect(precision.path?.outcome.id).toBe('awsShare')
    expect(precision.path?.rival.lead.value).toBeCloseTo(points[points.length - 1].mean, 9)
  })

  it('says and decides nothing of another run or outcome, and draws the old one as such', async () => {
    await settle()
    precision.deciding = true
    view.outcomeId = 'awsShare'
    expect([precision.facts, precision.sentence, precision.decided]).toEqual([null, '', false])
    expect(precision.canDecide).toBe(false)
    expect(precision.drawn).toMatchObject({ isBusy: true, path: { outcome: { id: 'npv' } } })
    view.outcomeId = 'npv'
    expect(precision.drawn?.isBusy).toBe(false)
    stopAtFirstPicture({ studies, run })
    expect([precision.facts, precision.sentence, precision.decided]).toEqual([null, '', false])
    run.cancel()
    expect(precision.drawn).toBeNull()
  })

  it('ends nothing as decided while the leads of the outcome in view are on their way', async () => {
    await settle()
    precision.runUntilDecided()
    run.request(studies.plan)
    await expect.poll(() => run.status).toBe('done')
    answers.request()
    await expect.poll(() => answers.headline.judged?.results).toBe(run.results)
    view.outcomeId = 'awsShare'
    precision.request()
    expect([precision.ended, studies.study.trials, precision.deciding]).toEqual(['', 512, true])
  })

  it('draws nothing of another study, nor of a strategy that is gone', async () => {
    await settle()
    studies.open({ ...studies.study })
    expect(precision.drawn).toBeNull()
    ;({ studies, run, view, answers, precision, judge, settle } = page({ ...close, negligible: 0 }))
    await settle()
    studies.change('deleted it', (old) => ({ ...old, strategies: ['none'] }))
    expect(precision.drawn).toBeNull()
    run.request(studies.plan)
    await expect.poll(() => run.status).toBe('done')
    await judge()
    await expect.poll(() => precision.path).toBeNull()
  })

  it('keeps the reason why the trials could not be raised', async () => {
    await settle()
    precision.runUntilDecided()
    run.request(studies.plan)
    await expect.poll(() => run.status).toBe('done')
    studies.readOnly = true
    const { path } = precision
    await judge()
    await expect.poll(() => precision.path !== path).toBe(true)
    expect(precision.problem).toMatch(/open in another tab/)
    expect(precision.deciding).toBe(false)
  })
})

describe('run until decided', () => {
  it('takes up a run that was stopped, and ends', async () => {
    const { studies, run, precision, settle } = page({ ...close, negligible: 0 })
    await settle()
    stopAtFirstPicture({ studies, run })
    run.cancel()
    precision.request()
    precision.runUntilDecided()
    expect([precision.deciding, run.status]).toEqual([true, 'running'])
    await settle()
    expect(precision.ended).toMatch(/^(Decided|Not decided) after/)
  })

  it('asked while figures are on their way begins when they are there, as one step', async () => {
    const { studies, run, precision, settle } = page({ ...close, negligible: 0 })
    await settle()
    studies.change('changed the trials', (old) => ({ ...old, trials: 300 }))
    run.request(studies.plan)
    await expect.poll(() => run.status).toBe('done')
    expect(precision.canDecide).toBe(false)
    precision.runUntilDecided()
    expect([precision.deciding, studies.study.trials]).toEqual([true, 300])
    await settle()
    expect(precision.ended).toMatch(/^(Decided|Not decided) after/)
    expect(studies.study.trials).toBeGreaterThan(300)
    studies.undo()
    expect(studies.study.trials).toBe(300)
  })

  beforeEach(() => {
    ;({ studies, view, precision, settle } = page({ ...close, negligible: 0 }))
  })

  it('doubles the trials until nothing is open, as one step', async () => {
    await settle()
    expect(precision.decided).toBe(false)
    expect(precision.sentence).toMatch(/^(Run|Not even)/)
    expect(precision.canDecide).toBe(true)
    precision.runUntilDecided()
    expect(precision.deciding).toBe(true)
    await settle()
    expect(precision.deciding).toBe(false)
    expect(precision.decided).toBe(true)
    expect(Math.log2(studies.study.trials / 256) % 1).toBe(0)
    expect(studies.study.trials).toBeGreaterThan(256)
    expect(precision.ended).toMatch(/^Decided after [\d,]+ trials\.$/)
    expect(studies.undo()?.name).toBe('ran until decided')
    expect(studies.study.trials).toBe(256)
  })

  it('stops where it was, and where the study is changed otherwise', async () => {
    await settle()
    precision.runUntilDecided()
    expect(studies.study.trials).toBe(512)
    studies.change('changed the seed', (old) => ({ ...old, seed: 'again' }))
    await settle()
    expect([precision.deciding, studies.study.trials]).toEqual([false, 512])
    precision.runUntilDecided()
    precision.stop()
    await settle()
    expect(studies.study.trials).toBe(1024)
  })
})

describe('what is said', () => {
  it('follows what is called negligible without another run', async () => {
    ;({ studies, view, precision, settle } = page({ ...close, negligible: 1000 }))
    await settle()
    expect(precision.sentence).toBe('The difference is below what you call negligible ($1,000 bn).')
    studies.change('changed what is negligible', (old) => ({ ...old, negligible: 0 }))
    expect(precision.sentence).toMatch(/^(Run|Not even)/)
  })

  it('has the lead above 0, whichever way is better, and nothing negligible but money', async () => {
    ;({ studies, view, precision, settle } = page(close))
    for (const outcome of market.outcomes) {
      if (outcome.kind !== 'number' || outcome.onlyIf === 'met') continue
      view.outcomeId = outcome.id
      await settle()
      const points = precision.path?.points ?? []
      const last = points[points.length - 1]
      expect(last.trials).toBe(256)
      expect(last.mean).toBeGreaterThanOrEqual(0)
      expect(last.mean).toBeCloseTo(precision.path?.rival.lead.value ?? NaN, 9)
      const money = outcome.kind === 'number' && outcome.unit === 'USD bn'
      expect(precision.facts?.negligible).toBe(money ? 0.5 : null)
      expect(precision.sentence).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('is nothing where there is no choice', async () => {
    ;({ studies, run, view, answers, precision, judge, settle } = page({
      trials: 256,
      strategies: ['none'],
    }))
    run.request(studies.plan)
    await expect.poll(() => run.status).toBe('done')
    await judge()
    await expect.poll(() => precision.facts).not.toBeNull()
    expect([precision.sentence, precision.canDecide, precision.path]).toEqual(['', false, null])
  })
})
