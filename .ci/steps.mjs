import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { at, memo, root } from './paths.mjs'

/**
 * What a step counted, each check and each test as one.
 *
 * `said` is what is left to print, `names` what is to be said of single tests beside the figures.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, said?: string, names?: readonly string[] }} Tally
 *
 * Steps with `beside` are run two at a time, after all others. They say what they have to say when they
 * have ended, but for those that are `live`.
 *
 * @typedef {{ id: string, title: string, beside?: boolean, live?: boolean, run: () => Promise<Tally> }} Step
 */

/** @param {boolean} good @returns {Tally} */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 })

/**
 * Runs a package's command.
 *
 * @param {string} script below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {boolean} [shown] whether its output is, as it comes
 * @returns {Promise<{ good: boolean, output: string }>}
 */
export function run(script, args, env = {}, shown = true) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [at('node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', shown ? 'inherit' : 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    if (shown) child.stdout?.pipe(process.stdout, { end: false })
    child.on('error', () => resolve({ good: false, output }))
    child.on('close', (code) => resolve({ good: code === 0, output }))
  })
}

/** @param {string} script @param {string[]} args a command whose exit code is the verdict */
export const check =
  (script, ...args) =>
  async () => {
    const { good, output } = await run(script, args, {}, false)
    return { ...one(good), said: output }
  }

/** @param {() => Promise<unknown>} work that throws if it fails */
export const succeeds = (work) => async () => {
  try {
    await work()
    return one(true)
  } catch (error) {
    return { ...one(false), said: `${error instanceof Error ? error.stack : String(error)}\n` }
  }
}

/**
 * Runs tests that leave a report; a run that fails without a failed test counts as one failure.
 *
 * @param {string} script
 * @param {string[]} args
 * @param {string} variable environment variable that names the report's file
 * @param {(report: any) => Tally} count
 * @param {boolean} [shown] whether its output is, as it comes; else when it has ended
 */
export const counted =
  (script, args, variable, count, shown = true) =>
  async () => {
    const file = memo(`${variable.toLowerCase()}.json`)
    rmSync(file, { force: true })
    const { good, output } = await run(script, args, { [variable]: file }, shown)
    const tally = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : one(false)
    const said = shown ? '' : output
    return { ...tally, said, failed: good ? tally.failed : Math.max(1, tally.failed) }
  }
