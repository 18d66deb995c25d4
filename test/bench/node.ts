// The benchmark in Node: `npm run bench`. The browser part is in page.ts.
import { createNodeRunner } from '../../src/workers/node-pool.ts'
import { basePlan } from '../plans.ts'
import { bridgeRows } from './bridge.ts'
import { kernelRows, linearityRows } from './kernel.ts'
import { liveRows } from './live.ts'
import { mapRows } from './map.ts'
import { table, timed } from './measure.ts'
import { matrixRows } from './matrix.ts'
import { poolRows } from './pool.ts'
import { gridOf, trafficRows } from './traffic.ts'
import { drawingRows, samplingRows } from './sampling.ts'
import { whyRows } from './why.ts'

const plan = basePlan()
if (process.argv.includes('--grid')) {
  // In a process of its own, whose memory is the grid's alone.
  const grid = createNodeRunner({ workers: 2 })
  const took = await timed(() => grid.fold(gridOf(plan, 2000), 'means'))
  grid.dispose()
  const rows = [
    { what: '21 × 21 settings of two levers, 2,000 trials', value: took, unit: 'ms' },
    { what: 'memory', value: process.resourceUsage().maxRSS / 1e3, unit: 'MB', aim: 200 },
  ]
  console.log(table('Node, a grid of levers as a fold, two workers', rows))
  process.exit(0)
}
if (process.argv.includes('--matrix')) {
  console.log(table('Node, strategies by scenarios, two workers', await matrixRows()))
  process.exit(0)
}
if (process.argv.includes('--why')) {
  console.log(table('Node, answers of Why, 10,000 trials, two workers', await whyRows(plan)))
  process.exit(0)
}
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
console.log(table('\nOne lever moved, two workers', await trafficRows(plan)))
console.log(
  table(
    '\nA bridge between two cases, two workers',
    await bridgeRows(plan, () => createNodeRunner({ workers: 2 })),
  ),
)
const rows = await poolRows(plan, (workers) => createNodeRunner({ workers }))
console.log(table('\nNode, worker threads', rows))
const map = await mapRows(plan, () => createNodeRunner({ workers: 2 }))
console.log(table('\nNode, map of terms and search, two workers', map))
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
