// Writes down the base case and the hindcast as they are now: `npm run record`.
import { readFileSync, writeFileSync } from 'node:fs'
import { market } from '../../models/index.ts'
import { createInlineRunner } from '../../src/workers/inline-pool.ts'
import { basePlan } from '../plans.ts'
import { firstMoved, type RecordedBase, RECORDED_TRIALS, recordOf } from './base-case.ts'
import { hindcastTable, runHindcast } from './hindcast.ts'

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

const table = hindcastTable(await runHindcast())
const text = readFileSync(card, 'utf8')
const region = /(<!-- hindcast:start -->)[^]*(<!-- hindcast:end -->)/
writeFileSync(card, text.replace(region, `$1\n\n${table}\n\n$2`))
