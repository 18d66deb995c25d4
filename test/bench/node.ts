// The benchmark in Node: `npm run bench`. The browser part is in page.ts.
import { createNodeRunner } from '../../src/workers/node-pool.ts'
import { basePlan } from '../plans.ts'
import { kernelRows, linearityRows } from './kernel.ts'
import { table } from './measure.ts'
import { poolRows } from './pool.ts'

const plan = basePlan()
console.log(table(`Node ${process.version}, one thread`, kernelRows(plan)))
console.log(table('\nCost is linear: over what a straight line says', linearityRows(plan)))
const rows = await poolRows(plan, (workers) => createNodeRunner({ workers }))
console.log(table('\nNode, worker threads', rows))
const megabytes = process.memoryUsage().rss / 1e6
console.log(
  table('\nMemory', [{ what: 'Node, all of the above', value: megabytes, unit: 'MB', aim: 300 }]),
)
