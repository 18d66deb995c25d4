import { execFile } from 'node:child_process'
import { root } from '../../../.ci/paths.mjs'
import { main } from '../../../src/cli/main.ts'
import { createNodeRunner } from '../../../src/workers/node-pool.ts'
import type { Runner } from '../../../src/workers/runner.ts'
import { marketRunner } from '../models/bundled.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

const script = new URL('../../../build/node-worker.js', import.meta.url)
let turn: Promise<unknown> = Promise.resolve()

/**
 * Runs the command line in this process, one command at a time. It computes in this thread, which knows
 * the market by then, and in threads of its own where it is told how many.
 */
export function stakes(...args: readonly string[]): Promise<Ran> {
  return spoken(() => main(args, startRunner))
}

function startRunner({ workers }: { workers?: number }): Runner {
  return workers === undefined ? marketRunner() : createNodeRunner({ workers, script })
}

/** What a command of this process writes and ends with. */
export function spoken(command: () => Promise<number>): Promise<Ran> {
  const ran = turn.then(async () => {
    const [out, error] = [heard(process.stdout), heard(process.stderr)]
    try {
      const code = await command()
      return { code, out: out.text(), error: error.text() }
    } finally {
      out.end()
      error.end()
    }
  })
  turn = ran.catch(() => {})
  return ran
}

/** Takes what is written to a stream in its place. */
function heard(stream: NodeJS.WriteStream): { text: () => string; end: () => void } {
  const plainly = Object.getOwnPropertyDescriptor(stream, 'write')
  let text = ''
  stream.write = (part: string | Uint8Array, ...rest: unknown[]) => {
    text += typeof part === 'string' ? part : Buffer.from(part).toString('utf8')
    const then = rest.at(-1)
    if (typeof then === 'function') (then as () => void)()
    return true
  }
  const end = () => {
    if (plainly) Object.defineProperty(stream, 'write', plainly)
    else Reflect.deleteProperty(stream, 'write')
  }
  return { text: () => text, end }
}

/** Runs a command of the project in a process of its own, as a person does. */
export function npmRun(
  command: 'simulate' | 'certify' | 'hindcast',
  ...args: readonly string[]
): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 1e8, shell: process.platform === 'win32' }
    const words = ['run', '--silent', command, '--', ...args]
    const child = execFile('npm', words, options, (_error, out, error) => {
      resolve({ code: child.exitCode ?? -1, out, error })
    })
  })
}

/** Runs the simulation with its output read by somebody who stops after the first part. */
export function npmRunCut(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile('npm', ['run', '--silent', 'simulate', '--', ...args], {
      cwd: root,
      maxBuffer: 1e8,
      shell: process.platform === 'win32',
    })
    let [out, error] = ['', '']
    child.stderr?.on('data', (part) => (error += String(part)))
    child.stdout?.once('data', (part) => {
      out = String(part)
      child.stdout?.destroy()
    })
    child.once('close', (code) => resolve({ code: code ?? -1, out, error }))
  })
}
