// `npm run bench -- --against COMMIT`: the command line of this tree and of a commit, run in turns.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { bundleForNode, nodeWorker } from './bundle.mjs'
import { at, root, say } from './paths.mjs'

const ROUNDS = 7
const TRIALS = 20_000

/** @param {string[]} args @param {string} [cwd] */
function git(args, cwd = root) {
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`)
}

/** @param {string} commit @param {string} folder */
async function bundleOf(commit, folder) {
  const tree = at('build', 'against')
  if (existsSync(tree)) git(['worktree', 'remove', '--force', tree])
  git(['worktree', 'add', '--detach', tree, commit])
  try {
    symlinkSync(at('node_modules'), join(tree, 'node_modules'))
    const entry = (/** @type {string} */ file) => join('build', 'against', file)
    await bundleForNode({ cli: entry('src/cli.ts'), 'node-worker': entry(nodeWorker) }, folder)
  } finally {
    git(['worktree', 'remove', '--force', tree])
  }
}

/**
 * Processor and waiting time of one run, in milliseconds, and its digest.
 *
 * @param {string} folder @param {string} seed @param {number} trials
 */
function runOnce(folder, seed, trials) {
  const measured = `
    const { performance } = require('node:perf_hooks')
    process.argv.splice(1, 0, '${join(folder, 'cli.js')}')
    process.on('exit', () => {
      const { user, system } = process.cpuUsage()
      require('node:fs').writeSync(2, JSON.stringify({ cpu: (user + system) / 1e3, wall: performance.now() }))
    })
    import('${join(folder, 'cli.js')}')`
  const args = ['-e', measured, '--', '--seed', seed, '--trials', String(trials)]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`a run of the command line failed: ${stderr}`)
  const { cpu, wall } = JSON.parse(stderr.slice(stderr.lastIndexOf('{')))
  return { cpu, wall, digest: stdout.match(/digest ([0-9a-f]{64})/)?.[1] }
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

/** @param {string} commit */
export async function benchAgainst(commit) {
  const folders = [at('build', 'bench-before'), at('build', 'bench-now')]
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  await bundleOf(commit, folders[0])
  await bundleForNode({ cli: 'src/cli.ts', 'node-worker': nodeWorker }, folders[1])
  /** @type {{ cpu: number, wall: number, digest?: string }[][]} */
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(folders.map((folder) => runOnce(folder, `against ${round}`, TRIALS)))
  }
  const isSame = rounds.every(([before, now]) => before.digest && before.digest === now.digest)
  say(`\nThe command line, ${TRIALS} trials of five, ${ROUNDS} rounds in turns with ${commit}`)
  for (const [what, of] of /** @type {const} */ ([
    ['processor', 'cpu'],
    ['waiting', 'wall'],
  ])) {
    const [before, now] = [0, 1].map((who) => median(rounds.map((pair) => pair[who][of])))
    const ratio = median(rounds.map(([a, b]) => b[of] / a[of]))
    say(
      `  ${what.padEnd(10)} before ${before.toFixed(0)} ms, now ${now.toFixed(0)} ms, ${ratio.toFixed(2)} of it`,
    )
  }
  say(`  digests    ${isSame ? 'the same in every round' : 'DIFFER'}`)
}
