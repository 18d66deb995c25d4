import { parseArgs } from 'node:util'
import { createNodeRunner } from '../workers/node-pool.ts'
import type { Runner } from '../workers/runner.ts'
import { hindcastReport } from './hindcast-report.ts'
import { reasonOf } from './input.ts'
import { print } from './output.ts'

const usage = `Usage: npm run --silent hindcast

What the model foresaw from its older vantages beside what came, misses first, and how far it was off
beside a naive forecast.

  --help   this text
`

/**
 * Prints the hindcast from every older vantage.
 *
 * @returns the exit code: 0, or 2 for an error
 */
export async function printHindcast(args: string[]): Promise<number> {
  let runner: Runner | null = null
  try {
    const { help } = parseArgs({ args, options: { help: { type: 'boolean' } } }).values
    if (help) {
      await print(usage)
      return 0
    }
    runner = createNodeRunner({})
    await print(await hindcastReport(runner))
    return 0
  } catch (error) {
    process.stderr.write(`stakes: ${reasonOf(error)}\n`)
    return 2
  } finally {
    runner?.dispose()
  }
}
