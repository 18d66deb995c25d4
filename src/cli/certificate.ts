import { parseArgs } from 'node:util'
import { certify } from '../engine/certificate/index.ts'
import { references } from '../engine/certificate/references.ts'
import { certificateReport } from './certificate-report.ts'
import { coverageReport } from './coverage-report.ts'
import { coverageOf, coverages, SAMPLES, samplesOf } from './coverage.ts'
import { finished } from './coverage-draws.ts'
import { reasonOf } from './input.ts'
import { print } from './output.ts'

const usage = `Usage: npm run --silent certify [-- --samples N]

How closely the engine meets certified and published values, and how often
intervals hold what is known exactly. Exit code 0 if every comparison holds.

  --samples N   samples in which each kind of interval is tried (${SAMPLES}); of
                fewer more may miss by chance
  --help        this text
`

/**
 * Prints the numerical certificate.
 *
 * @returns the exit code: 0, 1 if a comparison fails, 2 for an error
 */
export async function printCertificate(args: string[]): Promise<number> {
  try {
    const options = { help: { type: 'boolean' }, samples: { type: 'string' } } as const
    const { help, samples } = parseArgs({ args, options }).values
    if (help) {
      await print(usage)
      return 0
    }
    const count = samplesAsked(samples)
    const exact = certificateReport(finished(certify(references)))
    await print(`${exact.text}\n`)
    const figures = coverages.flatMap((one) => coverageOf(one, samplesOf(one, count)))
    const tried = coverageReport(figures, count)
    await print(tried.text)
    return exact.held && tried.held ? 0 : 1
  } catch (error) {
    process.stderr.write(`stakes: ${reasonOf(error)}\n`)
    return 2
  }
}

function samplesAsked(text: string | undefined): number {
  if (text === undefined) return SAMPLES
  const count = Number(text)
  if (Number.isInteger(count) && count > 0 && count <= 10_000) return count
  throw new Error(`--samples is a whole number from 1 to 10,000, got ${text}`)
}
