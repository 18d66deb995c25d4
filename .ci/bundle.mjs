import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensure } from './ensure.mjs'
import { handout } from './handout.mjs'
import { at, root } from './paths.mjs'
import { filesBelow } from './sources.mjs'

/**
 * Bundles TypeScript entries for Node, packages included, beside each other in one folder.
 *
 * @param {Record<string, string>} entries output name to source file
 * @param {string} outDir
 */
export async function bundleForNode(entries, outDir) {
  const { build } = await import('vite')
  const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, at(file)]))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [handout()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      // Other things lie there too.
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: {
        // One of its parts may be built meanwhile.
        checks: { pluginTimings: false },
        input,
        // Chunks beside the entries, so that a worker's address relative to its maker holds.
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  })
}

const plumbing = ['.ci/bundle.mjs', '.ci/handout.mjs']

/** A worker thread's entry; its bundle lies beside that of whoever starts it. */
export const nodeWorker = 'src/workers/node-worker.ts'

/** The commands and their worker as plain JavaScript in `build/`, built again only if changed. */
export async function ensureBundle() {
  const folder = at('build')
  const sources = ['src', 'models', 'package.json', 'package-lock.json', ...plumbing]
  await ensure('command line', join(folder, 'cli.js'), sources, async () => {
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      if (file.endsWith('.js')) rmSync(join(folder, file))
    }
    const entries = {
      cli: 'src/cli.ts',
      certify: 'src/cli/certify.ts',
      hindcast: 'src/cli/score-past.ts',
      'node-worker': nodeWorker,
    }
    await bundleForNode(entries, folder)
  })
  return {
    cli: join(folder, 'cli.js'),
    certify: join(folder, 'certify.js'),
    hindcast: join(folder, 'hindcast.js'),
    worker: join(folder, 'node-worker.js'),
  }
}

/**
 * Every module of `src/` and `models/` as plain JavaScript in `build/modules/`, one file each, for tests:
 * Node loads it in a tenth of the time that modules under test take, and runs it several times faster.
 *
 * @returns {Promise<Record<string, string>>} source to what it became, both as absolute paths
 */
export async function ensureModules() {
  const folder = at('build', 'modules')
  const list = join(folder, 'modules.json')
  const sources = ['src', 'models', 'package-lock.json', ...plumbing]
  await ensure('modules for tests', list, sources, async () => {
    const made = await buildModules(folder)
    writeFileSync(list, JSON.stringify(made))
  })
  /** @type {[string, string][]} */
  const made = Object.entries(JSON.parse(readFileSync(list, 'utf8')))
  return Object.fromEntries(made.map(([source, file]) => [at(source), join(folder, file)]))
}

/** @param {string} folder to build into; what was there goes */
async function buildModules(folder) {
  const [{ build }, { svelte }] = await Promise.all([
    import('vite'),
    import('@sveltejs/vite-plugin-svelte'),
  ])
  const isModule = (/** @type {string} */ file) => file.endsWith('.ts') && !file.endsWith('.d.ts')
  const found = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    mode: 'test',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), handout(), noPages],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: ['src', 'models']
          .flatMap(filesBelow)
          .filter(isModule)
          .map((file) => at(file)),
        treeshake: false,
        preserveEntrySignatures: 'strict',
        checks: { pluginTimings: false },
        output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
      },
    },
  })
  const [{ output }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([found].flat())
  /** @type {Record<string, string>} */
  const made = {}
  for (const file of output) {
    if (file.type !== 'chunk' || !file.facadeModuleId?.endsWith('.ts')) continue
    made[relative(root, file.facadeModuleId)] = file.fileName
  }
  return made
}

/** Components and pages of words, which no test of a module looks at. @type {import('vite').Plugin} */
const noPages = {
  name: 'no-pages',
  enforce: 'pre',
  load(id) {
    if (!/\.(svelte|md)$/.test(id)) return null
    return { code: 'export default null', moduleType: 'js' }
  },
}

/** The page in `dist/`, built again only if changed. */
export async function ensurePage() {
  const sources = [
    'src',
    'models',
    'index.html',
    'vite.config.ts',
    '.ci/handout.mjs',
    'package-lock.json',
    'package.json',
  ]
  await ensure('page', at('dist', 'index.html'), sources, buildPage)
}

export async function buildPage() {
  const { build } = await import('vite')
  await build({ root, configFile: at('vite.config.ts'), logLevel: 'warn' })
}

/**
 * A page of the tests, built as the product's page is.
 *
 * @param {string} folder such as `gallery`: from `test/gallery/` to `build/gallery/`
 */
export async function bundleTestPage(folder) {
  const { build } = await import('vite')
  await build({
    root: at('test', folder),
    configFile: at('vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: at('build', folder), emptyOutDir: true },
  })
}
