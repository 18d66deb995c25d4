// Writes down the base case, the hindcast, the JSON Schemas and the README's output as they are now: `npm run record`.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { market } from '../../models/index.ts'
import { planOf } from '../../src/study/plan.ts'
import { readStudy } from '../../src/study/read.ts'
import { resolveStudy } from '../../src/study/resolve.ts'
import { resultsFile, writeResults } from '../../src/study/write.ts'
import { createInlineRunner } from '../../src/workers/inline-pool.ts'
import { basePlan } from '../plans.ts'
import { firstMoved, type RecordedBase, RECORDED_TRIALS, recordOf } from './base-case.ts'
import { hindcastCard, hindcastSummary } from './hindcast.ts'
import { schemaFiles, schemaText } from './json-schemas.ts'
import { withOutput } from './readme.ts'

const base = new URL('../test/fixtures/base-case.json', import.meta.url)
const card = new URL('../models/README.md', import.meta.url)

const now = recordOf(await createInlineRunner(market).run(basePlan({ trials: RECORDED_TRIALS })))
let before: RecordedBase | null = null
try {
  before = JSON.parse(readFileSync(base, 'utf8')) as RecordedBase
} catch {
  console.log('no base case was recorded before')
}
console.log(before ? (firstMoved(before, now) ?? 'the base case has not moved') : '')
writeFileSync(base, `${JSON.stringify(now, null, 2)}\n`)
console.log(`for models/CHANGELOG.md: ${now.model}, digest ${now.digest.slice(0, 12)}`)

const table = await hindcastCard()
const text = readFileSync(card, 'utf8')
const region = /(<!-- hindcast:start -->)[^]*(<!-- hindcast:end -->)/
writeFileSync(card, text.replace(region, `$1\n\n${table}\n\n$2`))

// A file of the model as it is: what it was made from is a file of an older one.
const studies = new URL('../test/fixtures/studies/', import.meta.url)
const older = readFileSync(new URL('results-v2.json', studies), 'utf8')
const again = resolveStudy(readStudy(older))
const runner = createInlineRunner(market)
const results = await runner.run(planOf(again))
const file = resultsFile(again, results, await runner.series(results, results.cases))
writeFileSync(new URL('results-recorded.json', studies), writeResults(file))

const schemas = new URL('../src/study/json-schema/', import.meta.url)
for (const [name, schema] of Object.entries(schemaFiles)) {
  writeFileSync(new URL(name, schemas), schemaText(schema()))
}

const readme = new URL('../README.md', import.meta.url)
const summary = `$1\n\n${await hindcastSummary()}\n\n$2`
writeFileSync(readme, readFileSync(readme, 'utf8').replace(region, summary))
const command = fileURLToPath(new URL('./cli.js', import.meta.url))
const output = execFileSync(process.execPath, [command], { encoding: 'utf8' })
writeFileSync(readme, withOutput(readFileSync(readme, 'utf8'), output))
