import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { alone } from './lock.mjs'
import { inRange } from './node-version.mjs'
import { at, memo, root, say } from './paths.mjs'

/** @throws if this Node is not one the project runs on */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  if (inRange(process.version, engines.node)) return
  throw new Error(`Stakes needs Node ${engines.node}, this is ${process.version}`)
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')

function current() {
  const stamp = at('node_modules', '.stakes', 'installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true
  if (!installedByHand()) return false
  writeFileSync(memo('installed'), lockHash())
  return true
}

/** Whether an `npm install` has put there what the lock file asks for, all but optional packages. */
function installedByHand() {
  const hidden = at('node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const have = read(hidden)
  /** @type {[string, { version: string, optional?: boolean }][]} */
  const wanted = Object.entries(read(at('package-lock.json')))
  return wanted.every(
    ([path, { version, optional }]) =>
      path === '' || have[path]?.version === version || (optional && !have[path]),
  )
}

/** @param {string[]} args of npm */
function npm(args) {
  const script = process.env.npm_execpath
  // The npm that started us, if it is npm; else whichever is on the path.
  const known = script && /npm-cli\.[cm]?js$/.test(script)
  const [command, first] = known ? [process.execPath, [script]] : ['npm', []]
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    // The child's standard output goes to our standard error.
    stdio: ['ignore', 2, 2],
    shell: !known && process.platform === 'win32',
  })
}

/** Installs the packages of the lock file unless exactly they are installed already. */
export async function ensurePackages() {
  if (current()) return
  // Not in node_modules, which npm ci empties.
  mkdirSync(at('build'), { recursive: true })
  await alone(at('build', 'install.lock'), async () => {
    if (current()) return
    say('Installing packages (npm ci) …')
    const args = ['ci', '--include=dev', '--ignore-scripts', '--prefer-offline']
    const { status, error } = npm([...args, '--no-audit', '--no-fund', '--loglevel=error'])
    if (status !== 0) {
      throw new Error(`npm ci failed${error ? `: ${error.message}` : ''}; see its messages above`)
    }
    writeFileSync(memo('installed'), lockHash())
  })
}
