import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const report = process.env['STAKES_UNIT_REPORT']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  test: {
    include: ['test/unit/**/*.test.ts', 'test/properties/**/*.test.ts'],
    globalSetup: ['test/bundle-setup.ts'],
    setupFiles: ['test/seed-setup.ts'],
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
