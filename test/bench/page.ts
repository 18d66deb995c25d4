// The benchmark in a browser, opened by `npm run bench`, which prints what is left in the title.
import { createBrowserRunner } from '../../src/workers/browser-pool.ts'
import { basePlan } from '../plans.ts'
import { kernelRows } from './kernel.ts'
import { liveRows } from './live.ts'
import { table } from './measure.ts'
import { poolRows } from './pool.ts'

const out = document.querySelector('pre') as HTMLPreElement
const plan = basePlan()
try {
  if (location.search === '?memory') await createBrowserRunner({ workers: 2 }).run(plan)
  else out.textContent = await everything()
} catch (error) {
  out.textContent = `FAILED: ${error instanceof Error ? error.message : String(error)}`
}
document.body.dataset['done'] = 'yes'

async function everything(): Promise<string> {
  const rows = await poolRows(plan, (workers) => createBrowserRunner({ workers }))
  const pool = table('Chromium, web workers', rows)
  const live = table(
    'Chromium, edits',
    await liveRows(plan, (workers) => createBrowserRunner({ workers })),
  )
  return `${pool}\n\n${live}\n\n${table('Chromium, one thread', kernelRows(plan))}`
}
