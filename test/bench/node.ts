// The benchmark in Node: `npm run bench`. The browser part is in page.ts.
import { createNodeRunner } from '../../src/workers/node-pool.ts'
import { basePlan } from '../plans.ts'
import { kernelRows, linearityRows } from './kernel.ts'
import { liveRows } from './live.ts'
import { table } from './measure.ts'
import { poolRows } from './pool.ts'
import { drawingRows, samplingRows } from './sampling.ts'

const plan = basePlan()
// Before anything else: what one opening of the product takes.
const opening = createNodeRunner({ workers: 2 })
await opening.run(plan)
opening.dispose()
const memory = process.resourceUsage().maxRSS / 1e3
console.log(table(`Node ${process.version}, one thread`, kernelRows(plan)))
console.log(table('\nCost is linear: over what a straight line says', linearityRows(plan)))
console.log(
  table('\nNode, edits', await liveRows(plan, (workers) => createNodeRunner({ workers }))),
)
const rows = await poolRows(plan, (workers) => createNodeRunner({ workers }))
console.log(table('\nNode, worker threads', rows))
console.log(table('\nDrawing a trial, by design', drawingRows(plan)))
const sampler = createNodeRunner()
const title = '\nMean value of "deepTechnical", 10,000 trials, by design'
console.log(table(title, await samplingRows(plan, sampler)))
sampler.dispose()
console.log(
  table('\nMemory', [
    { what: 'Node, 10,000 trials of five, two workers', value: memory, unit: 'MB', aim: 300 },
  ]),
)
