import { parseArgs } from 'node:util'
import { certify } from '../engine/certificate/index.ts'
import { references } from '../engine/certificate/references.ts'
import { certificateReport } from './certificate-report.ts'
import { coverageRows } from './coverage.ts'
import { reasonOf } from './input.ts'
import { print } from './output.ts'

const usage = `Usage: npm run --silent certify

How closely the engine meets certified and published values, and how often
intervals hold what is known exactly. Exit code 0 if every comparison holds.

  --help   this text
`

/**
 * Prints the numerical certificate.
 *
 * @returns the exit code: 0, 1 if a comparison fails, 2 for an error
 */
export async function printCertificate(args: string[]): Promise<number> {
  try {
    const { help } = parseArgs({ args, options: { help: { type: 'boolean' } } }).values
    if (help) {
      await print(usage)
      return 0
    }
    const steps = certify(references)
    let step = steps.next()
    while (!step.done) step = steps.next()
    const { held, text } = certificateReport([...step.value, ...coverageRows()])
    await print(text)
    return held ? 0 : 1
  } catch (error) {
    process.stderr.write(`stakes: ${reasonOf(error)}\n`)
    return 2
  }
}
