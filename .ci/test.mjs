// Every check, whatever fails: `node .ci/test.mjs [--only=lint,unit]`.
import { buildPage, bundleTestPage } from './bundle.mjs'
import { say } from './paths.mjs'
import { check, counted, run, succeeds } from './steps.mjs'
import { toldEndToEnd, toldUnits } from './told-tests.mjs'
import { weighPage } from './weight.mjs'

const svelteCheck = 'svelte-check/bin/svelte-check'

/** A checker that passes everything would pass these too. */
async function wrongOnesAreFound() {
  const folder = 'test/fixtures/svelte-check'
  const args = ['--workspace', folder, '--tsconfig', './tsconfig.json', '--tsgo']
  const { good, output } = await run(svelteCheck, [...args, '--output', 'machine'], {}, false)
  for (const file of ['Broken.svelte', 'broken.ts']) {
    const said = new RegExp(`"${file}" .*Type 'string' is not assignable to type 'number'`)
    if (good || !said.test(output)) {
      throw new Error(`svelte-check did not find the type error in ${folder}/${file}:\n${output}`)
    }
  }
}

/**
 * Test files that could not even be loaded.
 *
 * @param {{ testResults: { status: string, assertionResults: unknown[] }[] }} report
 */
const unloaded = ({ testResults }) =>
  testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    .length

/** @type {import('./steps.mjs').Step[]} */
const steps = [
  { id: 'build', title: 'production build', run: succeeds(buildPage) },
  { id: 'build', title: 'weight of the page’s script', run: succeeds(weighPage) },
  { id: 'gallery', title: 'gallery build', run: succeeds(() => bundleTestPage('gallery')) },
  {
    id: 'e2e',
    beside: true,
    live: true,
    title: 'end-to-end tests',
    run: counted(
      '@playwright/test/cli.js',
      ['test', '--config', 'test/playwright.config.ts'],
      'STAKES_E2E_REPORT',
      (report) => ({
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected,
        skipped: report.stats.skipped,
        names: toldEndToEnd(report),
      }),
    ),
  },
  {
    id: 'unit',
    beside: true,
    title: 'unit and property tests',
    run: counted(
      'vitest/vitest.mjs',
      ['run', '--config', 'test/vitest.config.ts'],
      'STAKES_UNIT_REPORT',
      (report) => ({
        passed: report.numPassedTests,
        failed: report.numFailedTests + unloaded(report),
        skipped: report.numPendingTests + report.numTodoTests,
        names: toldUnits(report),
      }),
      false,
    ),
  },
  {
    id: 'format',
    beside: true,
    title: 'format',
    run: check('oxfmt/bin/oxfmt', '--check'),
  },
  {
    id: 'format',
    beside: true,
    title: 'format of components',
    run: check('prettier/bin/prettier.cjs', '--check', '**/*.svelte'),
  },
  {
    id: 'lint',
    beside: true,
    title: 'lint',
    run: check('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  },
  {
    id: 'types',
    beside: true,
    // Of modules too: the compiler by itself would do the same work again.
    title: 'types of modules and components',
    run: check(svelteCheck, '--tsconfig', './tsconfig.json', '--tsgo', '--fail-on-warnings'),
  },
  {
    id: 'types',
    beside: true,
    title: 'a wrong component and a wrong module are found',
    run: succeeds(wrongOnesAreFound),
  },
  { id: 'unused', beside: true, title: 'unused files and exports', run: check('knip/bin/knip.js') },
]

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',')
const chosen = steps.filter(({ id }) => !only || only.includes(id))
const total = { passed: 0, failed: 0, skipped: 0 }
/** @type {Map<import('./steps.mjs').Step, string>} */
const summary = new Map()
/** @type {string[]} */
const told = []

/** @param {import('./steps.mjs').Step} step */
async function take(step) {
  const isTold = !step.beside || step.live
  if (isTold) say(`\n— ${step.title}`)
  const start = Date.now()
  const { passed, failed, skipped, said = '', names = [] } = await step.run()
  if (!isTold) say(`\n— ${step.title}`)
  process.stdout.write(said)
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  told.push(...names)
  const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(6)
  summary.set(step, `${failed ? 'FAILED' : 'passed'} ${seconds} s  ${step.title}`)
}

for (const step of chosen.filter(({ beside }) => !beside)) await take(step)
// End-to-end tests wait for pictures now and then, and the others fill the time: the longest first.
const waiting = chosen.filter(({ beside }) => beside)
const takeAll = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) await take(step)
}
await Promise.all([takeAll(), takeAll()])
const lines = chosen.map((step) => summary.get(step))
process.stdout.write(`\n${[...lines, ...told].join('\n')}\n\n`)
const { passed, failed, skipped } = total
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
process.exitCode = failed ? 1 : 0
