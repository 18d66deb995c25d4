import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { handout } from '../.ci/handout.mjs'
import { at } from '../.ci/paths.mjs'
import { filesBelow } from '../.ci/sources.mjs'

const report = process.env['STAKES_UNIT_REPORT']

/** What a test puts in the place of a module or a global would be met by those after it. */
const REPLACES =
  /\bvi\.(mock|doMock|stubGlobal|spyOn|useFakeTimers)\b|from '\.\.?\/.*(page|tabs)\.ts'/

const tests = ['test/unit', 'test/properties']
  .flatMap(filesBelow)
  .filter((file) => file.endsWith('.test.ts'))
const apart = tests.filter((file) => REPLACES.test(readFileSync(at(file), 'utf8')))

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), handout()],
  test: {
    globalSetup: ['test/bundle-setup.ts'],
    setupFiles: ['test/seed-setup.ts'],
    pool: 'threads',
    // Loading the same modules anew for each file took a third of the time.
    projects: [
      {
        extends: true,
        test: { name: 'together', include: tests, exclude: apart, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
    // A limit for what hangs, far beyond what a machine with much else to do needs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    // One fewer than there are cores would be half of two.
    maxWorkers: availableParallelism(),
    // Bundles are run as they are.
    server: { deps: { external: [/\/build\/test\//] } },
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report ? { outputFile: { json: report } } : {}),
    coverage: { provider: 'v8', include: ['src/**', 'models/**'] },
  },
})
