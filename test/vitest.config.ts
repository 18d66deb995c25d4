import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin } from 'vitest/config'
import { ensureModules } from '../.ci/bundle.mjs'
import { handout } from '../.ci/handout.mjs'
import { at } from '../.ci/paths.mjs'
import { filesBelow } from '../.ci/sources.mjs'

const report = process.env['STAKES_UNIT_REPORT']

/** What replaces a module, or asks for all that it exports, needs it as it is written. */
const WRITTEN = /\bvi\.(mock|doMock)\b|^import \* as \w+ from '[^']*\/src\//m

const textOf = (file: string) => readFileSync(at(file), 'utf8')
const tests = ['test/unit', 'test/properties']
  .flatMap(filesBelow)
  .filter((file) => file.endsWith('.test.ts'))
const written = tests.filter((file) => WRITTEN.test(textOf(file)))

/** Covered, or watched while they change, modules are as they are written. */
const isPlain = process.argv.includes('run') && !process.argv.includes('--coverage')

/** Puts modules that were built beforehand in the place of those that tests import. */
function built(): Plugin {
  const modules = ensureModules()
  return {
    name: 'built-modules',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!isPlain || !importer || !id.startsWith('.')) return null
      return (await modules)[resolve(dirname(importer), id)] ?? null
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), handout()],
  test: {
    globalSetup: ['test/bundle-setup.ts'],
    setupFiles: ['test/file-setup.ts'],
    pool: 'threads',
    // Loading the same modules anew for each file took a third of the time. Globals that a test replaces
    // are put back after its file.
    projects: [
      {
        extends: true,
        plugins: [built()],
        test: { name: 'together', include: tests, exclude: written, isolate: false },
      },
      { extends: true, test: { name: 'written', include: written } },
    ],
    // A limit for what hangs, far beyond what a machine with much else to do needs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    // One fewer than there are cores would be half of two.
    maxWorkers: availableParallelism(),
    // Bundles are run as they are.
    server: { deps: { external: [/\/build\/modules\//] } },
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report ? { outputFile: { json: report } } : {}),
    coverage: { provider: 'v8', include: ['src/**', 'models/**'] },
  },
})
