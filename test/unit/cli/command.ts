import { execFile } from 'node:child_process'
import { ensureBundle } from '../../../.ci/bundle.mjs'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs the command line in a process of its own. */
export async function stakes(...args: readonly string[]): Promise<Ran> {
  const { cli } = await ensureBundle()
  return new Promise((resolve) => {
    const options = { maxBuffer: 1e8 }
    const child = execFile(process.execPath, [cli, ...args], options, (_error, out, error) => {
      resolve({ code: child.exitCode ?? -1, out, error })
    })
  })
}
